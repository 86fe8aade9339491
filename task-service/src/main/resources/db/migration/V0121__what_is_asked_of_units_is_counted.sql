CREATE TABLE ask_effort (
    kind  text PRIMARY KEY CHECK (kind IN ('task', 'figure', 'support', 'report')),
    hours numeric(6, 2) NOT NULL CHECK (hours BETWEEN 0 AND 999)
);
COMMENT ON TABLE ask_effort IS 'Working hours that one item of a kind costs the unit it is asked of, as the bureau estimates them.';
COMMENT ON COLUMN ask_effort.kind IS 'task: something to be done; figure: a value to be reached and proved; support: helping another unit''s task; report: one expected report.';
COMMENT ON COLUMN ask_effort.hours IS 'Estimated hours of one item.';
INSERT INTO ask_effort (kind, hours) VALUES ('task', 4), ('figure', 6), ('support', 1), ('report', 0.5);
