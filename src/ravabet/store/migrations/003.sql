-- The search: documents by number with their length in words; for each stem where it stands, `titled` times in titles.
CREATE TABLE searched (no INTEGER, doc VARCHAR, words INTEGER);
CREATE TABLE posting (stem VARCHAR, no INTEGER, titled UTINYINT, places UINTEGER[]);
