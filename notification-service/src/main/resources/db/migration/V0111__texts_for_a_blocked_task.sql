INSERT INTO template (kind, channel, language, version, title, body) VALUES
('task-blocked', 'in_app', 'zh', 1, '任务受阻：{title}', '{unit}反映“{title}”推进受阻：{reason}。期限{dueOn}不变，请协调。'),
('task-blocked', 'in_app', 'en', 1, 'Blocked: {title}', '{unit} cannot go on with "{title}": {reason}. It is still due on {dueOn}; please help.');
