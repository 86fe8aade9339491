CREATE TABLE school_term (
    unit_id   text    NOT NULL REFERENCES unit (id),
    year      integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    season    text    NOT NULL CHECK (season IN ('SPRING', 'AUTUMN')),
    starts_on date    NOT NULL,
    ends_on   date    NOT NULL CHECK (ends_on > starts_on),
    PRIMARY KEY (unit_id, year, season)
);
COMMENT ON TABLE school_term IS 'School terms of an area (校历): what lies between them is the winter or the summer holiday. A unit without its own follows the nearest one above.';
COMMENT ON COLUMN school_term.unit_id IS 'Bureau, township or school whose terms they are.';
COMMENT ON COLUMN school_term.year IS 'Calendar year in which the term starts.';
COMMENT ON COLUMN school_term.season IS 'SPRING or AUTUMN.';
COMMENT ON COLUMN school_term.starts_on IS 'First day of lessons (开学).';
COMMENT ON COLUMN school_term.ends_on IS 'Last day before the holiday.';
