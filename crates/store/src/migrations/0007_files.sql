-- Files on records. What they hold lies by its hash beside the database: there before the row, and as long as it.
CREATE TABLE files (
    id {{id}},
    name {{text}} NOT NULL,
    -- The media type, as what the file holds tells it.
    kind {{text}} NOT NULL,
    size {{int}} NOT NULL CONSTRAINT files_size_positive CHECK (size > 0),
    hash {{text}} NOT NULL,
    deal_id {{int}} REFERENCES deals (id) ON DELETE CASCADE,
    company_id {{int}} REFERENCES companies (id) ON DELETE CASCADE,
    person_id {{int}} REFERENCES people (id) ON DELETE CASCADE,
    created_at {{instant}} NOT NULL,
    created_by {{int}},
    removed_at {{instant}},
    CONSTRAINT files_one_record CHECK (
        (CASE WHEN deal_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN company_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) = 1
    )
) {{strict}};
CREATE INDEX files_deal ON files (deal_id, id) WHERE deal_id IS NOT NULL;
CREATE INDEX files_company ON files (company_id, id) WHERE company_id IS NOT NULL;
CREATE INDEX files_person ON files (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX files_hash ON files (hash);
CREATE INDEX files_removed ON files (removed_at) WHERE removed_at IS NOT NULL;
