INSERT INTO template (kind, channel, language, version, title, body) VALUES
('milestones-missed', 'in_app', 'zh', 1, '节点逾期：{title}', '“{title}”（{unit}）应于{milestoneDueOn}前达到的节点尚未达到：{names}。'),
('milestones-missed', 'in_app', 'en', 1, 'Milestone late: {title}', '"{title}" ({unit}) has not reached what was due on {milestoneDueOn}: {names}.');
