-- Automatic moves that were true already when a case went back to its stage: they wait until they have been false.
ALTER TABLE cases ADD COLUMN resting {{json}} NOT NULL DEFAULT '[]';
