INSERT INTO template (kind, channel, language, version, title, body) VALUES
('task-cancelled', 'in_app', 'zh', 1, '任务取消：{title}', '“{title}”（{unit}）已取消，不再提醒和督办。原因：{reason}。'),
('task-cancelled', 'in_app', 'en', 1, 'Cancelled: {title}', '"{title}" ({unit}) was cancelled; nobody asks for it any more. Reason: {reason}.');
