-- An index that finds rows by a value keeps none of the rows without one: each of those cost every new row a page.
DROP INDEX deals_source_unique;
CREATE UNIQUE INDEX deals_source_unique ON deals (source_id) WHERE source_id IS NOT NULL;
DROP INDEX deals_import;
CREATE INDEX deals_import ON deals (import_id) WHERE import_id IS NOT NULL;
DROP INDEX deals_person;
CREATE INDEX deals_person ON deals (person_id, id) WHERE person_id IS NOT NULL;
DROP INDEX deals_company;
CREATE INDEX deals_company ON deals (company_id, id) WHERE company_id IS NOT NULL;
DROP INDEX companies_source_unique;
CREATE UNIQUE INDEX companies_source_unique ON companies (source_id) WHERE source_id IS NOT NULL;
DROP INDEX companies_import;
CREATE INDEX companies_import ON companies (import_id) WHERE import_id IS NOT NULL;
DROP INDEX companies_parent;
CREATE INDEX companies_parent ON companies (parent_id) WHERE parent_id IS NOT NULL;
DROP INDEX people_source_unique;
CREATE UNIQUE INDEX people_source_unique ON people (source_id) WHERE source_id IS NOT NULL;
DROP INDEX people_import;
CREATE INDEX people_import ON people (import_id) WHERE import_id IS NOT NULL;
DROP INDEX activities_import;
CREATE INDEX activities_import ON activities (import_id) WHERE import_id IS NOT NULL;
DROP INDEX activities_person;
CREATE INDEX activities_person ON activities (person_id, starts_at) WHERE person_id IS NOT NULL;
DROP INDEX activities_company;
CREATE INDEX activities_company ON activities (company_id, starts_at) WHERE company_id IS NOT NULL;
DROP INDEX events_company;
CREATE INDEX events_company ON events (company_id, at, id) WHERE company_id IS NOT NULL;
DROP INDEX events_person;
CREATE INDEX events_person ON events (person_id, at, id) WHERE person_id IS NOT NULL;

-- Deals by their next step, owner by owner, with all that a list asks of them on the way.
DROP INDEX deals_owner_next;
CREATE INDEX deals_owner_next ON deals (owner_id, next_step_at, id, type, status)
    WHERE archived_at IS NULL AND next_step_at IS NOT NULL;

-- What a member is taken by, without a look at the activities themselves.
DROP INDEX activities_owner_open;
CREATE INDEX activities_owner_open ON activities (owner_id, starts_at, ends_at, done_at, archived_at)
    WHERE done_at IS NULL AND archived_at IS NULL;
