INSERT INTO template (kind, channel, language, version, title, body) VALUES
('task-suspended', 'in_app', 'zh', 1, '任务挂起：{title}', '“{title}”（{unit}）已挂起，原因：{reason}。预计恢复：{expectedUntil}。挂起期间不计时、不提醒、不督办，恢复时期限相应顺延。'),
('task-suspended', 'in_app', 'en', 1, 'Suspended: {title}', '"{title}" ({unit}) was suspended: {reason}. Expected to go on: {expectedUntil}. Until then its clock stands still; its due day moves by as much.'),
('task-resumed', 'in_app', 'zh', 1, '任务恢复：{title}', '“{title}”（{unit}）已恢复办理。挂起{workingDays}个工作日，完成期限由{formerDueOn}顺延至{dueOn}。'),
('task-resumed', 'in_app', 'en', 1, 'Resumed: {title}', '"{title}" ({unit}) goes on. It stood still for {workingDays} working days, so its due day moved from {formerDueOn} to {dueOn}.'),
('extension-asked', 'in_app', 'zh', 1, '延期申请：{title}', '{unit}申请将“{title}”的完成期限由{dueOn}延至{wantedDueOn}，理由：{reason}。批准前原期限不变。'),
('extension-asked', 'in_app', 'en', 1, 'Asks for time: {title}', '{unit} asks to move the due day of "{title}" from {dueOn} to {wantedDueOn}: {reason}. The present day holds until it is granted.'),
('extension-refused', 'in_app', 'zh', 1, '延期未获批准：{title}', '“{title}”（{unit}）延期至{wantedDueOn}的申请未获批准，原因：{reason}。完成期限仍为{dueOn}。'),
('extension-refused', 'in_app', 'en', 1, 'Extension refused: {title}', 'The request to move "{title}" ({unit}) to {wantedDueOn} was refused: {reason}. It is still due on {dueOn}.');
