-- One row: what the whole installation shares.
CREATE TABLE installation (
    id {{int}} PRIMARY KEY CONSTRAINT installation_is_single CHECK (id = 1),
    company_name {{text}} NOT NULL,
    base_currency {{text}} NOT NULL,
    time_zone {{text}} NOT NULL,
    language {{text}} NOT NULL,
    working_hours {{json}} NOT NULL,
    created_at {{instant}} NOT NULL
) {{strict}};

CREATE TABLE holidays (
    id {{id}},
    day {{date}} NOT NULL,
    title {{text}} NOT NULL
) {{strict}};
CREATE UNIQUE INDEX holidays_day_unique ON holidays (day);

-- `path` names every team above, as /1/4/, so that "team and below" is one comparison.
CREATE TABLE teams (
    id {{id}},
    name {{text}} NOT NULL,
    name_key {{text}} {{collate}} NOT NULL,
    parent_id {{int}} REFERENCES teams (id),
    head_id {{int}},
    path {{text}} {{collate}} NOT NULL,
    import_id {{int}},
    created_at {{instant}} NOT NULL,
    archived_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX teams_name_unique ON teams (name_key);
CREATE INDEX teams_path ON teams (path);

CREATE TABLE members (
    id {{id}},
    name {{text}} NOT NULL,
    name_key {{text}} {{collate}} NOT NULL,
    email {{text}},
    role {{text}} NOT NULL CONSTRAINT members_role_known CHECK (role IN ('administrator', 'manager', 'rep', 'reader')),
    team_id {{int}} REFERENCES teams (id),
    language {{text}} NOT NULL,
    time_zone {{text}},
    theme {{text}} NOT NULL DEFAULT 'auto',
    single_keys {{bool}} NOT NULL,
    password_hash {{text}},
    import_id {{int}},
    created_at {{instant}} NOT NULL,
    archived_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX members_email_unique ON members (email);
CREATE INDEX members_name ON members (name_key);
CREATE INDEX members_team ON members (team_id);

-- What a role reaches: own, team (and below), all, none.
CREATE TABLE role_reach (
    role {{text}} NOT NULL PRIMARY KEY,
    reads {{text}} NOT NULL,
    writes {{text}} NOT NULL
) {{strict}};

CREATE TABLE sessions (
    id {{id}},
    secret_hash {{text}} NOT NULL,
    member_id {{int}} NOT NULL REFERENCES members (id),
    csrf {{text}} NOT NULL,
    created_at {{instant}} NOT NULL,
    seen_at {{instant}} NOT NULL,
    expires_at {{instant}} NOT NULL
) {{strict}};
CREATE UNIQUE INDEX sessions_secret_unique ON sessions (secret_hash);
CREATE INDEX sessions_member ON sessions (member_id);

-- One-time links: the first administrator (no member yet), an invitation, a password reset.
CREATE TABLE links (
    id {{id}},
    secret_hash {{text}} NOT NULL,
    kind {{text}} NOT NULL CONSTRAINT links_kind_known CHECK (kind IN ('first', 'invite', 'reset')),
    member_id {{int}} REFERENCES members (id),
    created_at {{instant}} NOT NULL,
    expires_at {{instant}} NOT NULL,
    used_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX links_secret_unique ON links (secret_hash);

CREATE TABLE tokens (
    id {{id}},
    member_id {{int}} NOT NULL REFERENCES members (id),
    name {{text}} NOT NULL,
    secret_hash {{text}} NOT NULL,
    created_at {{instant}} NOT NULL,
    seen_at {{instant}},
    revoked_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX tokens_secret_unique ON tokens (secret_hash);

CREATE TABLE sign_in_attempts (
    id {{id}},
    email {{text}} NOT NULL,
    address {{text}} NOT NULL,
    at {{instant}} NOT NULL
) {{strict}};
CREATE INDEX sign_in_attempts_email ON sign_in_attempts (email, at);
CREATE INDEX sign_in_attempts_address ON sign_in_attempts (address, at);

-- Maintained lists: activity types, deal types, lead sources, reasons. A word in use is retired, not deleted.
CREATE TABLE choices (
    id {{id}},
    list {{text}} NOT NULL CONSTRAINT choices_list_known CHECK (list IN ('activity-type', 'deal-type', 'source', 'reason')),
    key {{text}} NOT NULL,
    title_en {{text}} NOT NULL,
    title_ru {{text}} NOT NULL,
    position {{int}} NOT NULL,
    import_id {{int}},
    retired_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX choices_key_unique ON choices (list, key);

CREATE TABLE products (
    id {{id}},
    name {{text}} NOT NULL,
    name_key {{text}} {{collate}} NOT NULL,
    series {{text}},
    list_price {{int}},
    currency {{text}} NOT NULL,
    import_id {{int}},
    created_at {{instant}} NOT NULL,
    retired_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX products_name_unique ON products (name_key);

CREATE TABLE process_versions (
    id {{id}},
    process {{text}} NOT NULL,
    version {{int}} NOT NULL,
    title_en {{text}} NOT NULL,
    title_ru {{text}} NOT NULL,
    definition {{text}} NOT NULL,
    active {{bool}} NOT NULL,
    published_at {{instant}} NOT NULL,
    published_by {{int}}
) {{strict}};
CREATE UNIQUE INDEX process_versions_unique ON process_versions (process, version);

CREATE TABLE companies (
    id {{id}},
    name {{text}} NOT NULL,
    name_key {{text}} {{collate}} NOT NULL,
    parent_id {{int}} REFERENCES companies (id),
    industry {{text}},
    employees {{int}} CONSTRAINT companies_employees_not_negative CHECK (employees >= 0),
    founded {{int}},
    annual_revenue {{int}},
    currency {{text}},
    address {{text}},
    phones {{text}} NOT NULL DEFAULT '',
    web {{text}},
    description {{text}},
    owner_id {{int}} REFERENCES members (id),
    source_id {{text}},
    import_id {{int}},
    version {{int}} NOT NULL,
    created_at {{instant}} NOT NULL,
    created_by {{int}},
    changed_at {{instant}} NOT NULL,
    archived_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX companies_source_unique ON companies (source_id);
CREATE INDEX companies_name ON companies (name_key, id);
CREATE INDEX companies_parent ON companies (parent_id);
CREATE INDEX companies_owner ON companies (owner_id, name_key, id);
CREATE INDEX companies_import ON companies (import_id);
CREATE INDEX companies_created ON companies (created_at, id);
CREATE INDEX companies_employees ON companies (COALESCE(employees, -1), id);
CREATE INDEX companies_revenue ON companies (COALESCE(annual_revenue, -1), id);
CREATE INDEX companies_archived ON companies (name_key, id) WHERE archived_at IS NOT NULL;

CREATE TABLE people (
    id {{id}},
    name {{text}} NOT NULL,
    name_key {{text}} {{collate}} NOT NULL,
    given {{text}},
    family {{text}},
    mails {{text}} NOT NULL DEFAULT '',
    phones {{text}} NOT NULL DEFAULT '',
    language {{text}},
    description {{text}},
    owner_id {{int}} REFERENCES members (id),
    source_id {{text}},
    import_id {{int}},
    version {{int}} NOT NULL,
    created_at {{instant}} NOT NULL,
    created_by {{int}},
    changed_at {{instant}} NOT NULL,
    archived_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX people_source_unique ON people (source_id);
CREATE INDEX people_name ON people (name_key, id);
CREATE INDEX people_owner ON people (owner_id, name_key, id);
CREATE INDEX people_import ON people (import_id);
CREATE INDEX people_created ON people (created_at, id);
CREATE INDEX people_archived ON people (name_key, id) WHERE archived_at IS NOT NULL;

CREATE TABLE person_companies (
    person_id {{int}} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    company_id {{int}} NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    role {{text}} NOT NULL DEFAULT '',
    PRIMARY KEY (person_id, company_id)
) {{strict}};
CREATE INDEX person_companies_company ON person_companies (company_id);

-- stage, status, next_step_at and stage_entered_at mirror the main case and the open activities; doctor recomputes them.
CREATE TABLE deals (
    id {{id}},
    name {{text}} NOT NULL,
    name_key {{text}} {{collate}} NOT NULL,
    company_id {{int}} REFERENCES companies (id),
    person_id {{int}} REFERENCES people (id),
    owner_id {{int}} NOT NULL REFERENCES members (id),
    engineer_id {{int}} REFERENCES members (id),
    amount {{int}} CONSTRAINT deals_amount_not_negative CHECK (amount >= 0),
    amount_estimated {{bool}} NOT NULL,
    recurring {{int}} CONSTRAINT deals_recurring_not_negative CHECK (recurring >= 0),
    currency {{text}} NOT NULL,
    expected_close_on {{date}},
    probability {{int}} CONSTRAINT deals_probability_percent CHECK (probability BETWEEN 0 AND 100),
    type {{text}},
    source {{text}},
    campaign {{text}},
    competitor {{text}},
    description {{text}},
    process_version_id {{int}} NOT NULL REFERENCES process_versions (id),
    stage {{text}} NOT NULL,
    status {{text}} NOT NULL CONSTRAINT deals_status_known CHECK (status IN ('open', 'won', 'lost', 'closed')),
    stage_probability {{int}} NOT NULL,
    stage_entered_at {{instant}} NOT NULL,
    next_step_at {{instant}},
    closed_at {{instant}},
    closed_quarter {{text}},
    lost_reason {{text}},
    source_id {{text}},
    import_id {{int}},
    version {{int}} NOT NULL,
    created_at {{instant}} NOT NULL,
    created_by {{int}},
    changed_at {{instant}} NOT NULL,
    archived_at {{instant}},
    CONSTRAINT deals_client_required CHECK (company_id IS NOT NULL OR person_id IS NOT NULL)
) {{strict}};
CREATE UNIQUE INDEX deals_source_unique ON deals (source_id);
CREATE INDEX deals_board ON deals (process_version_id, stage, next_step_at, id) WHERE archived_at IS NULL;
CREATE INDEX deals_owner ON deals (owner_id, status, stage, id);
CREATE INDEX deals_company ON deals (company_id, id);
CREATE INDEX deals_person ON deals (person_id, id);
CREATE INDEX deals_changed ON deals (changed_at, id);
CREATE INDEX deals_created ON deals (created_at, id);
CREATE INDEX deals_name ON deals (name_key, id);
CREATE INDEX deals_amount ON deals (amount, id);
CREATE INDEX deals_close ON deals (expected_close_on, id);
CREATE INDEX deals_next_step ON deals (next_step_at, id);
CREATE INDEX deals_import ON deals (import_id);
CREATE INDEX deals_summary ON deals (status, stage, closed_quarter, type, owner_id, currency, amount) WHERE archived_at IS NULL;

CREATE TABLE deal_people (
    deal_id {{int}} NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    person_id {{int}} NOT NULL REFERENCES people (id),
    role {{text}} NOT NULL DEFAULT '',
    PRIMARY KEY (deal_id, person_id)
) {{strict}};
CREATE INDEX deal_people_person ON deal_people (person_id);

CREATE TABLE deal_lines (
    id {{id}},
    deal_id {{int}} NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    product_id {{int}} NOT NULL REFERENCES products (id),
    quantity {{int}} NOT NULL CONSTRAINT deal_lines_quantity_positive CHECK (quantity > 0),
    unit_price {{int}},
    position {{int}} NOT NULL
) {{strict}};
CREATE INDEX deal_lines_deal ON deal_lines (deal_id, position);
CREATE INDEX deal_lines_product ON deal_lines (product_id, deal_id);

CREATE TABLE cases (
    id {{id}},
    deal_id {{int}} NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
    process_version_id {{int}} NOT NULL REFERENCES process_versions (id),
    stage {{text}} NOT NULL,
    entry {{int}} NOT NULL,
    started_at {{instant}} NOT NULL,
    entered_at {{instant}} NOT NULL,
    findings {{json}} NOT NULL DEFAULT '[]'
) {{strict}};
CREATE UNIQUE INDEX cases_deal_unique ON cases (deal_id);

CREATE TABLE visits (
    case_id {{int}} NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    entry {{int}} NOT NULL,
    stage {{text}} NOT NULL,
    move_key {{text}} NOT NULL,
    kind {{text}} NOT NULL,
    entered_at {{instant}} NOT NULL,
    left_at {{instant}},
    PRIMARY KEY (case_id, entry)
) {{strict}};

CREATE TABLE activities (
    id {{id}},
    type {{text}} NOT NULL,
    subject {{text}} NOT NULL DEFAULT '',
    deal_id {{int}} REFERENCES deals (id) ON DELETE CASCADE,
    company_id {{int}} REFERENCES companies (id),
    person_id {{int}} REFERENCES people (id),
    owner_id {{int}} NOT NULL REFERENCES members (id),
    starts_at {{instant}} NOT NULL,
    ends_at {{instant}} NOT NULL,
    done_at {{instant}},
    outcome {{text}},
    words {{text}} NOT NULL DEFAULT '',
    findings {{text}} NOT NULL DEFAULT '',
    postponed {{int}} NOT NULL DEFAULT 0,
    import_id {{int}},
    created_at {{instant}} NOT NULL,
    created_by {{int}},
    archived_at {{instant}},
    CONSTRAINT activities_take_time CHECK (ends_at > starts_at)
) {{strict}};
CREATE INDEX activities_deal ON activities (deal_id, done_at, starts_at);
CREATE INDEX activities_company ON activities (company_id, starts_at);
CREATE INDEX activities_person ON activities (person_id, starts_at);
CREATE INDEX activities_owner_open ON activities (owner_id, starts_at) WHERE done_at IS NULL AND archived_at IS NULL;
CREATE INDEX activities_owner_done ON activities (owner_id, starts_at) WHERE done_at IS NOT NULL AND archived_at IS NULL;
CREATE INDEX activities_import ON activities (import_id);

-- effect_key: which effect of which entry made it, so that a rerun makes none twice.
CREATE TABLE tasks (
    id {{id}},
    title {{text}} NOT NULL,
    kind {{text}} NOT NULL DEFAULT '',
    deal_id {{int}} REFERENCES deals (id) ON DELETE CASCADE,
    company_id {{int}} REFERENCES companies (id),
    person_id {{int}} REFERENCES people (id),
    owner_id {{int}} REFERENCES members (id),
    queue {{text}},
    due_at {{instant}},
    done_at {{instant}},
    done_by {{int}},
    effect_key {{text}},
    created_at {{instant}} NOT NULL,
    created_by {{int}},
    archived_at {{instant}},
    CONSTRAINT tasks_have_a_doer CHECK (owner_id IS NOT NULL OR queue IS NOT NULL)
) {{strict}};
CREATE UNIQUE INDEX tasks_effect_unique ON tasks (effect_key);
CREATE INDEX tasks_deal ON tasks (deal_id, done_at);
CREATE INDEX tasks_owner_open ON tasks (owner_id, due_at) WHERE done_at IS NULL AND archived_at IS NULL;

CREATE TABLE notes (
    id {{id}},
    body {{text}} NOT NULL,
    deal_id {{int}} REFERENCES deals (id) ON DELETE CASCADE,
    company_id {{int}} REFERENCES companies (id),
    person_id {{int}} REFERENCES people (id),
    created_at {{instant}} NOT NULL,
    created_by {{int}}
) {{strict}};
CREATE INDEX notes_deal ON notes (deal_id, created_at);

-- The spine: everything that happened, once. Timeline, notifications, audit and feeds read it.
CREATE TABLE events (
    id {{id}},
    at {{instant}} NOT NULL,
    actor {{text}} NOT NULL,
    member_id {{int}},
    kind {{text}} NOT NULL,
    deal_id {{int}},
    company_id {{int}},
    person_id {{int}},
    import_id {{int}},
    body {{json}} NOT NULL
) {{strict}};
CREATE INDEX events_deal ON events (deal_id, at, id);
CREATE INDEX events_company ON events (company_id, at, id);
CREATE INDEX events_person ON events (person_id, at, id);

CREATE TABLE outbox (
    id {{id}},
    kind {{text}} NOT NULL,
    payload {{json}} NOT NULL,
    run_at {{instant}} NOT NULL,
    attempts {{int}} NOT NULL DEFAULT 0,
    lease_until {{instant}},
    unique_key {{text}},
    last_error {{text}},
    done_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX outbox_key_unique ON outbox (unique_key);
CREATE INDEX outbox_due ON outbox (run_at, id) WHERE done_at IS NULL;

CREATE TABLE notifications (
    id {{id}},
    member_id {{int}} NOT NULL REFERENCES members (id),
    event_id {{int}},
    deal_id {{int}},
    kind {{text}} NOT NULL,
    body {{json}} NOT NULL,
    created_at {{instant}} NOT NULL,
    read_at {{instant}}
) {{strict}};
CREATE INDEX notifications_member ON notifications (member_id, id);
CREATE INDEX notifications_unread ON notifications (member_id) WHERE read_at IS NULL;

-- Counts and sums of unarchived deals, kept in the transaction of each change.
CREATE TABLE deal_totals (
    process_version_id {{int}} NOT NULL,
    stage {{text}} NOT NULL,
    owner_id {{int}} NOT NULL,
    currency {{text}} NOT NULL,
    deals {{int}} NOT NULL,
    amount {{int}} NOT NULL,
    recurring {{int}} NOT NULL,
    PRIMARY KEY (process_version_id, stage, owner_id, currency)
) {{strict}};

CREATE TABLE imports (
    id {{id}},
    title {{text}} NOT NULL,
    mapping {{text}} NOT NULL,
    state {{text}} NOT NULL CONSTRAINT imports_state_known
        CHECK (state IN ('draft', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
    file_position {{int}} NOT NULL DEFAULT 0,
    row_position {{int}} NOT NULL DEFAULT 0,
    rows_total {{int}} NOT NULL DEFAULT 0,
    rows_done {{int}} NOT NULL DEFAULT 0,
    rows_imported {{int}} NOT NULL DEFAULT 0,
    rows_mend {{int}} NOT NULL DEFAULT 0,
    rows_known {{int}} NOT NULL DEFAULT 0,
    busy_micros {{int}} NOT NULL DEFAULT 0,
    held_by {{text}},
    held_until {{instant}},
    report {{json}} NOT NULL DEFAULT '{}',
    created_at {{instant}} NOT NULL,
    created_by {{int}},
    started_at {{instant}},
    finished_at {{instant}}
) {{strict}};

CREATE TABLE import_files (
    import_id {{int}} NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position {{int}} NOT NULL,
    name {{text}} NOT NULL,
    content {{text}} NOT NULL,
    PRIMARY KEY (import_id, position)
) {{strict}};

CREATE TABLE import_rows (
    id {{id}},
    import_id {{int}} NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    file_position {{int}} NOT NULL,
    line {{int}} NOT NULL,
    raw {{json}} NOT NULL,
    reasons {{json}} NOT NULL,
    mended_at {{instant}}
) {{strict}};
CREATE UNIQUE INDEX import_rows_line_unique ON import_rows (import_id, file_position, line);

-- Mappings kept for the next file of the same shape.
CREATE TABLE mappings (
    id {{id}},
    name {{text}} NOT NULL,
    mapping {{text}} NOT NULL,
    changed_at {{instant}} NOT NULL
) {{strict}};
CREATE UNIQUE INDEX mappings_name_unique ON mappings (name);

-- What search finds: folded words of one record.
CREATE TABLE search_entries (
    id {{id}},
    kind {{text}} NOT NULL,
    record_id {{int}} NOT NULL,
    owner_id {{int}},
    title {{text}} NOT NULL,
    title_key {{text}} {{collate}} NOT NULL,
    words {{text}} NOT NULL
) {{strict}};
CREATE UNIQUE INDEX search_entries_record_unique ON search_entries (kind, record_id);
CREATE INDEX search_entries_title ON search_entries (title_key);
--sqlite
CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_entries', content_rowid='id', tokenize='trigram');
CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN
    INSERT INTO search_index (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER search_entries_removed AFTER DELETE ON search_entries BEGIN
    INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.id, old.words);
END;
CREATE TRIGGER search_entries_changed AFTER UPDATE OF words ON search_entries WHEN old.words <> new.words BEGIN
    INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.id, old.words);
    INSERT INTO search_index (rowid, words) VALUES (new.id, new.words);
END;
--end
--postgres
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX search_entries_words ON search_entries USING gin (words gin_trgm_ops);
--end
