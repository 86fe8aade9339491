ALTER TABLE task
    ADD COLUMN suspended_from       text,
    ADD COLUMN suspended_at         timestamptz,
    ADD COLUMN suspended_on         date,
    ADD COLUMN suspended_by         text,
    ADD COLUMN suspend_reason       text,
    ADD COLUMN suspended_until      date,
    ADD COLUMN suspended_with       uuid REFERENCES task (id),
    ADD COLUMN extension_wanted     date;
ALTER TABLE task DROP CONSTRAINT phase_is_known, DROP CONSTRAINT phase_has_its_columns;
ALTER TABLE task
    ADD CONSTRAINT phase_is_known CHECK (phase IN
        ('proposed', 'assigned', 'accepted', 'under_way', 'suspended', 'submitted', 'completed', 'cancelled')),
    ADD CONSTRAINT phase_has_its_columns CHECK (CASE CASE phase WHEN 'suspended' THEN suspended_from ELSE phase END
        WHEN 'proposed'  THEN lead_unit_id IS NULL AND assigned_at IS NULL
        WHEN 'assigned'  THEN lead_unit_id IS NOT NULL AND assigned_at IS NOT NULL AND reminder_days IS NOT NULL
                              AND accepted_at IS NULL AND submitted_at IS NULL
        WHEN 'accepted'  THEN lead_unit_id IS NOT NULL AND assigned_at IS NOT NULL AND reminder_days IS NOT NULL
                              AND accepted_at IS NOT NULL AND accepted_by IS NOT NULL AND submitted_at IS NULL
        WHEN 'under_way' THEN lead_unit_id IS NOT NULL AND assigned_at IS NOT NULL AND reminder_days IS NOT NULL
                              AND accepted_at IS NOT NULL AND accepted_by IS NOT NULL AND submitted_at IS NULL
        WHEN 'submitted' THEN lead_unit_id IS NOT NULL AND assigned_at IS NOT NULL AND reminder_days IS NOT NULL
                              AND accepted_at IS NOT NULL AND accepted_by IS NOT NULL
                              AND submitted_at IS NOT NULL AND submitted_on IS NOT NULL AND submitted_by IS NOT NULL
        WHEN 'completed' THEN lead_unit_id IS NOT NULL AND submitted_at IS NOT NULL AND submitted_on IS NOT NULL
                              AND completed_at IS NOT NULL AND completed_by IS NOT NULL AND completed_late IS NOT NULL
        WHEN 'cancelled' THEN cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL AND cancel_reason IS NOT NULL
        ELSE false
    END),
    ADD CONSTRAINT suspension_has_its_columns CHECK (CASE phase
        WHEN 'suspended' THEN suspended_from IN ('assigned', 'accepted', 'under_way') AND suspended_at IS NOT NULL
                              AND suspended_on IS NOT NULL AND suspended_by IS NOT NULL AND suspend_reason IS NOT NULL
        ELSE num_nonnulls(suspended_from, suspended_at, suspended_on, suspended_by, suspend_reason, suspended_until,
                          suspended_with) = 0
    END),
    ADD CONSTRAINT time_is_asked_for_while_it_runs CHECK
        (extension_wanted IS NULL OR phase IN ('assigned', 'accepted', 'under_way', 'submitted'));
COMMENT ON COLUMN task.suspended_from IS 'Phase to which it returns when its clock goes on.';
COMMENT ON COLUMN task.suspended_at IS 'When its clock stopped.';
COMMENT ON COLUMN task.suspended_on IS 'The same as a day in the bureau''s zone: working days after it are not counted against the unit.';
COMMENT ON COLUMN task.suspended_by IS 'Who stopped it. Personal data: login name.';
COMMENT ON COLUMN task.suspend_reason IS 'Why. May hold personal data.';
COMMENT ON COLUMN task.suspended_until IS 'When it is expected to go on; nothing happens by itself on that day but that it is counted.';
COMMENT ON COLUMN task.suspended_with IS 'The task whose suspension brought this share along; resuming that one resumes this one.';
COMMENT ON COLUMN task.extension_wanted IS 'The later due day that the unit asks for and nobody has decided on.';
CREATE INDEX task_suspended ON task (suspended_until) WHERE phase = 'suspended';
CREATE INDEX task_suspended_with ON task (suspended_with) WHERE suspended_with IS NOT NULL;
CREATE INDEX task_extension_wanted ON task (due_on, id) WHERE extension_wanted IS NOT NULL;

