-- A unit that takes over from a closed one may have done its own share already; what it takes over is another.
DROP INDEX task_share_of_unit;
CREATE UNIQUE INDEX task_share_of_unit ON task (parent_id, lead_unit_id)
    WHERE parent_id IS NOT NULL AND phase NOT IN ('cancelled', 'completed');
