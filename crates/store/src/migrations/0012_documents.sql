-- A file that is a paper says which: a key of the list of kinds of documents, empty for any other file.
ALTER TABLE files ADD COLUMN document {{text}} NOT NULL DEFAULT '';
ALTER TABLE files ADD COLUMN signed {{bool}} NOT NULL DEFAULT FALSE;
-- Kinds of documents are a list that people keep.
--postgres
ALTER TABLE choices DROP CONSTRAINT choices_list_known;
ALTER TABLE choices ADD CONSTRAINT choices_list_known
    CHECK (list IN ('activity-type', 'deal-type', 'source', 'reason', 'document-kind'));
--end
--sqlite
CREATE TABLE choices_of_now (
    id {{id}},
    list {{text}} NOT NULL CONSTRAINT choices_list_known
        CHECK (list IN ('activity-type', 'deal-type', 'source', 'reason', 'document-kind')),
    key {{text}} NOT NULL,
    title_en {{text}} NOT NULL,
    title_ru {{text}} NOT NULL,
    position {{int}} NOT NULL,
    import_id {{int}},
    retired_at {{instant}}
) {{strict}};
INSERT INTO choices_of_now SELECT id, list, key, title_en, title_ru, position, import_id, retired_at FROM choices;
DROP TABLE choices;
ALTER TABLE choices_of_now RENAME TO choices;
CREATE UNIQUE INDEX choices_key_unique ON choices (list, key);
--end
