CREATE TABLE known_task (
    task_id uuid PRIMARY KEY,
    version bigint NOT NULL,
    phase   text   NOT NULL CHECK (phase IN ('OPEN', 'COMPLETED', 'CANCELLED')),
    due_on  date   NOT NULL,
    facts   jsonb  NOT NULL
);
COMMENT ON TABLE known_task IS 'Tasks as task-service last told of them; decides whether an overdue event still holds.';
COMMENT ON COLUMN known_task.task_id IS 'The task.';
COMMENT ON COLUMN known_task.version IS 'Version of the newest event heard; an older one changes nothing.';
COMMENT ON COLUMN known_task.phase IS 'OPEN, or how it ended.';
COMMENT ON COLUMN known_task.due_on IS 'The day it is due.';
COMMENT ON COLUMN known_task.facts IS 'TaskFacts of that event: title, units, dates.';
