CREATE TABLE deadline_zone (
    id   boolean PRIMARY KEY DEFAULT true CHECK (id),
    zone text NOT NULL
);
COMMENT ON TABLE deadline_zone IS 'The one zone in which pending deadlines were planned. When the service starts with another, they are moved.';
COMMENT ON COLUMN deadline_zone.id IS 'There is one row.';
COMMENT ON COLUMN deadline_zone.zone IS 'IANA name of the zone.';
