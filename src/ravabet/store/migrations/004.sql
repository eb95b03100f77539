-- The search, made anew by the next writing: `often` a document has a stem, of `words` words; `places` below 128 are the
-- title's. `word`: how stems are written, for words of which the beginning is asked. `quoted`: the places of a sentence
-- from which an event was coded.
DROP TABLE posting;
DROP TABLE searched;
CREATE TABLE searched (no INTEGER, doc VARCHAR, words INTEGER);
CREATE TABLE posting (
    stem VARCHAR, no INTEGER, titled UTINYINT, often UTINYINT, words USMALLINT, places UINTEGER[]
);
CREATE TABLE word (form VARCHAR, stem VARCHAR);
CREATE TABLE quoted (no INTEGER, first UINTEGER, last UINTEGER);
DELETE FROM meta WHERE key = 'search_sorted';
