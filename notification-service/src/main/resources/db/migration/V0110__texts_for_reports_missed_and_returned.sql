INSERT INTO template (kind, channel, language, version, title, body) VALUES
('report-missed', 'in_app', 'zh', 1, '进展未报：{title}', '“{title}”（{unit}）自{periodFrom}起的进展应于{reportDueOn}前报送，至今未收到，请尽快补报。'),
('report-missed', 'in_app', 'en', 1, 'Report missing: {title}', 'The report on "{title}" ({unit}) for the time from {periodFrom} was due on {reportDueOn} and has not come. Please send it now.'),
('report-returned', 'in_app', 'zh', 1, '进展退回：{title}', '“{title}”（{unit}）的进展报告被退回，原因：{reason}。请修改后重新报送。'),
('report-returned', 'in_app', 'en', 1, 'Report sent back: {title}', 'The report on "{title}" ({unit}) was sent back: {reason}. Please mend it and send it again.');
