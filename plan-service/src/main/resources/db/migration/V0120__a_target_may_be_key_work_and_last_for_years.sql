ALTER TABLE target
    ADD COLUMN key_work boolean NOT NULL DEFAULT false,
    ADD COLUMN repeats  uuid REFERENCES target ON DELETE SET NULL,
    ADD COLUMN stages   jsonb NOT NULL DEFAULT '[]',
    ADD CONSTRAINT target_repeats_for_nothing CHECK (repeats IS NULL OR review = 'REPLACED');
COMMENT ON COLUMN target.key_work IS 'Key work (重点工作): looked at first, listed and exported by itself.';
COMMENT ON COLUMN target.repeats IS 'The target that its words say once more, at the end of the plan; it counts for nothing itself.';
COMMENT ON COLUMN target.stages IS 'Of a target over several years what each asks for: year, words, value, dueOn, acceptedBy. Empty when it belongs to one year.';
CREATE INDEX target_repeats ON target (repeats) WHERE repeats IS NOT NULL;

ALTER TABLE share ADD COLUMN suspended boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN share.suspended IS 'Its clock stands still: it is not late until it is resumed.';
