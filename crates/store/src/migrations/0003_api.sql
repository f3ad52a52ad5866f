-- Activities and tasks are listed by their time.
CREATE INDEX activities_start ON activities (starts_at, id);
CREATE INDEX tasks_due ON tasks (COALESCE(due_at, 9223372036854775807), id);
