ALTER TABLE message DROP CONSTRAINT message_subject_type_check;
ALTER TABLE message ADD CONSTRAINT message_subject_type_check CHECK (subject_type IN ('task', 'alert', 'plan', 'calendar'));
COMMENT ON COLUMN message.subject_type IS 'What it is about; calendar is one change of the work calendar.';

INSERT INTO template (kind, channel, language, version, title, body) VALUES
('reminders-moved', 'in_app', 'zh', 1, '工作日历调整：{count}项任务的提醒改期', '工作日历已调整（{reason}）。{unit}有{count}项任务的提醒时间随之改变，完成期限不变，包括{titles}。'),
('reminders-moved', 'in_app', 'en', 1, 'Calendar changed: reminders of {count} tasks moved', 'The work calendar changed ({reason}). Reminders of {count} tasks of {unit} moved with it; their due days did not. Among them: {titles}.');
