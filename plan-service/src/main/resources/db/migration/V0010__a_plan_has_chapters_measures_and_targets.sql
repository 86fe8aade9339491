CREATE TABLE plan (
    id                uuid PRIMARY KEY,
    bureau_id         text        NOT NULL,
    bureau_name       text        NOT NULL,
    bureau_path       text        NOT NULL,
    title             text        NOT NULL,
    issuer            text,
    year              integer     NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    document_sha256   text        NOT NULL,
    phase             text        NOT NULL CHECK (phase IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    version           bigint      NOT NULL,
    imported_by       text        NOT NULL,
    imported_at       timestamptz NOT NULL,
    published_by      text,
    published_at      timestamptz,
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    CHECK ((phase = 'DRAFT') = (published_at IS NULL)),
    CHECK ((published_at IS NULL) = (published_by IS NULL)),
    CHECK ((phase = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);
COMMENT ON TABLE plan IS 'A bureau''s yearly work plan (工作要点): draft, published or withdrawn.';
COMMENT ON COLUMN plan.id IS 'Ours, a UUIDv7.';
COMMENT ON COLUMN plan.bureau_id IS 'The bureau whose plan it is.';
COMMENT ON COLUMN plan.bureau_name IS 'Its name when the document was imported.';
COMMENT ON COLUMN plan.bureau_path IS 'Its path; whoever is in it or above it may see the plan.';
COMMENT ON COLUMN plan.title IS 'As printed.';
COMMENT ON COLUMN plan.issuer IS 'Issuing body as printed.';
COMMENT ON COLUMN plan.year IS 'Plan year; targets without a date are due at its end.';
COMMENT ON COLUMN plan.document_sha256 IS 'Fingerprint of the imported file; the same file is imported once per bureau.';
COMMENT ON COLUMN plan.phase IS 'DRAFT, PUBLISHED or WITHDRAWN; the checks say which columns each needs.';
COMMENT ON COLUMN plan.version IS 'Grows with each change of the plan or of a target; the ETag.';
COMMENT ON COLUMN plan.imported_by IS 'Login name. Personal data.';
COMMENT ON COLUMN plan.imported_at IS 'When.';
COMMENT ON COLUMN plan.published_by IS 'Login name. Personal data.';
COMMENT ON COLUMN plan.published_at IS 'When; from then on the text is frozen.';
COMMENT ON COLUMN plan.withdrawn_by IS 'Login name. Personal data.';
COMMENT ON COLUMN plan.withdrawn_at IS 'When.';
COMMENT ON COLUMN plan.withdrawal_reason IS 'Why, in words.';
CREATE UNIQUE INDEX plan_document_once ON plan (bureau_id, document_sha256) WHERE phase <> 'WITHDRAWN';
CREATE INDEX plan_bureau_path ON plan (bureau_path text_pattern_ops, imported_at DESC, id DESC);

CREATE TABLE source_document (
    plan_id    uuid PRIMARY KEY REFERENCES plan ON DELETE CASCADE,
    name       text    NOT NULL,
    media_type text    NOT NULL,
    size       integer NOT NULL,
    sha256     text    NOT NULL,
    warnings   text[]  NOT NULL,
    content    bytea   NOT NULL
);
COMMENT ON TABLE source_document IS 'The file a plan was read from, untouched.';
COMMENT ON COLUMN source_document.plan_id IS 'The plan.';
COMMENT ON COLUMN source_document.name IS 'File name as uploaded, without folders and control characters.';
COMMENT ON COLUMN source_document.media_type IS 'What its content says it is.';
COMMENT ON COLUMN source_document.size IS 'Bytes.';
COMMENT ON COLUMN source_document.sha256 IS 'Fingerprint of the content.';
COMMENT ON COLUMN source_document.warnings IS 'What the reader wants a person to look at.';
COMMENT ON COLUMN source_document.content IS 'The bytes. May hold personal data: names of people in the document.';

CREATE TABLE chapter (
    id      uuid PRIMARY KEY,
    plan_id uuid    NOT NULL REFERENCES plan ON DELETE CASCADE,
    place   integer NOT NULL,
    number  text    NOT NULL,
    title   text    NOT NULL,
    UNIQUE (plan_id, place)
);
COMMENT ON TABLE chapter IS 'A chapter of a plan.';
COMMENT ON COLUMN chapter.id IS 'Ours.';
COMMENT ON COLUMN chapter.plan_id IS 'The plan.';
COMMENT ON COLUMN chapter.place IS 'Order in the plan, from 1.';
COMMENT ON COLUMN chapter.number IS 'As printed, empty where there is none.';
COMMENT ON COLUMN chapter.title IS 'As printed.';

CREATE TABLE measure (
    id         uuid PRIMARY KEY,
    chapter_id uuid    NOT NULL REFERENCES chapter ON DELETE CASCADE,
    plan_id    uuid    NOT NULL REFERENCES plan ON DELETE CASCADE,
    place      integer NOT NULL,
    number     text    NOT NULL,
    title      text    NOT NULL,
    body       text    NOT NULL,
    UNIQUE (plan_id, place)
);
COMMENT ON TABLE measure IS 'A measure (举措) of a chapter.';
COMMENT ON COLUMN measure.id IS 'Ours.';
COMMENT ON COLUMN measure.chapter_id IS 'The chapter.';
COMMENT ON COLUMN measure.plan_id IS 'The plan.';
COMMENT ON COLUMN measure.place IS 'Order in the plan, from 1.';
COMMENT ON COLUMN measure.number IS 'As printed with its delimiter, empty where the document has lost it.';
COMMENT ON COLUMN measure.title IS 'First sentence.';
COMMENT ON COLUMN measure.body IS 'The text, verbatim.';
CREATE INDEX measure_chapter ON measure (chapter_id);

CREATE TABLE target (
    id             uuid PRIMARY KEY,
    measure_id     uuid    NOT NULL REFERENCES measure ON DELETE CASCADE,
    plan_id        uuid    NOT NULL REFERENCES plan ON DELETE CASCADE,
    place          integer NOT NULL,
    quote          text    NOT NULL,
    quote_start    integer NOT NULL,
    quote_end      integer NOT NULL,
    indicator      text    NOT NULL,
    kind           text    NOT NULL,
    comparator     text    NOT NULL CHECK (comparator IN ('EQ', 'GE', 'LE', 'GT', 'LT', 'UP', 'DOWN', 'DONE')),
    value          numeric,
    upper          numeric,
    unit           text,
    approx         boolean NOT NULL,
    due_on         date,
    due_text       text,
    recurrence     text,
    strength       text    NOT NULL CHECK (strength IN ('MUST', 'AIM', 'TRY')),
    universal      boolean NOT NULL,
    review         text    NOT NULL CHECK (review IN ('PROPOSED', 'ACCEPTED', 'REJECTED')),
    task_id        uuid,
    task_version   bigint  NOT NULL DEFAULT 0,
    attained       boolean NOT NULL DEFAULT false,
    attained_value numeric,
    UNIQUE (plan_id, place),
    CHECK (quote_start >= 0 AND quote_end > quote_start),
    CHECK (upper IS NULL OR (value IS NOT NULL AND upper >= value))
);
COMMENT ON TABLE target IS 'A commitment of a measure that someone can check at a date.';
COMMENT ON COLUMN target.id IS 'Ours.';
COMMENT ON COLUMN target.measure_id IS 'The measure it stands in.';
COMMENT ON COLUMN target.plan_id IS 'The plan.';
COMMENT ON COLUMN target.place IS 'Order in the plan, from 1.';
COMMENT ON COLUMN target.quote IS 'The words that carry it, verbatim.';
COMMENT ON COLUMN target.quote_start IS 'Where the quote begins in the measure''s body, in UTF-16 units.';
COMMENT ON COLUMN target.quote_end IS 'Where it ends.';
COMMENT ON COLUMN target.indicator IS 'What it is about; read, then edited by a person.';
COMMENT ON COLUMN target.kind IS 'count, percent, change, rank, frequency, milestone, universal, money, area.';
COMMENT ON COLUMN target.comparator IS 'How a reported value is held against it; Comparator in contracts.';
COMMENT ON COLUMN target.value IS 'Lower bound or plain figure in unit; null for a ratio or a deliverable.';
COMMENT ON COLUMN target.upper IS 'Upper bound of a range.';
COMMENT ON COLUMN target.unit IS 'As printed; 万元 and 亿元 stay, other 万 and 亿 are multiplied out.';
COMMENT ON COLUMN target.approx IS 'The document says 约, 近 or 左右.';
COMMENT ON COLUMN target.due_on IS 'Read or set by a person; null means the plan year''s end is inferred.';
COMMENT ON COLUMN target.due_text IS 'The words the date was read from.';
COMMENT ON COLUMN target.recurrence IS 'per-month, per-term …';
COMMENT ON COLUMN target.strength IS 'MUST, AIM or TRY.';
COMMENT ON COLUMN target.universal IS 'Every unit of a population must reach it.';
COMMENT ON COLUMN target.review IS 'PROPOSED until a person accepts or rejects it.';
COMMENT ON COLUMN target.task_id IS 'The task made of it, once known.';
COMMENT ON COLUMN target.task_version IS 'Version of the task last heard of; an older event changes nothing.';
COMMENT ON COLUMN target.attained IS 'The task was completed and its value reaches the target.';
COMMENT ON COLUMN target.attained_value IS 'Value last reported, in unit.';
CREATE INDEX target_measure ON target (measure_id);
