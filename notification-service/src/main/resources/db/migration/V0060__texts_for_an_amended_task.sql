INSERT INTO template (kind, channel, language, version, title, body) VALUES
('task-amended', 'in_app', 'zh', 1, '目标变更：{title}', '“{title}”（{unit}）经批准变更：{change}。原因：{reason}。完成期限为{dueOn}。'),
('task-amended', 'in_app', 'en', 1, 'Target amended: {title}', '"{title}" ({unit}) was amended with approval: {change}. Reason: {reason}. It is due on {dueOn}.');
