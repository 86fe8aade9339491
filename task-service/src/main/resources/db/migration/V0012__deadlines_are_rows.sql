CREATE TABLE deadline (
    task_id uuid        NOT NULL,
    kind    text        NOT NULL CHECK (kind IN ('reminder', 'due', 'overdue')),
    fire_at timestamptz NOT NULL,
    PRIMARY KEY (task_id, kind, fire_at)
);
COMMENT ON TABLE deadline IS 'Deadlines that have not fired. Narrow on purpose: firing costs what is due, not what exists. Written under the lock of the task''s row.';
COMMENT ON COLUMN deadline.task_id IS 'Of which task. No foreign key: tasks are never deleted, and the check would cost a look-up a row.';
COMMENT ON COLUMN deadline.kind IS 'reminder before the due day, due on it, overdue when it has ended.';
COMMENT ON COLUMN deadline.fire_at IS 'When.';
CREATE INDEX deadline_fire_at ON deadline (fire_at);

CREATE FUNCTION deadline_wake() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('deadline', '');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION deadline_wake() IS 'Wakes who fires deadlines: an earlier one may have been written.';
CREATE TRIGGER deadline_wake AFTER INSERT ON deadline FOR EACH STATEMENT EXECUTE FUNCTION deadline_wake();
