-- Activities and tasks are listed by their time.
CREATE INDEX activities_start ON activities (starts_at, id);
CREATE INDEX tasks_due ON tasks (COALESCE(due_at, 9223372036854775807), id);

-- Requests that a program may send again: each key is its member's, and kept for a day with what the act answered.
CREATE TABLE request_keys (
    member_id {{int}} NOT NULL REFERENCES members (id),
    key {{text}} NOT NULL,
    fingerprint {{text}} NOT NULL,
    done {{json}},
    made_at {{instant}} NOT NULL,
    PRIMARY KEY (member_id, key)
) {{strict}};
CREATE INDEX request_keys_age ON request_keys (made_at);
