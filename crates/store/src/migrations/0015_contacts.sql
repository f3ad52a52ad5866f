-- Whether a person is still somebody to speak with: it is not the company's standing (seed 000.6).
ALTER TABLE people ADD COLUMN status {{text}} NOT NULL DEFAULT 'active';
