-- Alerts are never deleted and their steps are written in their transaction: the check looked up what had just been written,
-- seven times for each alert.
ALTER TABLE alert_step DROP CONSTRAINT alert_step_alert_id_fkey;
COMMENT ON COLUMN alert_step.alert_id IS 'Of which alert. No foreign key: alerts are never deleted, and the check would cost a look-up a row.';
