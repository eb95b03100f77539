-- The first schema of the project file. A migration is never changed after it was released: a new number follows it.
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

-- One article. `doc` is made of its text as it arrived, its source as given and its day of publication.
CREATE TABLE document (
    doc VARCHAR, id VARCHAR, content_hash VARCHAR, given_source VARCHAR, source VARCHAR, author VARCHAR, title VARCHAR,
    published DATE, dated_by VARCHAR, language VARCHAR, path VARCHAR, characters INTEGER, repaired BOOLEAN,
    text VARCHAR,
    original VARCHAR,      -- the text as it arrived; NULL where it is `text`
    damages JSON,          -- what the detector said, each with kind, lines, confidence
    repair JSON,           -- the steps of the repair, enough to do it again
    offsets BLOB,          -- zlib: the way back to the original, one 64-bit integer a character
    ends BLOB,             -- the same for the ends of characters that were made of several
    layout BLOB,           -- zlib of JSON: pages and the box of every character
    file_hash VARCHAR,     -- SHA-256 of the file at `path`, so that a page is only shown from the file that was read
    copy_of VARCHAR,       -- doc of the article that it copies
    voice VARCHAR,         -- who speaks: the source of the original, copies have that of their original
    problem_where VARCHAR, problem_what VARCHAR,
    run INTEGER, added TIMESTAMP
);

-- One event as one document tells it; spans are code points of document.text, [start, end).
CREATE TABLE event (
    event VARCHAR, doc VARCHAR, local VARCHAR, occurrence VARCHAR, origin VARCHAR,
    type VARCHAR, mode VARCHAR, context VARCHAR[], quad TINYINT, frame VARCHAR,
    actors VARCHAR[], recipients VARCHAR[], day DATE, date VARCHAR, precision VARCHAR,
    status VARCHAR, speaker VARCHAR, score DOUBLE, confidence DOUBLE,
    trigger_start INTEGER, trigger_end INTEGER, sentence_start INTEGER, sentence_end INTEGER,
    trigger VARCHAR, quote VARCHAR, place VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE,
    amount DOUBLE, unit VARCHAR, because VARCHAR[], has_reason BOOLEAN,
    language VARCHAR, source VARCHAR,
    detail JSON            -- spans and sectors of the participants, span of date, place and amount
);

-- Who did it to whom: a row for each actor and recipient; for acts between equals a row each way, not directed.
CREATE TABLE pair (
    event VARCHAR, a VARCHAR, b VARCHAR, directed BOOLEAN, day DATE, type VARCHAR, quad TINYINT, score DOUBLE,
    confidence DOUBLE, doc VARCHAR, voice VARCHAR, occurrence VARCHAR, status VARCHAR
);

CREATE TABLE reason (
    reason VARCHAR, doc VARCHAR, local VARCHAR, kind VARCHAR, speaker VARCHAR, confidence DOUBLE, cue VARCHAR,
    cause_start INTEGER, cause_end INTEGER, effect_start INTEGER, effect_end INTEGER,
    sentence_start INTEGER, sentence_end INTEGER, cause VARCHAR, effect VARCHAR, quote VARCHAR,
    cause_events VARCHAR[], effect_events VARCHAR[],
    detail JSON            -- span of the cue, what anaphors stand for, rules
);

-- One event in the world; `event` is its clearest report.
CREATE TABLE occurrence (
    occurrence VARCHAR, event VARCHAR, type VARCHAR, day DATE, actors VARCHAR[], recipients VARCHAR[],
    reports INTEGER, documents INTEGER, voices INTEGER, first DATE, last DATE, differs JSON
);
CREATE TABLE alias (old VARCHAR, new VARCHAR);        -- occurrences that turned out to be one with another

CREATE TABLE run (
    run INTEGER, started TIMESTAMP, finished TIMESTAMP, command VARCHAR, version VARCHAR, lexicon VARCHAR,
    read INTEGER, known INTEGER, repaired INTEGER, coded INTEGER, rejected INTEGER, events INTEGER, reasons INTEGER
);
CREATE TABLE reject (run INTEGER, place VARCHAR, what VARCHAR);
CREATE TABLE judgement (
    judgement VARCHAR, target VARCHAR, kind VARCHAR, verdict VARCHAR, "values" JSON, "by" VARCHAR, "at" TIMESTAMP,
    note VARCHAR, doc VARCHAR, base JSON
);
CREATE TABLE doc_band (band UBIGINT, doc VARCHAR);    -- signatures by which copies are found
