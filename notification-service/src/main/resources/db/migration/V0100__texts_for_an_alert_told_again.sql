INSERT INTO template (kind, channel, language, version, title, body) VALUES
('alert-reminded', 'in_app', 'zh', 1, '【{rung}】再次提醒：{title}', '“{title}”应于{dueOn}完成，至今未办结，仍处于{rung}阶段。责任单位：{unit}。请抓紧办理。{note}'),
('alert-reminded', 'in_app', 'en', 1, '[{rung}] Again: {title}', '"{title}" was due on {dueOn} and is still open at the rung {rung}. Responsible: {unit}. Please act. {note}');
