CREATE TABLE amendment (
    id            uuid PRIMARY KEY,
    plan_id       uuid        NOT NULL REFERENCES plan ON DELETE CASCADE,
    target_id     uuid REFERENCES target ON DELETE CASCADE,
    measure_id    uuid        NOT NULL REFERENCES measure ON DELETE CASCADE,
    kind          text        NOT NULL CHECK (kind IN ('CHANGE', 'WITHDRAWAL', 'ADDITION')),
    before        jsonb,
    after         jsonb,
    change        text        NOT NULL,
    reason        text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'REFUSED')),
    proposed_by   text        NOT NULL,
    proposed_at   timestamptz NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    refusal       text,
    CHECK (kind = 'ADDITION' OR (target_id IS NOT NULL AND before IS NOT NULL)),
    CHECK ((kind = 'WITHDRAWAL') = (after IS NULL)),
    CHECK ((state = 'PROPOSED') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK (decided_by IS DISTINCT FROM proposed_by),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL))
);
COMMENT ON TABLE amendment IS 'A change of a published plan: proposed with a reason, decided by another person. Never edited afterwards.';
COMMENT ON COLUMN amendment.id IS 'Ours.';
COMMENT ON COLUMN amendment.plan_id IS 'The plan.';
COMMENT ON COLUMN amendment.target_id IS 'The target; of an addition the one made of it once it is approved.';
COMMENT ON COLUMN amendment.measure_id IS 'The measure it stands in.';
COMMENT ON COLUMN amendment.kind IS 'CHANGE of what a target asks for, WITHDRAWAL of one, ADDITION of one.';
COMMENT ON COLUMN amendment.before IS 'What the target said when the change was proposed.';
COMMENT ON COLUMN amendment.after IS 'What it is to say.';
COMMENT ON COLUMN amendment.change IS 'What changes, in figures and days: 165所 → 180所.';
COMMENT ON COLUMN amendment.reason IS 'Why, in words.';
COMMENT ON COLUMN amendment.state IS 'PROPOSED, APPROVED or REFUSED.';
COMMENT ON COLUMN amendment.proposed_by IS 'Login name. Personal data.';
COMMENT ON COLUMN amendment.proposed_at IS 'When.';
COMMENT ON COLUMN amendment.decided_by IS 'Login name; never who proposed it. Personal data.';
COMMENT ON COLUMN amendment.decided_at IS 'When.';
COMMENT ON COLUMN amendment.refusal IS 'Why not, in words.';
CREATE UNIQUE INDEX amendment_one_open ON amendment (target_id) WHERE state = 'PROPOSED';
CREATE INDEX amendment_plan ON amendment (plan_id, proposed_at DESC);

ALTER TABLE target
    DROP CONSTRAINT target_review_check,
    ADD CONSTRAINT target_review_check
        CHECK (review IN ('PROPOSED', 'ACCEPTED', 'REJECTED', 'REPLACED', 'WITHDRAWN'));
COMMENT ON COLUMN target.review IS 'PROPOSED until a person accepts or rejects it; REPLACED when it was split, merged or its adding undone; WITHDRAWN from the published plan.';
