INSERT INTO template (kind, channel, language, version, title, body) VALUES
('task-still-overdue', 'in_app', 'zh', 1, '逾期提醒：{title}', '“{title}”（{unit}）应于{dueOn}前完成，已逾期{daysLate}个工作日，仍未办结。请尽快办理，或说明原因申请延期。'),
('task-still-overdue', 'in_app', 'en', 1, 'Still overdue: {title}', '"{title}" ({unit}) was due on {dueOn}, {daysLate} working days ago, and is not done. Please finish it, or ask for more time and say why.');
