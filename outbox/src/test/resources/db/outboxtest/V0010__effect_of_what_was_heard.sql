CREATE TABLE effect (seq bigint GENERATED ALWAYS AS IDENTITY, subject text NOT NULL, version bigint NOT NULL);
