-- alert.next_step_at alone says what is due. Beside the primary key this index only misled the planner: where many steps
-- are planned it was read whole for every alert that moved.
DROP INDEX alert_step_planned;
