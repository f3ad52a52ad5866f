-- Where the strands of a case stand that have left their first state, by key.
ALTER TABLE cases ADD COLUMN strands {{json}} NOT NULL DEFAULT '{}';
