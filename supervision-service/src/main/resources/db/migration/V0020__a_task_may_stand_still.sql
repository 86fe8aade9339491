ALTER TABLE known_task DROP CONSTRAINT known_task_phase_check;
ALTER TABLE known_task ADD CONSTRAINT known_task_phase_check
    CHECK (phase IN ('OPEN', 'SUSPENDED', 'COMPLETED', 'CANCELLED'));
COMMENT ON COLUMN known_task.phase IS 'OPEN, SUSPENDED while its clock stands still, or how it ended.';
