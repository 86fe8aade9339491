ALTER TABLE reminder_policy
    ADD COLUMN repeat_every integer NOT NULL DEFAULT 5 CHECK (repeat_every > 0),
    ADD COLUMN repeat_times integer NOT NULL DEFAULT 0 CHECK (repeat_times BETWEEN 0 AND 50);
COMMENT ON TABLE reminder_policy IS 'When a unit is reminded of its due day, before and after. Copied onto a task when it is assigned.';
COMMENT ON COLUMN reminder_policy.repeat_every IS 'Once overdue, reminded again each so many working days.';
COMMENT ON COLUMN reminder_policy.repeat_times IS 'So many times at most; 0: the ladder of the alert alone reminds.';
COMMENT ON COLUMN task.reminder_days IS 'Reminder policy in force when it was assigned: working days before the due day, below 0 after it.';

ALTER TABLE deadline DROP CONSTRAINT deadline_kind_check;
ALTER TABLE deadline ADD CONSTRAINT deadline_kind_check
    CHECK (kind IN ('reminder', 'due', 'overdue', 'still_overdue', 'report_due', 'milestone'));
COMMENT ON COLUMN deadline.kind IS 'reminder before the due day, due on it, overdue when it has ended, still_overdue again and again after it; report_due and milestone when the day of a report or a milestone has ended.';
