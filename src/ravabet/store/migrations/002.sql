-- Where a document comes from ('coded': it was read; else the data set that tells of it), and what coded it: a stamp
-- of the version and the lexicon, by which documents are found that a newer one would code otherwise.
ALTER TABLE document ADD COLUMN origin VARCHAR DEFAULT 'coded';
ALTER TABLE document ADD COLUMN coder VARCHAR;
