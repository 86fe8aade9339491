CREATE TABLE content (
    sha256        text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size          bigint      NOT NULL CHECK (size > 0),
    claimed_at    timestamptz NOT NULL,
    thumbnail     text        NOT NULL CHECK (thumbnail IN ('pending', 'ready', 'none')),
    thumbnail_due timestamptz CHECK ((thumbnail_due IS NOT NULL) = (thumbnail = 'pending')),
    tries         integer     NOT NULL DEFAULT 0
);
COMMENT ON TABLE content IS 'Bytes in the store, once each however many tasks name them. Written before the bytes are stored, so that what was left half-way is found and removed.';
COMMENT ON COLUMN content.sha256 IS 'Their hash, and their key in the store.';
COMMENT ON COLUMN content.size IS 'Bytes.';
COMMENT ON COLUMN content.claimed_at IS 'When somebody last needed them. What no evidence names a day after that is removed.';
COMMENT ON COLUMN content.thumbnail IS 'pending: to be made; ready: in the store beside the bytes; none: not of a kind that has one, or it could not be made.';
COMMENT ON COLUMN content.thumbnail_due IS 'When it is to be made, or tried again.';
COMMENT ON COLUMN content.tries IS 'How often it was tried; a file that kills the process is given up.';
CREATE INDEX content_claimed ON content (claimed_at);
CREATE INDEX content_thumbnail_due ON content (thumbnail_due) WHERE thumbnail_due IS NOT NULL;

CREATE FUNCTION thumbnail_wake() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('thumbnail', '');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION thumbnail_wake() IS 'Wakes who makes thumbnails.';
CREATE TRIGGER thumbnail_wake AFTER INSERT ON content FOR EACH STATEMENT EXECUTE FUNCTION thumbnail_wake();

CREATE TABLE evidence (
    id          uuid PRIMARY KEY,
    task_id     uuid        NOT NULL REFERENCES task (id),
    unit_id     text        NOT NULL REFERENCES unit (id),
    unit_path   text        NOT NULL,
    sha256      text        NOT NULL,
    name        text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    type        text        NOT NULL CHECK (type IN ('pdf', 'docx', 'xlsx', 'pptx', 'jpeg', 'png', 'heic', 'mp4', 'txt')),
    size        bigint      NOT NULL CHECK (size > 0),
    located     boolean     NOT NULL,
    at          timestamptz NOT NULL,
    by          text        NOT NULL,
    reused_from uuid REFERENCES evidence (id),
    removed_at  timestamptz,
    removed_by  text,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
COMMENT ON TABLE evidence IS 'A file that a unit put to a task (佐证材料). Removed ones keep their row, not their bytes.';
COMMENT ON COLUMN evidence.id IS 'Ours, a UUIDv7.';
COMMENT ON COLUMN evidence.task_id IS 'Of which task.';
COMMENT ON COLUMN evidence.unit_id IS 'The unit that answers for the task then.';
COMMENT ON COLUMN evidence.unit_path IS 'Scope: path of that unit.';
COMMENT ON COLUMN evidence.sha256 IS 'Which bytes. No foreign key: the bytes of what was removed go.';
COMMENT ON COLUMN evidence.name IS 'Name of the file, cleaned. May hold personal data.';
COMMENT ON COLUMN evidence.type IS 'What the bytes are, whatever the sender said.';
COMMENT ON COLUMN evidence.size IS 'Bytes.';
COMMENT ON COLUMN evidence.located IS 'A photo that tells where it was taken: personal data, its original is for the unit and those above it.';
COMMENT ON COLUMN evidence.at IS 'When it was put there.';
COMMENT ON COLUMN evidence.by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN evidence.reused_from IS 'The evidence it was taken over from, instead of being sent again.';
COMMENT ON COLUMN evidence.removed_at IS 'When its uploader took it back.';
COMMENT ON COLUMN evidence.removed_by IS 'Who did. Personal data: login name.';
CREATE UNIQUE INDEX evidence_once_a_task ON evidence (task_id, sha256) WHERE removed_at IS NULL;
CREATE INDEX evidence_of_unit ON evidence (unit_path text_pattern_ops, id) WHERE removed_at IS NULL;
CREATE INDEX evidence_of_content ON evidence (sha256);

CREATE TABLE report_evidence (
    report_id   uuid NOT NULL REFERENCES report (id),
    evidence_id uuid NOT NULL REFERENCES evidence (id),
    PRIMARY KEY (report_id, evidence_id)
);
COMMENT ON TABLE report_evidence IS 'Which files a report names.';
COMMENT ON COLUMN report_evidence.report_id IS 'The report.';
COMMENT ON COLUMN report_evidence.evidence_id IS 'A file of the same task.';
CREATE INDEX report_evidence_of_file ON report_evidence (evidence_id);
