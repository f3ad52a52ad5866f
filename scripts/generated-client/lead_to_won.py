"""Takes a lead to a won deal by the six-stage funnel, with nothing but the generated client: its calls and its types."""

import os
from datetime import datetime, timedelta, timezone

from dealwright_client import AuthenticatedClient, models
from dealwright_client.api.activities import complete_activity, log_activity, plan_activity
from dealwright_client.api.companies import create_company
from dealwright_client.api.deals import create_deal, deal as show_deal, move_deal, open_moves
from dealwright_client.api.notes import write_note
from dealwright_client.api.people import create_person
from dealwright_client.api.tasks import complete_task, list_tasks

client = AuthenticatedClient(
    base_url=os.environ["DEALWRIGHT_URL"] + "/api/v1",
    token=os.environ["DEALWRIGHT_TOKEN"],
    raise_on_unexpected_status=True,
)
NOW = datetime.now(timezone.utc)


def done(act, *args, **more):
    """What an act answers; a problem ends the run."""
    answer = act.sync_detailed(*args, client=client, **more)
    assert not isinstance(answer.parsed, models.Problem), answer.parsed
    assert answer.status_code < 300, answer
    return answer.parsed


def time(days):
    return {"starts_at": NOW + timedelta(days=days), "ends_at": NOW + timedelta(days=days, hours=1)}


def step(kind, days):
    return models.ActivityFields(type_=kind, **time(days))


def move(key, *steps):
    moved = done(move_deal, deal, body=models.TakeMove(move=key, next_steps=list(steps)))
    print(f"{moved.from_} → {moved.to}")


def complete(activity, **result):
    done(complete_activity, activity, body=models.Completion(**result))


def log(kind, outcome):
    done(log_activity, body=models.LoggedActivity(type_=kind, on=on, outcome=outcome, **time(-1)))


def note(body):
    done(write_note, body=models.NewNote(on=on, body=body))


def planned(kind):
    return next(activity.id for activity in done(show_deal, deal).activities if activity.type_ == kind)


company = done(create_company, body=models.NewCompany(name="Northwind Bakery")).id
post = models.Post(company_id=company)
person = done(create_person, body=models.NewPerson(name="Ann Baker", mails=["ann@northwind.example"], posts=[post])).id
lead = models.NewDeal(
    name="Managed servers",
    company_id=company,
    person_id=person,
    process="six-stage-funnel",
    source="referral",
    amount=480_000,
    next_step=step("call", 1),
)
deal = done(create_deal, body=lead).id
on = models.OnDeal(deal=deal)

note("They want somebody to look after their servers.")
move("book", step("first-appointment", 2))

refused = move_deal.sync(deal, client=client, body=models.TakeMove(move="discover"))
assert isinstance(refused, models.Problem), refused
assert {finding.id for finding in refused.findings} >= {"visited", "discoveries-booked"}, refused.findings
ways = {way.move: way for way in done(open_moves, deal).moves}
assert not ways["discover"].open_

for kind in ("sales-discovery", "network-discovery"):
    done(plan_activity, body=models.PlannedActivity(type_=kind, on=on, **time(3)))
complete(planned("first-appointment"), outcome=models.Outcome.INTERESTED)

note("Ann showed us around; both discoveries are agreed.")
move("discover")
for kind in ("sales-discovery", "network-discovery"):
    complete(planned(kind), outcome=models.Outcome.DONE, findings="No backup.", next_step=step("call", 5))
log("proposal", models.Outcome.DONE)

note("The proposal is with Ann.")
move("present", step("presentation", 6))
complete(planned("presentation"), outcome=models.Outcome.ACCEPTED, next_step=step("call", 7))
log("agreement", models.Outcome.ACCEPTED)

note("They said yes and signed.")
move("commit")
for task in done(list_tasks, deal_id=deal, status=models.ListTasksStatus.OPEN).items:
    done(complete_task, task.id)

note("Everything is set up.")
move("win")
won = done(show_deal, deal)
assert (won.status, won.stage) == ("won", "won"), won
print(f"deal {deal} is {won.status}")
