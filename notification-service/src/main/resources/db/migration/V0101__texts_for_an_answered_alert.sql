INSERT INTO template (kind, channel, language, version, title, body) VALUES
('alert-answered', 'in_app', 'zh', 1, '已答复：{title}', '{unit}就“{title}”的督办答复：{note}'),
('alert-answered', 'in_app', 'en', 1, 'Answered: {title}', '{unit} answered the alert on "{title}": {note}');
