-- A tree of its own: no bureau's scope reaches it, so its tasks are in nobody's list, count or bulletin.
INSERT INTO unit (id, parent_id, path, name, kind, open, version) VALUES
    ('sandbox', NULL, '/sandbox/', '演练教育局', 'BUREAU', true, 1),
    ('sandbox-school', 'sandbox', '/sandbox/sandbox-school/', '演练学校', 'SCHOOL', true, 1);

-- And nothing of it leaves this database: what would have been told goes straight to the feed of changes.
CREATE FUNCTION keep_what_is_rehearsed() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    -- ADR-0009: positions become visible in their order.
    PERFORM pg_advisory_xact_lock(hashtext('changes of tasks'));
    INSERT INTO task_change (task_id, type, version, at)
    VALUES ((NEW.payload #>> '{task,taskId}')::uuid, NEW.type, (NEW.payload ->> 'version')::bigint, NEW.time);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION keep_what_is_rehearsed() IS 'Keeps facts of the sandbox''s tasks out of the outbox; its own client reads them from task_change.';
CREATE TRIGGER keep_what_is_rehearsed BEFORE INSERT ON outbox FOR EACH ROW
    WHEN (NEW.aggregatetype = 'task' AND NEW.payload #>> '{task,bureau,id}' = 'sandbox')
    EXECUTE FUNCTION keep_what_is_rehearsed();

CREATE INDEX task_change_at ON task_change (at);
