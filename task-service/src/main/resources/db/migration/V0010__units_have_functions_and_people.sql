ALTER TABLE unit ADD COLUMN functions text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN unit.functions IS 'Words of what the unit is in charge of (职能); lead units are proposed by them.';

CREATE TABLE person (
    id       text PRIMARY KEY,
    unit_id  text    NOT NULL REFERENCES unit (id),
    username text UNIQUE,
    name     text    NOT NULL,
    email    text,
    phone    text,
    duty     text    NOT NULL,
    active   boolean NOT NULL,
    version  bigint  NOT NULL
);
COMMENT ON TABLE person IS 'People of the units, and how to reach them. Personal data.';
COMMENT ON COLUMN person.id IS 'Stable id.';
COMMENT ON COLUMN person.unit_id IS 'Where the person works.';
COMMENT ON COLUMN person.username IS 'Login name, where there is one. Personal data.';
COMMENT ON COLUMN person.name IS 'Name. Personal data.';
COMMENT ON COLUMN person.email IS 'Address. Personal data.';
COMMENT ON COLUMN person.phone IS 'Number. Personal data.';
COMMENT ON COLUMN person.duty IS 'Duty in contracts.';
COMMENT ON COLUMN person.active IS 'False once gone.';
COMMENT ON COLUMN person.version IS 'Grows with each change.';
CREATE INDEX person_of_unit ON person (unit_id, id);
