CREATE TABLE outbox (
    seq           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            uuid        NOT NULL,
    aggregatetype text        NOT NULL,
    aggregateid   text        NOT NULL,
    type          text        NOT NULL,
    payload       jsonb       NOT NULL,
    time          timestamptz NOT NULL
);
COMMENT ON TABLE outbox IS 'Events that are committed and not yet on Kafka. Columns as Debezium''s EventRouter expects.';
COMMENT ON COLUMN outbox.seq IS 'Order of sending. Writers of one aggregate serialise on its row, so order per key holds.';
COMMENT ON COLUMN outbox.id IS 'CloudEvents id, a UUIDv7; readers claim it.';
COMMENT ON COLUMN outbox.aggregatetype IS 'The topic is dudao.<aggregatetype>.';
COMMENT ON COLUMN outbox.aggregateid IS 'Kafka key and CloudEvents subject.';
COMMENT ON COLUMN outbox.type IS 'CloudEvents type.';
COMMENT ON COLUMN outbox.payload IS 'CloudEvents data. May hold personal data (names, addresses of people) until it is sent.';
COMMENT ON COLUMN outbox.time IS 'Business time of the fact.';

CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('outbox', '');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION outbox_wake() IS 'Wakes the relay; PostgreSQL folds equal notices of one transaction into one.';
CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake();

CREATE TABLE inbox (
    event_id uuid PRIMARY KEY,
    heard_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE inbox IS 'Ids of events whose effect is committed; an id heard again changes nothing.';
COMMENT ON COLUMN inbox.event_id IS 'CloudEvents id.';
COMMENT ON COLUMN inbox.heard_at IS 'When; rows older than 90 days are dropped, Kafka forgets sooner.';
CREATE INDEX inbox_heard_at ON inbox (heard_at);

CREATE TABLE dead_letter (
    id            uuid PRIMARY KEY,
    topic         text        NOT NULL,
    partition     integer     NOT NULL,
    "offset"      bigint      NOT NULL,
    key           text,
    event_id      text,
    type          text,
    time          text,
    value         bytea,
    cause         text        NOT NULL,
    kept_at       timestamptz NOT NULL,
    state         text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'replayed', 'discarded')),
    attempts      integer     NOT NULL DEFAULT 0,
    settled_at    timestamptz,
    settled_by    text,
    settled_reason text,
    UNIQUE (topic, partition, "offset"),
    CHECK ((state = 'waiting') = (settled_at IS NULL))
);
COMMENT ON TABLE dead_letter IS 'Records from Kafka that could not be handled, kept until a person replays or discards them.';
COMMENT ON COLUMN dead_letter.id IS 'Ours.';
COMMENT ON COLUMN dead_letter.topic IS 'Where it was read.';
COMMENT ON COLUMN dead_letter.partition IS 'Where it was read.';
COMMENT ON COLUMN dead_letter."offset" IS 'Where it was read.';
COMMENT ON COLUMN dead_letter.key IS 'Kafka key as text.';
COMMENT ON COLUMN dead_letter.event_id IS 'Header ce_id as it came, may be malformed.';
COMMENT ON COLUMN dead_letter.type IS 'Header ce_type as it came.';
COMMENT ON COLUMN dead_letter.time IS 'Header ce_time as it came.';
COMMENT ON COLUMN dead_letter.value IS 'The record''s value, untouched. May hold personal data.';
COMMENT ON COLUMN dead_letter.cause IS 'Why it could not be handled, the last time it was tried.';
COMMENT ON COLUMN dead_letter.kept_at IS 'When it was kept.';
COMMENT ON COLUMN dead_letter.state IS 'waiting, replayed or discarded.';
COMMENT ON COLUMN dead_letter.attempts IS 'How often a replay failed.';
COMMENT ON COLUMN dead_letter.settled_at IS 'When a person replayed or discarded it.';
COMMENT ON COLUMN dead_letter.settled_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN dead_letter.settled_reason IS 'Why it was discarded.';
CREATE INDEX dead_letter_waiting ON dead_letter (kept_at DESC, id) WHERE state = 'waiting';
