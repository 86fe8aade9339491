CREATE TABLE milestone (
    id          uuid PRIMARY KEY,
    task_id     uuid        NOT NULL REFERENCES task (id),
    unit_path   text        NOT NULL,
    name        text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    due_on      date        NOT NULL,
    due_at      timestamptz NOT NULL,
    progress    integer     NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    achieved_on date,
    proof       text,
    told_by     text,
    missed_at   timestamptz,
    CHECK ((achieved_on IS NOT NULL) = (progress = 100)),
    CHECK (achieved_on IS NULL OR proof IS NOT NULL)
);
COMMENT ON TABLE milestone IS 'Nodes within a task (节点), each with a day and a progress of its own. Whether one is late follows from the clock; that it was missed is kept.';
COMMENT ON COLUMN milestone.id IS 'Ours, a UUIDv7.';
COMMENT ON COLUMN milestone.task_id IS 'Of which task.';
COMMENT ON COLUMN milestone.unit_path IS 'Scope: path of the unit that leads the task.';
COMMENT ON COLUMN milestone.name IS 'What is reached.';
COMMENT ON COLUMN milestone.due_on IS 'By which day; not after the due day of the task when it was set.';
COMMENT ON COLUMN milestone.due_at IS 'The end of that day in the bureau''s zone: its deadline of kind milestone.';
COMMENT ON COLUMN milestone.progress IS 'Per cent; 100 is reached.';
COMMENT ON COLUMN milestone.achieved_on IS 'Day on which it was reached.';
COMMENT ON COLUMN milestone.proof IS 'What shows its progress, in words. May hold personal data.';
COMMENT ON COLUMN milestone.told_by IS 'Who told of it last. Personal data: login name.';
COMMENT ON COLUMN milestone.missed_at IS 'When it was said that its day passed without it.';
CREATE INDEX milestone_of_task ON milestone (task_id, due_on);
CREATE INDEX milestone_open ON milestone (due_on, task_id) WHERE achieved_on IS NULL;
