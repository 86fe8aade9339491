CREATE TABLE person (
    id       text PRIMARY KEY,
    unit_id  text    NOT NULL,
    username text,
    name     text    NOT NULL,
    email    text,
    phone    text,
    duty     text    NOT NULL,
    active   boolean NOT NULL,
    version  bigint  NOT NULL
);
COMMENT ON TABLE person IS 'People as known here, each a possible recipient; task-service owns them.';
COMMENT ON COLUMN person.id IS 'Stable id.';
COMMENT ON COLUMN person.unit_id IS 'The unit the person works in.';
COMMENT ON COLUMN person.username IS 'Login name; opens the inbox. Personal data.';
COMMENT ON COLUMN person.name IS 'Name as people write it. Personal data.';
COMMENT ON COLUMN person.email IS 'Where e-mail goes. Personal data.';
COMMENT ON COLUMN person.phone IS 'Where short messages will go. Personal data.';
COMMENT ON COLUMN person.duty IS 'Duty in contracts; decides which audiences the person belongs to.';
COMMENT ON COLUMN person.active IS 'False once the person has left: nothing more is sent.';
COMMENT ON COLUMN person.version IS 'Grows with each change; an older event changes nothing.';
CREATE INDEX person_unit ON person (unit_id) WHERE active;
CREATE INDEX person_of_bureau ON person (duty) WHERE active AND duty IN ('SUPERVISOR', 'LEADER');
CREATE INDEX person_username ON person (lower(username));

CREATE TABLE template (
    kind     text    NOT NULL,
    channel  text    NOT NULL CHECK (channel IN ('in_app', 'email')),
    language text    NOT NULL CHECK (language IN ('zh', 'en')),
    version  integer NOT NULL CHECK (version > 0),
    title    text    NOT NULL,
    body     text    NOT NULL,
    PRIMARY KEY (kind, channel, language, version)
);
COMMENT ON TABLE template IS 'Texts with named {placeholders}; the highest version is in force. Data, never code.';
COMMENT ON COLUMN template.kind IS 'MessageKind, or mail and digest for what stands around the items of an e-mail.';
COMMENT ON COLUMN template.channel IS 'A kind without a text for e-mail takes the one for in_app.';
COMMENT ON COLUMN template.language IS 'zh or en.';
COMMENT ON COLUMN template.version IS 'From 1; a text is never edited, a new version replaces it.';
COMMENT ON COLUMN template.title IS 'One line.';
COMMENT ON COLUMN template.body IS 'Plain text.';

CREATE TABLE message (
    id               uuid PRIMARY KEY DEFAULT uuidv7(),
    seq              bigint GENERATED ALWAYS AS IDENTITY,
    event_id         uuid        NOT NULL,
    person_id        text        NOT NULL,
    unit_path        text        NOT NULL,
    kind             text        NOT NULL,
    subject_type     text        NOT NULL CHECK (subject_type IN ('task', 'alert', 'plan')),
    subject_id       uuid        NOT NULL,
    rung             text,
    title            text        NOT NULL,
    body             text        NOT NULL,
    template_version integer     NOT NULL,
    facts            jsonb       NOT NULL,
    link             text,
    urgent           boolean     NOT NULL,
    happened_at      timestamptz NOT NULL,
    created_at       timestamptz NOT NULL,
    read_at          timestamptz,
    CONSTRAINT message_once UNIQUE (event_id, person_id)
);
COMMENT ON TABLE message IS 'What one person was told of one event: the row is the in-app message, deliveries carry it through other channels.';
COMMENT ON COLUMN message.id IS 'UUIDv7.';
COMMENT ON COLUMN message.seq IS 'Position in the stream. Drawn under an advisory lock, so that it is also the order of commit and a reader skips nothing.';
COMMENT ON COLUMN message.event_id IS 'CloudEvents id of what happened; with the person the key that keeps it from being told twice.';
COMMENT ON COLUMN message.person_id IS 'Who was told.';
COMMENT ON COLUMN message.unit_path IS 'Path of the recipient''s unit when it was told.';
COMMENT ON COLUMN message.kind IS 'MessageKind.';
COMMENT ON COLUMN message.subject_type IS 'What it is about.';
COMMENT ON COLUMN message.subject_id IS 'Which one.';
COMMENT ON COLUMN message.rung IS 'Rung of the alert, evidence of how far it had come.';
COMMENT ON COLUMN message.title IS 'Chinese, as it was told. May hold personal data out of reasons people typed.';
COMMENT ON COLUMN message.body IS 'Chinese, as it was told. May hold personal data out of reasons people typed.';
COMMENT ON COLUMN message.template_version IS 'Version of the template that made the text.';
COMMENT ON COLUMN message.facts IS 'The values of the placeholders, for other languages and channels.';
COMMENT ON COLUMN message.link IS 'Path in the console.';
COMMENT ON COLUMN message.urgent IS 'Breaks quiet hours and waits for no others.';
COMMENT ON COLUMN message.happened_at IS 'Business time of the event.';
COMMENT ON COLUMN message.created_at IS 'Business time of telling.';
COMMENT ON COLUMN message.read_at IS 'When the recipient marked it read.';
CREATE UNIQUE INDEX message_position ON message (seq DESC);
CREATE UNIQUE INDEX message_of_person ON message (person_id, seq);
CREATE INDEX message_unread ON message (person_id) WHERE read_at IS NULL;
CREATE INDEX message_subject ON message (subject_id, person_id);

