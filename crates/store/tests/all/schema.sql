CREATE TABLE teams (
    id {{id}},
    name {{text}} {{collate}} NOT NULL,
    won {{int}} NOT NULL DEFAULT 0
) {{strict}};
CREATE UNIQUE INDEX teams_name_unique ON teams (name);

CREATE TABLE deals (
    id {{id}},
    team_id {{int}} NOT NULL REFERENCES teams (id),
    parent_id {{int}} REFERENCES deals (id),
    name {{text}} {{collate}} NOT NULL,
    amount {{int}} CONSTRAINT deals_amount_positive CHECK (amount >= 0),
    chance {{real}},
    hot {{bool}} NOT NULL,
    seen_at {{instant}},
    due_on {{date}},
    extra {{json}}
) {{strict}};
CREATE UNIQUE INDEX deals_team_name_unique ON deals (team_id, name);

CREATE TABLE marks (
    kind {{text}} NOT NULL,
    value {{int}} NOT NULL,
    PRIMARY KEY (kind, value)
) {{strict}};
