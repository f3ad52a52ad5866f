-- One act, one number: what it did is taken back together. An import has its own undo and no number here.
ALTER TABLE events ADD COLUMN act {{int}};
ALTER TABLE events ADD COLUMN undone_at {{instant}};
CREATE INDEX events_act ON events (act) WHERE act IS NOT NULL;

ALTER TABLE notes ADD COLUMN archived_at {{instant}};