CREATE TABLE suspension (
    id             uuid PRIMARY KEY DEFAULT uuidv7(),
    task_id        uuid        NOT NULL REFERENCES task (id),
    unit_path      text        NOT NULL,
    since          timestamptz NOT NULL,
    by             text        NOT NULL,
    reason         text        NOT NULL,
    expected_until date,
    ended_at       timestamptz NOT NULL,
    ended_by       text        NOT NULL,
    working_days   integer     NOT NULL CHECK (working_days >= 0),
    former_due_on  date        NOT NULL,
    due_on         date        NOT NULL,
    CHECK (ended_at >= since),
    CHECK (due_on >= former_due_on)
);
COMMENT ON TABLE suspension IS 'Ledger of the spans for which a task''s clock stood still, written when it goes on or the task ends. Never changed.';
COMMENT ON COLUMN suspension.id IS 'Ours.';
COMMENT ON COLUMN suspension.task_id IS 'Of which task.';
COMMENT ON COLUMN suspension.unit_path IS 'Scope: path of the unit that led it.';
COMMENT ON COLUMN suspension.since IS 'When it stopped.';
COMMENT ON COLUMN suspension.by IS 'Who stopped it. Personal data: login name.';
COMMENT ON COLUMN suspension.reason IS 'Why. May hold personal data.';
COMMENT ON COLUMN suspension.expected_until IS 'What was expected then.';
COMMENT ON COLUMN suspension.ended_at IS 'When it went on, or the task ended.';
COMMENT ON COLUMN suspension.ended_by IS 'Who resumed or ended it. Personal data: login name.';
COMMENT ON COLUMN suspension.working_days IS 'Working days by which the due day moved; 0 where the task ended with it.';
COMMENT ON COLUMN suspension.former_due_on IS 'Due day before.';
COMMENT ON COLUMN suspension.due_on IS 'Due day after.';
CREATE INDEX suspension_of_task ON suspension (task_id, id);

CREATE TABLE extension_request (
    id            uuid PRIMARY KEY,
    task_id       uuid        NOT NULL REFERENCES task (id),
    unit_path     text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    asked_by      text        NOT NULL,
    former_due_on date        NOT NULL,
    wanted_due_on date        NOT NULL,
    reason        text        NOT NULL,
    decision      text CHECK (decision IN ('granted', 'refused')),
    decided_at    timestamptz,
    decided_by    text,
    answer        text,
    granted_due_on date,
    CHECK (wanted_due_on > former_due_on),
    CHECK (num_nonnulls(decision, decided_at, decided_by) IN (0, 3)),
    CHECK ((decision IS NOT DISTINCT FROM 'granted') = (granted_due_on IS NOT NULL)),
    CHECK (decision IS DISTINCT FROM 'refused' OR answer IS NOT NULL)
);
COMMENT ON TABLE extension_request IS 'What units asked for and how it was decided. One without a decision waits while task.extension_wanted is set; else it was overtaken.';
COMMENT ON COLUMN extension_request.id IS 'Ours, a UUIDv7.';
COMMENT ON COLUMN extension_request.task_id IS 'Of which task.';
COMMENT ON COLUMN extension_request.unit_path IS 'Scope: path of the unit that asked.';
COMMENT ON COLUMN extension_request.asked_at IS 'When.';
COMMENT ON COLUMN extension_request.asked_by IS 'Who asked. Personal data: login name.';
COMMENT ON COLUMN extension_request.former_due_on IS 'Due day when it was asked.';
COMMENT ON COLUMN extension_request.wanted_due_on IS 'Due day that was asked for.';
COMMENT ON COLUMN extension_request.reason IS 'Why. May hold personal data.';
COMMENT ON COLUMN extension_request.decision IS 'granted or refused.';
COMMENT ON COLUMN extension_request.decided_at IS 'When it was decided.';
COMMENT ON COLUMN extension_request.decided_by IS 'Who decided. Personal data: login name.';
COMMENT ON COLUMN extension_request.answer IS 'What was said with it; a refusal always says why. May hold personal data.';
COMMENT ON COLUMN extension_request.granted_due_on IS 'Due day that was granted; may differ from the one that was wanted.';
CREATE INDEX extension_request_of_task ON extension_request (task_id, id);
