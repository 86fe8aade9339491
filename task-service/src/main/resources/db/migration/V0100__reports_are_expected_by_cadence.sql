CREATE TABLE report_policy (
    id           text PRIMARY KEY,
    cadence      text    NOT NULL CHECK (cadence IN ('none', 'weekly', 'two_weekly', 'monthly', 'quarterly', 'per_term')),
    days_after   integer NOT NULL CHECK (days_after BETWEEN 0 AND 20)
);
COMMENT ON TABLE report_policy IS 'How often units report on a task unless a person says otherwise. Copied onto a task when it is assigned.';
COMMENT ON COLUMN report_policy.id IS 'default, or the kind of the lead unit (UnitKind in contracts), which goes before it.';
COMMENT ON COLUMN report_policy.cadence IS 'How often; none where nobody is asked, which is the rule until a bureau decides to ask (减负).';
COMMENT ON COLUMN report_policy.days_after IS 'Working days after the last working day of a period by which its report is due.';
INSERT INTO report_policy (id, cadence, days_after) VALUES ('default', 'none', 0);

CREATE TABLE task_cadence (
    task_id    uuid PRIMARY KEY REFERENCES task (id),
    cadence    text    NOT NULL CHECK (cadence IN ('none', 'weekly', 'two_weekly', 'monthly', 'quarterly', 'per_term')),
    days_after integer NOT NULL CHECK (days_after BETWEEN 0 AND 20),
    since      date    NOT NULL
);
COMMENT ON TABLE task_cadence IS 'How often the lead unit reports on a task, from its assignment on.';
COMMENT ON COLUMN task_cadence.task_id IS 'Of which task.';
COMMENT ON COLUMN task_cadence.cadence IS 'Cadence in task-service.';
COMMENT ON COLUMN task_cadence.days_after IS 'Working days after the last working day of a period by which its report is due.';
COMMENT ON COLUMN task_cadence.since IS 'Day from which periods are counted.';
INSERT INTO task_cadence (task_id, cadence, days_after, since)
SELECT id, 'none', 0, current_date FROM task WHERE lead_unit_id IS NOT NULL AND phase NOT IN ('completed', 'cancelled');

CREATE TABLE expected_report (
    id          uuid PRIMARY KEY DEFAULT uuidv7(),
    task_id     uuid        NOT NULL REFERENCES task (id),
    unit_id     text        NOT NULL REFERENCES unit (id),
    unit_path   text        NOT NULL,
    period_from date        NOT NULL,
    period_to   date        NOT NULL,
    due_on      date        NOT NULL,
    due_at      timestamptz NOT NULL,
    missed_at   timestamptz,
    settled_at  timestamptz,
    report_id   uuid REFERENCES report (id),
    sent_back   integer     NOT NULL DEFAULT 0,
    CHECK (period_to >= period_from),
    CHECK ((settled_at IS NULL) = (report_id IS NULL)),
    UNIQUE (task_id, unit_id, period_from)
);
COMMENT ON TABLE expected_report IS 'Reports that units owe, listed before they are due. Whether one is missing follows from the clock; that it was missed is kept.';
COMMENT ON COLUMN expected_report.id IS 'Ours, a UUIDv7.';
COMMENT ON COLUMN expected_report.task_id IS 'On which task.';
COMMENT ON COLUMN expected_report.unit_id IS 'Unit that led the task then.';
COMMENT ON COLUMN expected_report.unit_path IS 'Scope: path of that unit.';
COMMENT ON COLUMN expected_report.period_from IS 'First day it tells of.';
COMMENT ON COLUMN expected_report.period_to IS 'Last day it tells of.';
COMMENT ON COLUMN expected_report.due_on IS 'Day by which it is due; moved when a report is sent back before it was missed.';
COMMENT ON COLUMN expected_report.due_at IS 'The end of that day in the bureau''s zone: its deadline of kind report_due.';
COMMENT ON COLUMN expected_report.missed_at IS 'When it was first said that the day passed without it. Stays: what comes after that is late.';
COMMENT ON COLUMN expected_report.settled_at IS 'When the report came that stands for it now.';
COMMENT ON COLUMN expected_report.report_id IS 'Which one.';
COMMENT ON COLUMN expected_report.sent_back IS 'How often a report that stood for it was sent back.';
CREATE INDEX expected_report_by_due ON expected_report (due_on, id);
CREATE INDEX expected_report_owed ON expected_report (due_at) WHERE settled_at IS NULL;
CREATE INDEX expected_report_of_unit ON expected_report (unit_path text_pattern_ops, due_on, id);
CREATE INDEX expected_report_settled_by ON expected_report (report_id) WHERE report_id IS NOT NULL;

ALTER TABLE report
    ADD COLUMN returned_at   timestamptz,
    ADD COLUMN returned_by   text,
    ADD COLUMN return_reason text,
    ADD CONSTRAINT returned_with_a_reason CHECK (num_nonnulls(returned_at, returned_by, return_reason) IN (0, 3));
COMMENT ON TABLE report IS 'What a unit said of its progress. Its words are never changed.';
COMMENT ON COLUMN report.returned_at IS 'When it was sent back.';
COMMENT ON COLUMN report.returned_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN report.return_reason IS 'Why. May hold personal data.';

CREATE TABLE report_draft (
    task_id   uuid        NOT NULL REFERENCES task (id),
    username  text        NOT NULL,
    unit_path text        NOT NULL,
    value     numeric,
    narrative text        NOT NULL,
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (task_id, username)
);
COMMENT ON TABLE report_draft IS 'A report that somebody is still writing: theirs alone until it is sent.';
COMMENT ON COLUMN report_draft.task_id IS 'On which task.';
COMMENT ON COLUMN report_draft.username IS 'Whose. Personal data: login name.';
COMMENT ON COLUMN report_draft.unit_path IS 'Scope: path of the unit that leads the task.';
COMMENT ON COLUMN report_draft.value IS 'Figure so far.';
COMMENT ON COLUMN report_draft.narrative IS 'Words so far. May hold personal data.';
COMMENT ON COLUMN report_draft.saved_at IS 'When it was last kept.';

ALTER TABLE deadline DROP CONSTRAINT deadline_kind_check;
ALTER TABLE deadline ADD CONSTRAINT deadline_kind_check CHECK (kind IN ('reminder', 'due', 'overdue', 'report_due'));
COMMENT ON COLUMN deadline.kind IS 'reminder before the due day, due on it, overdue when it has ended; report_due when the day of a report has ended.';
