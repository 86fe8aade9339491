ALTER TABLE task
    ADD COLUMN blocked_since timestamptz,
    ADD COLUMN blocked_by    text,
    ADD COLUMN blocked_for   text CHECK (blocked_for IN ('PREREQUISITE', 'FUNDS', 'OTHER_UNIT', 'OTHER')),
    ADD COLUMN block_reason  text,
    ADD CONSTRAINT a_block_has_its_columns CHECK
        (num_nonnulls(blocked_since, blocked_by, blocked_for, block_reason) IN (0, 4)),
    ADD CONSTRAINT what_is_blocked_is_owed CHECK
        (blocked_since IS NULL OR phase IN ('accepted', 'under_way', 'suspended'));
COMMENT ON COLUMN task.blocked_since IS 'Since when the unit cannot go on; the clock runs all the same.';
COMMENT ON COLUMN task.blocked_by IS 'Who said so. Personal data: login name.';
COMMENT ON COLUMN task.blocked_for IS 'What is missing: Obstacle in contracts.';
COMMENT ON COLUMN task.block_reason IS 'In words. May hold personal data.';
CREATE INDEX task_blocked ON task (due_on, id) WHERE blocked_since IS NOT NULL;
