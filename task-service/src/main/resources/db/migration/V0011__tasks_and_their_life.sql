CREATE TABLE reminder_policy (
    id        text PRIMARY KEY,
    days      integer[] NOT NULL CHECK (cardinality(days) <= 20 AND 0 <= ALL (days)),
    at        time      NOT NULL
);
COMMENT ON TABLE reminder_policy IS 'When a unit is reminded before the due day. Copied onto a task when it is assigned.';
COMMENT ON COLUMN reminder_policy.id IS 'Name; default is the one in force.';
COMMENT ON COLUMN reminder_policy.days IS 'Working days before the due day; 0 is the due day itself.';
COMMENT ON COLUMN reminder_policy.at IS 'Time of day in the bureau''s zone.';
INSERT INTO reminder_policy (id, days, at) VALUES ('default', '{10,3,1}', '09:00');

CREATE TABLE task (
    id                  uuid PRIMARY KEY,
    plan_id             uuid    NOT NULL,
    target_id           uuid    NOT NULL,
    parent_id           uuid REFERENCES task (id),
    place               integer NOT NULL,
    plan_title          text    NOT NULL,
    year                integer NOT NULL,
    chapter             text    NOT NULL,
    measure             text    NOT NULL,
    title               text    NOT NULL,
    quote               text    NOT NULL,
    indicator           text    NOT NULL,
    comparator          text    NOT NULL,
    target_value        numeric,
    target_upper        numeric,
    value_unit          text,
    strength            text    NOT NULL,
    universal           boolean NOT NULL,
    bureau_id           text    NOT NULL REFERENCES unit (id),
    unit_path           text    NOT NULL,
    asked_by_path       text,
    phase               text    NOT NULL,
    proposed_unit_id    text REFERENCES unit (id),
    proposed_reason     text,
    lead_unit_id        text REFERENCES unit (id),
    supporting_unit_ids text[]  NOT NULL DEFAULT '{}',
    due_on              date    NOT NULL,
    due_inferred        boolean NOT NULL,
    reminder_days       integer[],
    reminder_at         time,
    value               numeric,
    assigned_at         timestamptz,
    accepted_at         timestamptz,
    accepted_by         text,
    submitted_at        timestamptz,
    submitted_on        date,
    submitted_by        text,
    completed_at        timestamptz,
    completed_by        text,
    completed_late      boolean,
    cancelled_at        timestamptz,
    cancelled_by        text,
    cancel_reason       text,
    overdue_said_at     timestamptz,
    version             bigint  NOT NULL,
    CONSTRAINT phase_is_known CHECK (phase IN
        ('proposed', 'assigned', 'accepted', 'under_way', 'submitted', 'completed', 'cancelled')),
    CONSTRAINT phase_has_its_columns CHECK (CASE phase
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
    END)
) WITH (fillfactor = 85);
COMMENT ON TABLE task IS 'What a unit is responsible for: one per target of a published plan, and one per unit where it was spread.';
COMMENT ON COLUMN task.id IS 'Ours, a UUIDv7.';
COMMENT ON COLUMN task.plan_id IS 'Plan in plan-service.';
COMMENT ON COLUMN task.target_id IS 'Target in plan-service.';
COMMENT ON COLUMN task.parent_id IS 'The task that this is a unit''s share of.';
COMMENT ON COLUMN task.place IS 'Place of the target in the plan, from 1.';
COMMENT ON COLUMN task.plan_title IS 'Title of the plan.';
COMMENT ON COLUMN task.year IS 'Year of the plan.';
COMMENT ON COLUMN task.chapter IS 'Chapter that the target stands in.';
COMMENT ON COLUMN task.measure IS 'Measure that the target stands in.';
COMMENT ON COLUMN task.title IS 'One line for lists and messages.';
COMMENT ON COLUMN task.quote IS 'The plan''s own words.';
COMMENT ON COLUMN task.indicator IS 'What is counted.';
COMMENT ON COLUMN task.comparator IS 'Comparator in contracts.';
COMMENT ON COLUMN task.target_value IS 'Figure to reach, in value_unit.';
COMMENT ON COLUMN task.target_upper IS 'Upper end of a range.';
COMMENT ON COLUMN task.value_unit IS '所, %, 百分点 …';
COMMENT ON COLUMN task.strength IS 'Strength in contracts.';
COMMENT ON COLUMN task.universal IS 'Every unit of a population must reach it.';
COMMENT ON COLUMN task.bureau_id IS 'Bureau whose plan it is.';
COMMENT ON COLUMN task.unit_path IS 'Scope: path of the lead unit, of the bureau before there is one.';
COMMENT ON COLUMN task.asked_by_path IS 'Scope: path of the unit that leads the parent and so sees and verifies the share.';
COMMENT ON COLUMN task.phase IS 'Where in its life; see TaskState.';
COMMENT ON COLUMN task.proposed_unit_id IS 'Lead unit that the software proposes.';
COMMENT ON COLUMN task.proposed_reason IS 'Why, in words.';
COMMENT ON COLUMN task.lead_unit_id IS 'Unit that answers for it.';
COMMENT ON COLUMN task.supporting_unit_ids IS 'Units that help and may look.';
COMMENT ON COLUMN task.due_on IS 'The day people agreed on; overdue begins when it ends in the bureau''s zone.';
COMMENT ON COLUMN task.due_inferred IS 'The plan names no date; its year''s end was taken.';
COMMENT ON COLUMN task.reminder_days IS 'Reminder policy in force when it was assigned.';
COMMENT ON COLUMN task.reminder_at IS 'Reminder policy in force when it was assigned.';
COMMENT ON COLUMN task.value IS 'Figure reached so far, as last reported.';
COMMENT ON COLUMN task.assigned_at IS 'When the present lead unit got it.';
COMMENT ON COLUMN task.accepted_at IS 'When the lead unit signed for it (签收).';
COMMENT ON COLUMN task.accepted_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN task.submitted_at IS 'When it was handed in for verification.';
COMMENT ON COLUMN task.submitted_on IS 'The same as a day in the bureau''s zone: what counts for being in time.';
COMMENT ON COLUMN task.submitted_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN task.completed_at IS 'When it was verified.';
COMMENT ON COLUMN task.completed_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN task.completed_late IS 'Handed in after the due day.';
COMMENT ON COLUMN task.cancelled_at IS 'When it ended undone.';
COMMENT ON COLUMN task.cancelled_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN task.cancel_reason IS 'Why.';
COMMENT ON COLUMN task.overdue_said_at IS 'When it was said that the present deadline passed. Whether it IS overdue follows from due_on and the clock.';
COMMENT ON COLUMN task.version IS 'Grows by one with each event said of it.';
CREATE UNIQUE INDEX task_of_target ON task (target_id) WHERE parent_id IS NULL;
CREATE UNIQUE INDEX task_share_of_unit ON task (parent_id, lead_unit_id) WHERE parent_id IS NOT NULL AND phase <> 'cancelled';
CREATE INDEX task_by_due ON task (due_on, id);
CREATE INDEX task_of_unit ON task (unit_path text_pattern_ops, due_on, id);
CREATE INDEX task_asked_by ON task (asked_by_path text_pattern_ops) WHERE asked_by_path IS NOT NULL;
CREATE INDEX task_supported_by ON task USING gin (supporting_unit_ids) WHERE supporting_unit_ids <> '{}';
CREATE INDEX task_of_plan ON task (plan_id, place);

