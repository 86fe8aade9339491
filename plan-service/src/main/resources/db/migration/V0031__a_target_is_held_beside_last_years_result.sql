CREATE TABLE last_result (
    id          uuid PRIMARY KEY,
    plan_id     uuid    NOT NULL REFERENCES plan ON DELETE CASCADE,
    place       integer NOT NULL,
    source      text    NOT NULL,
    quote       text    NOT NULL,
    indicator   text    NOT NULL,
    value       numeric,
    unit        text,
    change      numeric,
    change_unit text,
    rate        numeric,
    UNIQUE (plan_id, place)
);
COMMENT ON TABLE last_result IS 'What last year''s summary says was reached, read for one plan.';
COMMENT ON COLUMN last_result.id IS 'Ours.';
COMMENT ON COLUMN last_result.plan_id IS 'The plan whose targets are held beside it.';
COMMENT ON COLUMN last_result.place IS 'Order in the summary, from 1.';
COMMENT ON COLUMN last_result.source IS 'Title of the summary.';
COMMENT ON COLUMN last_result.quote IS 'The words that carry it, verbatim.';
COMMENT ON COLUMN last_result.indicator IS 'What it is about.';
COMMENT ON COLUMN last_result.value IS 'What was reached; null where only a change is told.';
COMMENT ON COLUMN last_result.unit IS 'As printed; 万 and 亿 are multiplied out but for money.';
COMMENT ON COLUMN last_result.change IS 'Against the year before, negative where it fell.';
COMMENT ON COLUMN last_result.change_unit IS 'Of the change: % or 百分点.';
COMMENT ON COLUMN last_result.rate IS 'Share of its plan that was done, in per cent.';

CREATE TABLE target_baseline (
    target_id  uuid PRIMARY KEY REFERENCES target ON DELETE CASCADE,
    plan_id    uuid        NOT NULL REFERENCES plan ON DELETE CASCADE,
    result_id  uuid REFERENCES last_result ON DELETE CASCADE,
    decided_by text        NOT NULL,
    decided_at timestamptz NOT NULL
);
COMMENT ON TABLE target_baseline IS 'What a person decided a target''s result of last year to be; a proposal is worked out anew each time.';
COMMENT ON COLUMN target_baseline.target_id IS 'The target.';
COMMENT ON COLUMN target_baseline.plan_id IS 'Its plan.';
COMMENT ON COLUMN target_baseline.result_id IS 'The result; null when there is none for it.';
COMMENT ON COLUMN target_baseline.decided_by IS 'Login name. Personal data.';
COMMENT ON COLUMN target_baseline.decided_at IS 'When.';
CREATE INDEX target_baseline_plan ON target_baseline (plan_id);
