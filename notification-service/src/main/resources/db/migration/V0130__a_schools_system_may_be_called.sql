CREATE TABLE webhook (
    id               uuid PRIMARY KEY DEFAULT uuidv7(),
    unit_id          text        NOT NULL,
    unit_path        text        NOT NULL,
    url              text        NOT NULL,
    kinds            text[]      NOT NULL CHECK (cardinality(kinds) > 0),
    enabled          boolean     NOT NULL,
    disabled_because text,
    secret           text        NOT NULL,
    former_secret    text,
    former_until     timestamptz,
    failures         integer     NOT NULL DEFAULT 0,
    failing_since    timestamptz,
    paused_until     timestamptz,
    succeeded_at     timestamptz,
    created_at       timestamptz NOT NULL,
    version          bigint      NOT NULL DEFAULT 0,
    CHECK (disabled_because IS NULL OR NOT enabled),
    CHECK ((former_secret IS NULL) = (former_until IS NULL))
);
COMMENT ON TABLE webhook IS 'Where the system of a unit wants to be called when something happens to the unit or those below it.';
COMMENT ON COLUMN webhook.id IS 'UUIDv7.';
COMMENT ON COLUMN webhook.unit_id IS 'Whose system; it hears of this unit and those below it and of no other.';
COMMENT ON COLUMN webhook.unit_path IS 'The unit''s path, kept in step with the unit.';
COMMENT ON COLUMN webhook.url IS 'Address that is called.';
COMMENT ON COLUMN webhook.kinds IS 'CloudEvents types it wants.';
COMMENT ON COLUMN webhook.enabled IS 'False: nothing is sent.';
COMMENT ON COLUMN webhook.disabled_because IS 'Why we turned it off; what happens meanwhile is kept for it. Null when a person turned it off.';
COMMENT ON COLUMN webhook.secret IS 'Key of the signature, whsec_ and base64. Told once, when made.';
COMMENT ON COLUMN webhook.former_secret IS 'Signs beside the new one until former_until.';
COMMENT ON COLUMN webhook.former_until IS 'Business time.';
COMMENT ON COLUMN webhook.failures IS 'Failed calls in a row.';
COMMENT ON COLUMN webhook.failing_since IS 'First of the failed calls in a row, business time.';
COMMENT ON COLUMN webhook.paused_until IS 'After several failures in a row it rests, then one call tries.';
COMMENT ON COLUMN webhook.succeeded_at IS 'Last call that was answered with 2xx, business time.';
COMMENT ON COLUMN webhook.created_at IS 'Business time.';
COMMENT ON COLUMN webhook.version IS 'ETag; grows with what people change.';
CREATE INDEX webhook_of_unit ON webhook (unit_path, id);

CREATE TABLE webhook_call (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    webhook_id   uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
    event_id     uuid        NOT NULL,
    kind         text        NOT NULL,
    body         text        NOT NULL,
    state        text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
    due_at       timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    leased_until timestamptz,
    status       integer,
    answer       text,
    took_ms      integer,
    last_error   text,
    queued_at    timestamptz NOT NULL,
    tried_at     timestamptz,
    settled_at   timestamptz,
    CONSTRAINT webhook_call_once UNIQUE (webhook_id, event_id),
    CHECK ((state = 'sending') = (leased_until IS NOT NULL)),
    CHECK ((state IN ('sent', 'failed')) = (settled_at IS NOT NULL))
);
COMMENT ON TABLE webhook_call IS 'One event on its way to one webhook: event × webhook is unique.';
COMMENT ON COLUMN webhook_call.id IS 'UUIDv7.';
COMMENT ON COLUMN webhook_call.webhook_id IS 'To which.';
COMMENT ON COLUMN webhook_call.event_id IS 'CloudEvents id, sent as webhook-id: the same however often it is tried or replayed.';
COMMENT ON COLUMN webhook_call.kind IS 'CloudEvents type, or dudao.webhook.test.v1.';
COMMENT ON COLUMN webhook_call.body IS 'Exactly what is sent and signed. Holds personal data that the event holds.';
COMMENT ON COLUMN webhook_call.state IS 'queued, sending (leased by one replica), sent (answered with 2xx) or failed (nobody tries again).';
COMMENT ON COLUMN webhook_call.due_at IS 'Business time from which it may go.';
COMMENT ON COLUMN webhook_call.attempts IS 'How often it was tried.';
COMMENT ON COLUMN webhook_call.leased_until IS 'Wall-clock time of the database: a moved clock must not end a lease.';
COMMENT ON COLUMN webhook_call.status IS 'HTTP status of the last answer.';
COMMENT ON COLUMN webhook_call.answer IS 'How the last answer began.';
COMMENT ON COLUMN webhook_call.took_ms IS 'How long the last attempt took.';
COMMENT ON COLUMN webhook_call.last_error IS 'Why the last attempt failed; null once it was answered with 2xx.';
COMMENT ON COLUMN webhook_call.queued_at IS 'Business time of the event''s arrival.';
COMMENT ON COLUMN webhook_call.tried_at IS 'Business time of the last attempt.';
COMMENT ON COLUMN webhook_call.settled_at IS 'Business time when it was sent or given up.';
CREATE INDEX webhook_call_due ON webhook_call (webhook_id, due_at) WHERE state = 'queued';
CREATE INDEX webhook_call_leased ON webhook_call (webhook_id, leased_until) WHERE state = 'sending';
CREATE INDEX webhook_call_listed ON webhook_call (webhook_id, queued_at DESC, id DESC);
CREATE INDEX webhook_call_old ON webhook_call (queued_at);

CREATE FUNCTION webhook_call_wake() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('webhook_call', '');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION webhook_call_wake() IS 'Wakes the caller when something was queued.';
CREATE TRIGGER webhook_call_wake AFTER INSERT ON webhook_call FOR EACH STATEMENT EXECUTE FUNCTION webhook_call_wake();

ALTER TABLE message DROP CONSTRAINT message_subject_type_check;
ALTER TABLE message ADD CONSTRAINT message_subject_type_check CHECK (subject_type IN ('task', 'alert', 'plan', 'calendar', 'webhook'));
DROP INDEX person_of_bureau;
CREATE INDEX person_of_bureau ON person (duty) WHERE active AND duty IN ('SUPERVISOR', 'LEADER', 'ADMIN');
INSERT INTO template (kind, channel, language, version, title, body) VALUES
('webhook-disabled', 'in_app', 'zh', 1, '接口推送已停用：{unit}', '{unit}的推送地址（{host}）已自动停用，原因：{reason}。停用期间的事件会保留，修复后请在“接口推送”中重新启用。'),
('webhook-disabled', 'in_app', 'en', 1, 'Webhook turned off: {unit}', 'The webhook of {unit} ({host}) was turned off: {reason}. Events are kept meanwhile; turn it on again under Webhooks once it is mended.');
