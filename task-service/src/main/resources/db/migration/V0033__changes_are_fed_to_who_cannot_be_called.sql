CREATE TABLE task_change (
    position  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id   uuid        NOT NULL,
    type      text        NOT NULL,
    version   bigint      NOT NULL,
    at        timestamptz NOT NULL
);
COMMENT ON TABLE task_change IS 'What was told of tasks, in the order in which it became visible: written under an advisory lock that is held to the commit (ADR-0009).';
COMMENT ON COLUMN task_change.position IS 'Where a reader stands.';
COMMENT ON COLUMN task_change.task_id IS 'Of which task.';
COMMENT ON COLUMN task_change.type IS 'CloudEvents type of the fact.';
COMMENT ON COLUMN task_change.version IS 'Version of the task that the fact made.';
COMMENT ON COLUMN task_change.at IS 'Business time of the fact.';
CREATE INDEX task_change_of_task ON task_change (task_id, position);
