CREATE TABLE share (
    task_id          uuid PRIMARY KEY,
    target_id        uuid        NOT NULL REFERENCES target ON DELETE CASCADE,
    plan_id          uuid        NOT NULL,
    parent_id        uuid,
    unit_id          text        NOT NULL,
    unit_name        text        NOT NULL,
    unit_path        text        NOT NULL,
    supporting_names text[]      NOT NULL,
    supporting_paths text[]      NOT NULL,
    due_on           date        NOT NULL,
    first_due_on     date        NOT NULL,
    phase            text        NOT NULL CHECK (phase IN ('ASSIGNED', 'ACCEPTED', 'UNDER_WAY', 'SUBMITTED', 'COMPLETED', 'CANCELLED')),
    value            numeric,
    most             numeric,
    words            text,
    words_at         timestamptz,
    version          bigint      NOT NULL
);
COMMENT ON TABLE share IS 'What one unit does for a target, the whole of it or a part: a copy of a task, from task-service''s events.';
COMMENT ON COLUMN share.task_id IS 'The task.';
COMMENT ON COLUMN share.target_id IS 'The target it works on.';
COMMENT ON COLUMN share.plan_id IS 'The target''s plan.';
COMMENT ON COLUMN share.parent_id IS 'The task it is a part of; null when it answers for the whole target.';
COMMENT ON COLUMN share.unit_id IS 'The unit that leads.';
COMMENT ON COLUMN share.unit_name IS 'Its name.';
COMMENT ON COLUMN share.unit_path IS 'Its path; whoever is in it or above it sees this row.';
COMMENT ON COLUMN share.supporting_names IS 'Names of the units that support.';
COMMENT ON COLUMN share.supporting_paths IS 'Their paths; they see this row, too.';
COMMENT ON COLUMN share.due_on IS 'When it is due now.';
COMMENT ON COLUMN share.first_due_on IS 'When it was due at first; another than due_on means it was moved.';
COMMENT ON COLUMN share.phase IS 'How far the task is. Whether it is overdue is derived from the clock.';
COMMENT ON COLUMN share.value IS 'State reached so far as last reported, in the target''s unit.';
COMMENT ON COLUMN share.most IS 'The highest value ever reported: one event breaks a target of none, whatever is reported later.';
COMMENT ON COLUMN share.words IS 'What was said last: a report, a reason for sending back, moving or ending. May hold personal data.';
COMMENT ON COLUMN share.words_at IS 'When.';
COMMENT ON COLUMN share.version IS 'Version of the task last heard of; older news changes nothing.';
CREATE INDEX share_plan ON share (plan_id, target_id);
CREATE INDEX share_target ON share (target_id);

CREATE TABLE reported_value (
    task_id   uuid        NOT NULL REFERENCES share ON DELETE CASCADE,
    version   bigint      NOT NULL,
    at        timestamptz NOT NULL,
    value     numeric     NOT NULL,
    PRIMARY KEY (task_id, version)
);
COMMENT ON TABLE reported_value IS 'Every value a unit has reported for its share: the history of a target.';
COMMENT ON COLUMN reported_value.task_id IS 'The share.';
COMMENT ON COLUMN reported_value.version IS 'Version of the task the report made.';
COMMENT ON COLUMN reported_value.at IS 'When it was reported.';
COMMENT ON COLUMN reported_value.value IS 'State reached so far, in the target''s unit.';

CREATE TABLE person_in_charge (
    person_id text PRIMARY KEY,
    unit_id   text    NOT NULL,
    name      text    NOT NULL,
    duty      text    NOT NULL,
    active    boolean NOT NULL,
    version   bigint  NOT NULL
);
COMMENT ON TABLE person_in_charge IS 'Who answers in a unit, as the lists of responsibility name them; a copy from task-service''s events.';
COMMENT ON COLUMN person_in_charge.person_id IS 'Theirs.';
COMMENT ON COLUMN person_in_charge.unit_id IS 'The unit.';
COMMENT ON COLUMN person_in_charge.name IS 'Personal data.';
COMMENT ON COLUMN person_in_charge.duty IS 'HEAD answers for the unit, STAFF works on its items, and others.';
COMMENT ON COLUMN person_in_charge.active IS 'Still there.';
COMMENT ON COLUMN person_in_charge.version IS 'Older news changes nothing.';
CREATE INDEX person_in_charge_unit ON person_in_charge (unit_id) WHERE active;

ALTER TABLE target ADD COLUMN counted_from text NOT NULL DEFAULT 'REPORTS'
    CHECK (counted_from IN ('REPORTS', 'INSPECTIONS', 'OTHER_SYSTEM'));
COMMENT ON COLUMN target.counted_from IS 'Where its figure comes from: what units report, finished inspections, or another system. Only the first is typed in.';
ALTER TABLE target DROP COLUMN task_version;
COMMENT ON COLUMN target.attained IS 'It was verified and reaches what is asked.';
COMMENT ON COLUMN target.attained_value IS 'What has been reached, over all its shares, in unit.';
