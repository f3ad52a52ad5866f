-- A column of a board and a list by next steps are read owner by owner, so that a team's cost what they show and not
-- what the team has.
DROP INDEX deals_owner;
CREATE INDEX deals_owner_board ON deals (owner_id, process_version_id, stage, next_step_at, id);
CREATE INDEX deals_owner_next ON deals (owner_id, next_step_at, id) WHERE archived_at IS NULL AND next_step_at IS NOT NULL;

-- Open deals without a next step are few, and lie among all those that are over.
CREATE INDEX deals_stepless ON deals (status, id)
    WHERE (next_step_at IS NULL) IS TRUE AND status = 'open' AND archived_at IS NULL;

-- What was won since a day.
CREATE INDEX deals_won ON deals (status, closed_at, process_version_id, stage, owner_id, currency, amount, recurring)
    WHERE status = 'won' AND archived_at IS NULL;
