-- A case may run on a company: of several processes, one of each. A deal has one, its main.
--sqlite
-- A column that may be empty wants a new table; both are made anew, so that no visit is lost with the old one.
CREATE TABLE cases_new (
    id {{id}},
    deal_id {{int}} REFERENCES deals (id) ON DELETE CASCADE,
    company_id {{int}} REFERENCES companies (id) ON DELETE CASCADE,
    process {{text}} NOT NULL,
    process_version_id {{int}} NOT NULL REFERENCES process_versions (id),
    stage {{text}} NOT NULL,
    entry {{int}} NOT NULL,
    started_at {{instant}} NOT NULL,
    entered_at {{instant}} NOT NULL,
    findings {{json}} NOT NULL DEFAULT '[]',
    resting {{json}} NOT NULL DEFAULT '[]',
    strands {{json}} NOT NULL DEFAULT '{}',
    CONSTRAINT cases_run_on_one_record CHECK ((deal_id IS NULL) <> (company_id IS NULL))
) {{strict}};
INSERT INTO cases_new (id, deal_id, process, process_version_id, stage, entry, started_at, entered_at, findings,
    resting, strands)
SELECT c.id, c.deal_id, v.process, c.process_version_id, c.stage, c.entry, c.started_at, c.entered_at, c.findings,
    c.resting, c.strands
FROM cases c JOIN process_versions v ON v.id = c.process_version_id;
CREATE TABLE visits_new (
    case_id {{int}} NOT NULL REFERENCES cases_new (id) ON DELETE CASCADE,
    entry {{int}} NOT NULL,
    stage {{text}} NOT NULL,
    move_key {{text}} NOT NULL,
    kind {{text}} NOT NULL,
    entered_at {{instant}} NOT NULL,
    left_at {{instant}},
    PRIMARY KEY (case_id, entry)
) {{strict}};
INSERT INTO visits_new SELECT case_id, entry, stage, move_key, kind, entered_at, left_at FROM visits;
DROP TABLE visits;
DROP TABLE cases;
ALTER TABLE cases_new RENAME TO cases;
ALTER TABLE visits_new RENAME TO visits;
CREATE UNIQUE INDEX cases_deal_unique ON cases (deal_id);
--end
--postgres
ALTER TABLE cases ALTER COLUMN deal_id DROP NOT NULL;
ALTER TABLE cases ADD COLUMN company_id {{int}} REFERENCES companies (id) ON DELETE CASCADE;
ALTER TABLE cases ADD COLUMN process {{text}};
UPDATE cases SET process = (SELECT v.process FROM process_versions v WHERE v.id = process_version_id);
ALTER TABLE cases ALTER COLUMN process SET NOT NULL;
ALTER TABLE cases ADD CONSTRAINT cases_run_on_one_record CHECK ((deal_id IS NULL) <> (company_id IS NULL));
--end
CREATE UNIQUE INDEX cases_company_unique ON cases (company_id, process) WHERE company_id IS NOT NULL;
-- Companies by where they stand: a list, a counter.
CREATE INDEX cases_company_stage ON cases (process, stage, company_id) WHERE company_id IS NOT NULL;

-- What a process runs on, as its definition says.
ALTER TABLE process_versions ADD COLUMN runs_on {{text}} NOT NULL DEFAULT 'deal';


-- What a sales process asks of a customer.
ALTER TABLE companies ADD COLUMN kind {{text}};
ALTER TABLE companies ADD COLUMN competitor {{text}};

-- Facts of a company are counted from its own rows.
CREATE INDEX tasks_company ON tasks (company_id, done_at) WHERE company_id IS NOT NULL;
CREATE INDEX notes_company ON notes (company_id, created_at) WHERE company_id IS NOT NULL;
