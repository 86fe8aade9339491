CREATE TABLE alert (
    id               uuid PRIMARY KEY,
    task_id          uuid        NOT NULL,
    plan_id          uuid        NOT NULL,
    title            text        NOT NULL,
    bureau_id        text        NOT NULL,
    bureau_name      text        NOT NULL,
    bureau_path      text        NOT NULL,
    unit_id          text        NOT NULL,
    unit_name        text        NOT NULL,
    unit_path        text        NOT NULL,
    supporting_units jsonb       NOT NULL,
    due_on           date        NOT NULL,
    repeated         integer     NOT NULL,
    version          bigint      NOT NULL,
    phase            text        NOT NULL CHECK (phase IN ('OPEN', 'RESOLVED', 'CLOSED')),
    rung             text        NOT NULL,
    raised_at        timestamptz NOT NULL,
    policy_version   integer     NOT NULL REFERENCES policy (version),
    ladder_from      date        NOT NULL,
    fires_at         time        NOT NULL,
    next_step_at     timestamptz,
    acknowledged_at  timestamptz,
    acknowledged_by  text,
    acknowledgement  text,
    snoozed_at       timestamptz,
    snoozed_until    timestamptz,
    snoozed_by       text,
    snooze_reason    text,
    ended_at         timestamptz,
    ended_by         text,
    resolved_because text,
    closed_reason    text,
    CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
    CHECK ((snoozed_until IS NULL) = (snoozed_at IS NULL)),
    CHECK (phase = 'OPEN' OR next_step_at IS NULL),
    CHECK (phase <> 'OPEN' OR (ended_at IS NULL AND resolved_because IS NULL AND closed_reason IS NULL)),
    CHECK (phase <> 'RESOLVED' OR (ended_at IS NOT NULL AND resolved_because IS NOT NULL AND closed_reason IS NULL)),
    CHECK (phase <> 'CLOSED' OR (ended_at IS NOT NULL AND ended_by IS NOT NULL AND closed_reason IS NOT NULL))
);
COMMENT ON TABLE alert IS 'Supervision alerts: a deadline that passed, and what became of it.';
COMMENT ON COLUMN alert.id IS 'A UUIDv7.';
COMMENT ON COLUMN alert.task_id IS 'The task that is late.';
COMMENT ON COLUMN alert.plan_id IS 'The plan it comes from.';
COMMENT ON COLUMN alert.title IS 'The task''s title.';
COMMENT ON COLUMN alert.bureau_id IS 'The bureau whose plan it is.';
COMMENT ON COLUMN alert.bureau_name IS 'Its name when the alert was raised.';
COMMENT ON COLUMN alert.bureau_path IS 'Its path.';
COMMENT ON COLUMN alert.unit_id IS 'The unit that answers for the task.';
COMMENT ON COLUMN alert.unit_name IS 'Its name.';
COMMENT ON COLUMN alert.unit_path IS 'Its path: who sees the alert has a unit whose path is a prefix of it.';
COMMENT ON COLUMN alert.supporting_units IS 'Supporting units as UnitRef.';
COMMENT ON COLUMN alert.due_on IS 'The deadline that passed.';
COMMENT ON COLUMN alert.repeated IS 'How many alerts the same task had before.';
COMMENT ON COLUMN alert.version IS 'Grows with each change; goes out with each event.';
COMMENT ON COLUMN alert.phase IS 'OPEN; RESOLVED by a fact; CLOSED by a person.';
COMMENT ON COLUMN alert.rung IS 'The highest rung taken.';
COMMENT ON COLUMN alert.raised_at IS 'When it was raised.';
COMMENT ON COLUMN alert.policy_version IS 'The ladder copied into alert_step.';
COMMENT ON COLUMN alert.ladder_from IS 'First day on which it is late; working days of the ladder count from the first working day on or after it.';
COMMENT ON COLUMN alert.fires_at IS 'Time of the day at which rungs come due, copied from the policy.';
COMMENT ON COLUMN alert.next_step_at IS 'When the ladder moves by itself next; null while a proposal waits, at its end, and when the alert ended.';
COMMENT ON COLUMN alert.acknowledged_at IS 'When the responsible unit signed for it.';
COMMENT ON COLUMN alert.acknowledged_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN alert.acknowledgement IS 'What was said with it. May hold personal data.';
COMMENT ON COLUMN alert.snoozed_at IS 'When the last snooze was given.';
COMMENT ON COLUMN alert.snoozed_until IS 'The ladder rests until then; past means that it goes on.';
COMMENT ON COLUMN alert.snoozed_by IS 'Who gave it. Personal data: login name.';
COMMENT ON COLUMN alert.snooze_reason IS 'Why. May hold personal data.';
COMMENT ON COLUMN alert.ended_at IS 'When it was resolved or closed.';
COMMENT ON COLUMN alert.ended_by IS 'Who closed it. Personal data: login name.';
COMMENT ON COLUMN alert.resolved_because IS 'ResolvedBecause in contracts.';
COMMENT ON COLUMN alert.closed_reason IS 'Why it was closed. May hold personal data.';
CREATE UNIQUE INDEX alert_open_once ON alert (task_id, due_on) WHERE phase = 'OPEN';
CREATE INDEX alert_of_task ON alert (task_id);
CREATE INDEX alert_due_to_move ON alert (next_step_at) WHERE next_step_at IS NOT NULL;
CREATE INDEX alert_newest ON alert (raised_at DESC, id DESC);
CREATE INDEX alert_of_unit ON alert (unit_path text_pattern_ops, raised_at DESC);

