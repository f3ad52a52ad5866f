-- What a token is for. Those made before keep all that their member may do.
ALTER TABLE tokens ADD COLUMN level {{text}} NOT NULL DEFAULT 'administration'
    CONSTRAINT tokens_level_known CHECK (level IN ('read', 'write', 'administration'));
-- Words with spaces between; none of them binds the token to no area.
ALTER TABLE tokens ADD COLUMN areas {{text}} NOT NULL DEFAULT '';
