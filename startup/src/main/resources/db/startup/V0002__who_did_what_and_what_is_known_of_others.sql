CREATE TABLE audit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    who        text        NOT NULL,
    unit_path  text,
    source     text,
    act        text        NOT NULL,
    subject    text        NOT NULL,
    subject_id text        NOT NULL,
    before     jsonb,
    after      jsonb
);
COMMENT ON TABLE audit IS 'Who did what, when, from where, before and after. Append-only: a trigger refuses everything else.';
COMMENT ON COLUMN audit.id IS 'Order of writing.';
COMMENT ON COLUMN audit.at IS 'Business time.';
COMMENT ON COLUMN audit.who IS 'Login name, or system for what the clock did. Personal data.';
COMMENT ON COLUMN audit.unit_path IS 'Path of the unit of who did it.';
COMMENT ON COLUMN audit.source IS 'Network address it came from. Personal data.';
COMMENT ON COLUMN audit.act IS 'Fixed word: published, assigned, acknowledged …';
COMMENT ON COLUMN audit.subject IS 'Kind of thing: plan, task, alert, unit …';
COMMENT ON COLUMN audit.subject_id IS 'Which one.';
COMMENT ON COLUMN audit.before IS 'What changed, as it was.';
COMMENT ON COLUMN audit.after IS 'What changed, as it is now, and the reason given.';
CREATE INDEX audit_subject ON audit (subject, subject_id, id);

CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'audit rows are never changed';
END
$$;
COMMENT ON FUNCTION audit_stays() IS 'Keeps audit append-only.';
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();

CREATE TABLE idempotency (
    caller      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    result      uuid,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
COMMENT ON TABLE idempotency IS 'Idempotency-Key values seen, each with what it created.';
COMMENT ON COLUMN idempotency.caller IS 'Login or client name. Personal data.';
COMMENT ON COLUMN idempotency.key IS 'As sent.';
COMMENT ON COLUMN idempotency.fingerprint IS 'SHA-256 of what was asked; another request under the same key is refused.';
COMMENT ON COLUMN idempotency.result IS 'Id of what was created.';
COMMENT ON COLUMN idempotency.created_at IS 'When.';

CREATE TABLE unit (
    id        text PRIMARY KEY,
    parent_id text,
    path      text    NOT NULL UNIQUE,
    name      text    NOT NULL,
    kind      text    NOT NULL,
    open      boolean NOT NULL,
    version   bigint  NOT NULL
);
COMMENT ON TABLE unit IS 'Units as known here; task-service owns them, the others keep a copy from its events.';
COMMENT ON COLUMN unit.id IS 'Stable id.';
COMMENT ON COLUMN unit.parent_id IS 'The unit above.';
COMMENT ON COLUMN unit.path IS 'Ids from the root, /yunxi/t-01/s-001/. A scope is a prefix.';
COMMENT ON COLUMN unit.name IS 'Name shown.';
COMMENT ON COLUMN unit.kind IS 'UnitKind in contracts.';
COMMENT ON COLUMN unit.open IS 'False once closed or merged.';
COMMENT ON COLUMN unit.version IS 'Grows with each change; an older event changes nothing.';
CREATE INDEX unit_path_prefix ON unit (path text_pattern_ops);

CREATE TABLE work_calendar (
    year         integer PRIMARY KEY,
    holidays     date[] NOT NULL,
    make_up_days date[] NOT NULL,
    version      bigint NOT NULL
);
COMMENT ON TABLE work_calendar IS 'Public holidays and make-up days as known here; task-service owns them.';
COMMENT ON COLUMN work_calendar.year IS 'Calendar year.';
COMMENT ON COLUMN work_calendar.holidays IS 'Days not worked though not on a weekend, and holidays in general.';
COMMENT ON COLUMN work_calendar.make_up_days IS 'Weekend days that are worked (调休).';
COMMENT ON COLUMN work_calendar.version IS 'Grows with each change.';
