CREATE TABLE policy (
    version       integer PRIMARY KEY,
    fires_at      time        NOT NULL,
    in_force_from timestamptz NOT NULL,
    set_by        text        NOT NULL,
    note          text        NOT NULL
);
COMMENT ON TABLE policy IS 'Versions of the escalation ladder. The highest version in force is copied onto an alert when it is raised.';
COMMENT ON COLUMN policy.version IS 'Grows with each change; never edited.';
COMMENT ON COLUMN policy.fires_at IS 'Time of the working day at which a rung comes due, in the bureau''s zone.';
COMMENT ON COLUMN policy.in_force_from IS 'Alerts raised from then on follow it.';
COMMENT ON COLUMN policy.set_by IS 'Who set it. Personal data: login name.';
COMMENT ON COLUMN policy.note IS 'Why.';

CREATE TABLE policy_rung (
    policy_version integer NOT NULL REFERENCES policy (version),
    ordinal        integer NOT NULL CHECK (ordinal >= 1),
    rung           text    NOT NULL,
    working_days   integer NOT NULL CHECK (working_days >= 0),
    automatic      boolean NOT NULL,
    audience       text[]  NOT NULL,
    signers        text[]  NOT NULL,
    PRIMARY KEY (policy_version, ordinal),
    UNIQUE (policy_version, rung),
    CHECK (automatic = (cardinality(signers) = 0)),
    CHECK (ordinal > 1 OR (automatic AND working_days = 0))
);
COMMENT ON TABLE policy_rung IS 'Rungs of a ladder, from the lowest.';
COMMENT ON COLUMN policy_rung.policy_version IS 'The ladder it belongs to.';
COMMENT ON COLUMN policy_rung.ordinal IS 'Place on the ladder from 1; the first is taken when the alert is raised.';
COMMENT ON COLUMN policy_rung.rung IS 'Rung in contracts.';
COMMENT ON COLUMN policy_rung.working_days IS 'Working days after the first working day on which the task is late.';
COMMENT ON COLUMN policy_rung.automatic IS 'True: taken by itself. False: proposed, and taken when a person signs.';
COMMENT ON COLUMN policy_rung.audience IS 'Audience in contracts: who hears of it when it is taken.';
COMMENT ON COLUMN policy_rung.signers IS 'Roles that may sign it; empty when it is automatic.';

INSERT INTO policy (version, fires_at, in_force_from, set_by, note)
VALUES (1, '09:00', '-infinity', 'system', 'The ladder that ships with the product.');
INSERT INTO policy_rung (policy_version, ordinal, rung, working_days, automatic, audience, signers)
VALUES (1, 1, 'REMINDER', 0, true, '{RESPONSIBLE_UNIT,SUPERVISORS}', '{}'),
       (1, 2, 'URGING', 1, true, '{RESPONSIBLE_UNIT,SUPERIOR_UNIT}', '{}'),
       (1, 3, 'WARNING', 3, true, '{RESPONSIBLE_UNIT,SUPERIOR_UNIT,SUPERVISORS}', '{}'),
       (1, 4, 'SUPERVISION', 5, true, '{RESPONSIBLE_UNIT,SUPERIOR_UNIT,SUPPORTING_UNITS,SUPERVISORS}', '{}'),
       (1, 5, 'BULLETIN', 8, false, '{RESPONSIBLE_UNIT,SUPERIOR_UNIT,SUPERVISORS,LEADERS}', '{supervisor,leader}'),
       (1, 6, 'TALK', 12, false, '{RESPONSIBLE_UNIT,SUPERVISORS,LEADERS}', '{supervisor,leader}'),
       (1, 7, 'ACCOUNTABILITY', 20, false, '{RESPONSIBLE_UNIT,SUPERVISORS,LEADERS}', '{leader}');
