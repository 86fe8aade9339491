ALTER TABLE unit
    ADD COLUMN stage         text,
    ADD COLUMN division_code text CHECK (division_code ~ '^[0-9]{6}$'),
    ADD COLUMN pupils        integer CHECK (pupils >= 0),
    ADD COLUMN teachers      integer CHECK (teachers >= 0),
    ADD COLUMN classes       integer CHECK (classes >= 0),
    ADD COLUMN traits        text[] NOT NULL DEFAULT '{}',
    ADD COLUMN leader_id     text REFERENCES person (id),
    ADD COLUMN contact_id    text REFERENCES person (id),
    ADD COLUMN successor_id  text REFERENCES unit (id);
COMMENT ON COLUMN unit.stage IS 'Stage of a school; see Stage.';
COMMENT ON COLUMN unit.division_code IS 'Six digits of the administrative division (行政区划代码, GB/T 2260).';
COMMENT ON COLUMN unit.pupils IS 'How many pupils.';
COMMENT ON COLUMN unit.teachers IS 'How many teachers and staff.';
COMMENT ON COLUMN unit.classes IS 'How many classes.';
COMMENT ON COLUMN unit.traits IS 'Words that conditions ask for: 寄宿制, 民办, 农村 …';
COMMENT ON COLUMN unit.leader_id IS 'Leader of the bureau who is in charge of it (分管领导).';
COMMENT ON COLUMN unit.contact_id IS 'Who is called first (联系人).';
COMMENT ON COLUMN unit.successor_id IS 'Who took over what was open when it closed.';
CREATE INDEX unit_by_stage ON unit (stage, path) WHERE stage IS NOT NULL;
CREATE INDEX unit_of_parent ON unit (parent_id, path);
CREATE INDEX unit_led_by ON unit (leader_id) WHERE leader_id IS NOT NULL;
CREATE INDEX unit_called_by ON unit (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE school_code (
    code       text PRIMARY KEY CHECK (code ~ '^[0-9]{10}$'),
    unit_id    text NOT NULL REFERENCES unit (id),
    valid_from date NOT NULL,
    valid_to   date,
    reason     text
);
COMMENT ON TABLE school_code IS 'Codes of schools (学校标识码). A code outlives renames and is never given twice, so former ones stay here.';
COMMENT ON COLUMN school_code.code IS 'Ten digits: two of kind, two of province, six serial.';
COMMENT ON COLUMN school_code.unit_id IS 'Whose it is or was.';
COMMENT ON COLUMN school_code.valid_from IS 'First day on which it was known here.';
COMMENT ON COLUMN school_code.valid_to IS 'Day on which another took its place, or the school closed.';
COMMENT ON COLUMN school_code.reason IS 'Why it took the place of the former one, where the kind of school did not change.';
CREATE UNIQUE INDEX school_code_of_unit ON school_code (unit_id) WHERE valid_to IS NULL;

CREATE INDEX task_open_of_lead ON task (coalesce(lead_unit_id, proposed_unit_id))
    WHERE phase NOT IN ('completed', 'cancelled');
