-- Whose an entry is, in a few bytes beside each other: a fragment that stands in many entries out of reach is passed
-- over without reading them.
--sqlite
CREATE INDEX search_entries_reach ON search_entries (id, owner_id);
--end
