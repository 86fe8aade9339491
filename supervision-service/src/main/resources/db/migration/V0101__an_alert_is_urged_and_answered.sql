CREATE TABLE urging (
    alert_id uuid        NOT NULL REFERENCES alert (id),
    at       timestamptz NOT NULL,
    urged_by text        NOT NULL,
    note     text        NOT NULL,
    PRIMARY KEY (alert_id, at)
);
COMMENT ON TABLE urging IS 'Urging by hand (催办): kept so that it has a least interval and a daily cap.';
COMMENT ON COLUMN urging.alert_id IS 'Of which alert; its row is locked by whoever urges.';
COMMENT ON COLUMN urging.at IS 'When.';
COMMENT ON COLUMN urging.urged_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN urging.note IS 'What was said with it. May hold personal data.';
CREATE INDEX urging_of_person ON urging (urged_by, at);

CREATE TABLE answer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id    uuid        NOT NULL REFERENCES alert (id),
    at          timestamptz NOT NULL,
    answered_by text        NOT NULL,
    text        text        NOT NULL,
    links       text[]      NOT NULL
);
COMMENT ON TABLE answer IS 'What the responsible unit says to an alert, with what proves it.';
COMMENT ON COLUMN answer.id IS 'Grows with each.';
COMMENT ON COLUMN answer.alert_id IS 'To which alert.';
COMMENT ON COLUMN answer.at IS 'When.';
COMMENT ON COLUMN answer.answered_by IS 'Who did. Personal data: login name.';
COMMENT ON COLUMN answer.text IS 'What was done and what will be. May hold personal data.';
COMMENT ON COLUMN answer.links IS 'Addresses of evidence: a path of the console, or https.';
CREATE INDEX answer_to_alert ON answer (alert_id, id);
