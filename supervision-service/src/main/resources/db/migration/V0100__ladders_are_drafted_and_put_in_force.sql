-- A ladder is written once and never edited; when it was in force, and by whom, is told apart from it. So a draft can be
-- tried, and an earlier ladder comes back without being copied.
ALTER TABLE policy ADD COLUMN bureau_id text;
ALTER TABLE policy RENAME COLUMN in_force_from TO written_at;
COMMENT ON TABLE policy IS 'Escalation ladders as they were written; which of them new alerts climb says enactment.';
COMMENT ON COLUMN policy.bureau_id IS 'Whose ladder it is; null for the one that ships.';
COMMENT ON COLUMN policy.written_at IS 'When it was written; -infinity for the one that ships.';
COMMENT ON COLUMN policy.set_by IS 'Who wrote it. Personal data: login name.';
CREATE INDEX policy_of_bureau ON policy (bureau_id, version DESC);

CREATE TABLE enactment (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bureau_id      text,
    policy_version integer     NOT NULL REFERENCES policy (version),
    at             timestamptz NOT NULL,
    enacted_by     text        NOT NULL,
    note           text        NOT NULL
);
COMMENT ON TABLE enactment IS 'When which ladder came into force. The last of a bureau is the one that its new alerts climb.';
COMMENT ON COLUMN enactment.id IS 'Grows with each.';
COMMENT ON COLUMN enactment.bureau_id IS 'For which bureau; null for every bureau that has set nothing itself.';
COMMENT ON COLUMN enactment.policy_version IS 'The ladder.';
COMMENT ON COLUMN enactment.at IS 'Alerts raised from then on climb it.';
COMMENT ON COLUMN enactment.enacted_by IS 'Who put it in force. Personal data: login name.';
COMMENT ON COLUMN enactment.note IS 'Why.';
CREATE INDEX enactment_of_bureau ON enactment (bureau_id, id DESC);
INSERT INTO enactment (bureau_id, policy_version, at, enacted_by, note)
SELECT NULL, version, written_at, set_by, note FROM policy ORDER BY version;

ALTER TABLE policy_rung ADD COLUMN superior_after integer CHECK (superior_after >= 1);
ALTER TABLE policy_rung ADD COLUMN repeat_every integer CHECK (repeat_every >= 1);
ALTER TABLE policy_rung ADD COLUMN repeat_times integer CHECK (repeat_times >= 1);
ALTER TABLE policy_rung ADD CONSTRAINT policy_rung_repeats_with_a_limit
    CHECK ((repeat_every IS NULL) = (repeat_times IS NULL));
COMMENT ON COLUMN policy_rung.superior_after IS 'Working days after the rung until the unit above hears of it; null: not by itself.';
COMMENT ON COLUMN policy_rung.repeat_every IS 'The rung is told again after so many working days each; null: once only.';
COMMENT ON COLUMN policy_rung.repeat_times IS 'How often at most.';

ALTER TABLE alert_step ADD COLUMN tells text NOT NULL DEFAULT 'RUNG' CHECK (tells IN ('RUNG', 'SUPERIOR', 'REPEAT'));
COMMENT ON COLUMN alert_step.tells IS 'RUNG: the rung is reached; SUPERIOR: the unit above hears of it; REPEAT: it is told again.';
