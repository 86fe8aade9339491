-- Chinese has no spaces to cut words at: every character and every pair of neighbours is looked up instead.
CREATE FUNCTION grams(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT coalesce(array_agg(DISTINCT gram), '{}')
  FROM (SELECT lower(regexp_replace($1, '\s+', '', 'g')) AS t) bare,
       LATERAL generate_series(1, length(t)) AS i,
       LATERAL (VALUES (substr(t, i, 1)), (substr(t, i, 2))) AS g (gram)
$$;
COMMENT ON FUNCTION grams(text) IS 'The characters of a text and the pairs of neighbours, for a GIN index to find any stretch of it.';

ALTER TABLE plan ADD COLUMN grams text[] GENERATED ALWAYS AS (grams(title)) STORED;
ALTER TABLE measure ADD COLUMN grams text[] GENERATED ALWAYS AS (grams(title || body)) STORED;
ALTER TABLE target ADD COLUMN grams text[] GENERATED ALWAYS AS (grams(quote || indicator)) STORED;
COMMENT ON COLUMN plan.grams IS 'Of the title, for searching.';
COMMENT ON COLUMN measure.grams IS 'Of title and text, for searching.';
COMMENT ON COLUMN target.grams IS 'Of quote and indicator, for searching.';
CREATE INDEX plan_grams ON plan USING gin (grams);
CREATE INDEX measure_grams ON measure USING gin (grams);
CREATE INDEX target_grams ON target USING gin (grams);
