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

-- The order in which events became visible. On PostgreSQL ids are given before the commit, so a feed goes by the
-- transaction, and only as far as no older one is under way; SQLite has one writer, and its ids are in order.
--sqlite
ALTER TABLE events ADD COLUMN xact {{int}} NOT NULL DEFAULT 0;
--end
--postgres
ALTER TABLE events ADD COLUMN xact {{int}} NOT NULL DEFAULT 0;
ALTER TABLE events ALTER COLUMN xact SET DEFAULT (pg_current_xact_id()::text::bigint);
--end
CREATE INDEX events_xact ON events (xact, id);