CREATE FUNCTION message_wake() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('message', '');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION message_wake() IS 'Wakes the streams of every replica, once per transaction.';
CREATE TRIGGER message_wake AFTER INSERT OR UPDATE ON message FOR EACH STATEMENT EXECUTE FUNCTION message_wake();

CREATE TABLE delivery (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    message_id   uuid        NOT NULL REFERENCES message,
    channel      text        NOT NULL CHECK (channel IN ('email')),
    person_id    text        NOT NULL,
    unit_path    text        NOT NULL,
    urgent       boolean     NOT NULL,
    state        text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
    due_at       timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    parcel_id    uuid,
    leased_until timestamptz,
    sent_to      text,
    last_error   text,
    queued_at    timestamptz NOT NULL,
    settled_at   timestamptz,
    CONSTRAINT delivery_once UNIQUE (message_id, channel),
    CHECK ((state = 'sending') = (leased_until IS NOT NULL)),
    CHECK ((state IN ('sent', 'failed')) = (settled_at IS NOT NULL)),
    CHECK (state <> 'sending' OR parcel_id IS NOT NULL),
    CHECK (state <> 'failed' OR last_error IS NOT NULL)
);
COMMENT ON TABLE delivery IS 'A message on its way through one channel. Message × channel is unique: event × recipient × channel is sent once.';
COMMENT ON COLUMN delivery.id IS 'UUIDv7.';
COMMENT ON COLUMN delivery.message_id IS 'What is delivered.';
COMMENT ON COLUMN delivery.channel IS 'email; in-app needs no delivery, the message is there.';
COMMENT ON COLUMN delivery.person_id IS 'To whom.';
COMMENT ON COLUMN delivery.unit_path IS 'Path of the recipient''s unit; a supervisor sees the deliveries below the own one.';
COMMENT ON COLUMN delivery.urgent IS 'As the message.';
COMMENT ON COLUMN delivery.state IS 'queued, sending (leased by one replica), sent (the server took it) or failed (nobody tries again).';
COMMENT ON COLUMN delivery.due_at IS 'Business time from which it may go: grouping window, quiet hours and retries have moved it.';
COMMENT ON COLUMN delivery.attempts IS 'How often it was tried.';
COMMENT ON COLUMN delivery.parcel_id IS 'What goes out together carries one id from the first attempt on; the Message-ID of the e-mail.';
COMMENT ON COLUMN delivery.leased_until IS 'Wall-clock time of the database, not the business clock: a moved clock must not end a lease.';
COMMENT ON COLUMN delivery.sent_to IS 'Address it went to. Personal data.';
COMMENT ON COLUMN delivery.last_error IS 'Why the last attempt failed.';
COMMENT ON COLUMN delivery.queued_at IS 'Business time of queueing.';
COMMENT ON COLUMN delivery.settled_at IS 'Business time when it was sent or given up.';
CREATE INDEX delivery_due ON delivery (channel, due_at) WHERE state = 'queued';
CREATE INDEX delivery_waiting_of_person ON delivery (person_id) WHERE state IN ('queued', 'sending');
CREATE INDEX delivery_leased ON delivery (leased_until) WHERE state = 'sending';
CREATE INDEX delivery_parcel ON delivery (parcel_id) WHERE parcel_id IS NOT NULL;
CREATE INDEX delivery_listed ON delivery (queued_at DESC, id DESC);

CREATE FUNCTION delivery_wake() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('delivery', '');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION delivery_wake() IS 'Wakes the deliverer when something was queued.';
CREATE TRIGGER delivery_wake AFTER INSERT ON delivery FOR EACH STATEMENT EXECUTE FUNCTION delivery_wake();
