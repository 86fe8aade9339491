ALTER TABLE target
    ADD COLUMN part_of        uuid REFERENCES target ON DELETE SET NULL,
    ADD COLUMN relation       text CHECK (relation IN ('part', 'exception')),
    ADD COLUMN population     text,
    ADD COLUMN baseline       text,
    ADD COLUMN baseline_value numeric,
    ADD COLUMN hold           boolean NOT NULL DEFAULT false,
    ADD COLUMN accepted_by    text,
    ADD COLUMN start_event    text,
    ADD COLUMN implied        boolean NOT NULL DEFAULT false,
    ADD COLUMN doubt          text,
    ADD CONSTRAINT target_related_how CHECK (part_of IS NULL OR relation IS NOT NULL);
COMMENT ON COLUMN target.part_of IS 'The target of the same measure that it is a part or an exception of.';
COMMENT ON COLUMN target.relation IS 'part (其中): counted in the other''s figure; exception: what some units owe instead of it.';
COMMENT ON COLUMN target.population IS 'Whom it holds for, in the document''s words; null for all.';
COMMENT ON COLUMN target.baseline IS 'What a change is measured from, in the document''s words.';
COMMENT ON COLUMN target.baseline_value IS 'The level a change starts from, where the document prints it.';
COMMENT ON COLUMN target.hold IS 'The level is there and must be kept (保持).';
COMMENT ON COLUMN target.accepted_by IS 'The outer body that says whether it is reached: 省级.';
COMMENT ON COLUMN target.start_event IS 'What a number of days is counted from.';
COMMENT ON COLUMN target.implied IS 'The value follows from the words (全覆盖, 零投诉) and is not printed.';
COMMENT ON COLUMN target.doubt IS 'Why a person should look at the reading first; Terms.Doubt of the reader; null when it is plain.';
CREATE INDEX target_part_of ON target (part_of) WHERE part_of IS NOT NULL;
