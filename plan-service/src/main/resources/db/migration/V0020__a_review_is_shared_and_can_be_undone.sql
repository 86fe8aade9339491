ALTER TABLE target
    ADD COLUMN version    bigint NOT NULL DEFAULT 1,
    ADD COLUMN changed_by text,
    ADD COLUMN changed_at timestamptz,
    DROP CONSTRAINT target_review_check,
    ADD CONSTRAINT target_review_check CHECK (review IN ('PROPOSED', 'ACCEPTED', 'REJECTED', 'REPLACED'));
COMMENT ON COLUMN target.version IS 'Version of the plan that last changed this target; its ETag.';
COMMENT ON COLUMN target.changed_by IS 'Login name of who last changed it. Personal data.';
COMMENT ON COLUMN target.changed_at IS 'When; null while it is as it was read.';
COMMENT ON COLUMN target.review IS 'PROPOSED until a person accepts or rejects it; REPLACED when it was split, merged or its adding undone.';
COMMENT ON COLUMN target.place IS 'Order in which it was read or added, from 1; within a measure the order of the words counts first.';
UPDATE target t SET version = p.version FROM plan p WHERE p.id = t.plan_id;

ALTER TABLE measure
    ADD COLUMN version bigint NOT NULL DEFAULT 1,
    DROP CONSTRAINT measure_plan_id_place_key,
    ADD CONSTRAINT measure_plan_id_place_key UNIQUE (plan_id, place) DEFERRABLE INITIALLY DEFERRED;
COMMENT ON COLUMN measure.version IS 'Version of the plan that last changed its heading or text; its ETag.';
ALTER TABLE chapter ADD COLUMN version bigint NOT NULL DEFAULT 1;
COMMENT ON COLUMN chapter.version IS 'Version of the plan that last changed its heading; its ETag.';

CREATE TABLE review_act (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id uuid        NOT NULL REFERENCES plan ON DELETE CASCADE,
    who     text        NOT NULL,
    at      timestamptz NOT NULL,
    act     text        NOT NULL,
    changes jsonb       NOT NULL
);
COMMENT ON TABLE review_act IS 'What reviewers did to the targets of a draft, so that each can undo it; gone once undone.';
COMMENT ON COLUMN review_act.id IS 'Ours, growing.';
COMMENT ON COLUMN review_act.plan_id IS 'The draft.';
COMMENT ON COLUMN review_act.who IS 'Login name; each undoes only what is theirs. Personal data.';
COMMENT ON COLUMN review_act.at IS 'When.';
COMMENT ON COLUMN review_act.act IS 'accepted, rejected, edited, reopened, split, merged, added, accepted-all.';
COMMENT ON COLUMN review_act.changes IS 'Per target what it said before and after.';
CREATE INDEX review_act_latest ON review_act (plan_id, who, id DESC);