CREATE FUNCTION alert_step_wake() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_notify('alert_step', '');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION alert_step_wake() IS 'Wakes the ladder''s clock; PostgreSQL folds equal notices of one transaction into one.';
CREATE TRIGGER alert_step_wake AFTER INSERT OR UPDATE OF next_step_at ON alert
    FOR EACH STATEMENT EXECUTE FUNCTION alert_step_wake();

CREATE TABLE alert_step (
    alert_id     uuid        NOT NULL REFERENCES alert (id),
    ordinal      integer     NOT NULL,
    rung         text        NOT NULL,
    working_days integer     NOT NULL,
    delay_days   integer     NOT NULL,
    planned_at   timestamptz NOT NULL,
    automatic    boolean     NOT NULL,
    audience     text[]      NOT NULL,
    signers      text[]      NOT NULL,
    state        text        NOT NULL CHECK (state IN ('PLANNED', 'TAKEN', 'PROPOSED', 'SIGNED', 'DROPPED')),
    settled_at   timestamptz,
    settled_by   text,
    because      text        NOT NULL,
    note         text,
    PRIMARY KEY (alert_id, ordinal),
    CHECK ((state IN ('TAKEN', 'SIGNED', 'DROPPED')) = (settled_at IS NOT NULL)),
    CHECK (state <> 'SIGNED' OR settled_by IS NOT NULL)
);
COMMENT ON TABLE alert_step IS 'The ladder as it was when the alert was raised, and what became of each rung.';
COMMENT ON COLUMN alert_step.alert_id IS 'The alert; its row is locked by whoever changes a step.';
COMMENT ON COLUMN alert_step.ordinal IS 'Place on the ladder from 1; steps are taken in this order.';
COMMENT ON COLUMN alert_step.rung IS 'Rung in contracts.';
COMMENT ON COLUMN alert_step.working_days IS 'Working days of the policy.';
COMMENT ON COLUMN alert_step.delay_days IS 'Working days added since: the ladder rested, or waited for a signature.';
COMMENT ON COLUMN alert_step.planned_at IS 'When it comes due.';
COMMENT ON COLUMN alert_step.automatic IS 'Taken by itself, or proposed.';
COMMENT ON COLUMN alert_step.audience IS 'Who hears of it when it is taken.';
COMMENT ON COLUMN alert_step.signers IS 'Roles that may sign it.';
COMMENT ON COLUMN alert_step.state IS 'PLANNED, TAKEN, PROPOSED (waits for a signature), SIGNED (taken by it) or DROPPED.';
COMMENT ON COLUMN alert_step.settled_at IS 'When it was taken, signed or dropped.';
COMMENT ON COLUMN alert_step.settled_by IS 'Who did; null when it was the clock or a fact. Personal data: login name.';
COMMENT ON COLUMN alert_step.because IS 'Why it is as it is: StepBecause in the code.';
COMMENT ON COLUMN alert_step.note IS 'The reason a person gave. May hold personal data.';
CREATE INDEX alert_step_proposed ON alert_step (alert_id) WHERE state = 'PROPOSED';
CREATE INDEX alert_step_planned ON alert_step (planned_at) WHERE state = 'PLANNED';