CREATE TABLE report (
    id        uuid PRIMARY KEY,
    task_id   uuid        NOT NULL REFERENCES task (id),
    unit_path text        NOT NULL,
    at        timestamptz NOT NULL,
    by        text        NOT NULL,
    value     numeric,
    narrative text        NOT NULL
);
COMMENT ON TABLE report IS 'What a unit said of its progress. Never changed.';
COMMENT ON COLUMN report.id IS 'Ours.';
COMMENT ON COLUMN report.task_id IS 'Of which task.';
COMMENT ON COLUMN report.unit_path IS 'Scope: path of the unit that reported.';
COMMENT ON COLUMN report.at IS 'When.';
COMMENT ON COLUMN report.by IS 'Who. Personal data: login name.';
COMMENT ON COLUMN report.value IS 'Figure reached so far; null when only told in words.';
COMMENT ON COLUMN report.narrative IS 'In words. May hold personal data.';
CREATE INDEX report_of_task ON report (task_id, id);

CREATE TABLE withdrawn_plan (
    plan_id uuid PRIMARY KEY,
    version bigint NOT NULL
);
COMMENT ON TABLE withdrawn_plan IS 'Plans that were withdrawn: a target heard of late (a replayed dead letter) makes no task any more.';
COMMENT ON COLUMN withdrawn_plan.plan_id IS 'Plan in plan-service.';
COMMENT ON COLUMN withdrawn_plan.version IS 'Its version then; older facts change nothing.';
