"""A lead becomes a won deal, by the six-stage funnel; at every stage a next step is planned."""

from datetime import datetime, timedelta, timezone

from dealwright import Dealwright, Problem

dealwright = Dealwright()
NOW = datetime.now(timezone.utc).replace(microsecond=0)


def step(kind, days, hours=1, **more):
    """An activity that takes time, so many days from now."""
    start = NOW + timedelta(days=days)
    return {"type": kind, "starts_at": start.isoformat(), "ends_at": (start + timedelta(hours=hours)).isoformat(), **more}


def move(key, **more):
    moved = dealwright.post(f"/deals/{deal}/moves", {"move": key, **more})
    print(f"{moved['from']} → {moved['to']}")


def plan(kind, days):
    return dealwright.post("/activities", step(kind, days, on={"deal": deal}))["id"]


def note(body):
    dealwright.post("/notes", {"on": {"deal": deal}, "body": body})


company = dealwright.post("/companies", {"name": "Northwind Bakery"})["id"]
person = dealwright.post("/people", {"name": "Ann Baker", "mails": ["ann@northwind.example"], "posts": [{"company_id": company}]})
deal = dealwright.post(
    "/deals",
    {
        "name": "Managed servers",
        "company_id": company,
        "person_id": person["id"],
        "process": "six-stage-funnel",
        "source": "referral",
        "amount": 480_000,
        "next_step": step("call", days=1, subject="Ask what they need"),
    },
)["id"]

# What a move misses is told with what mends it, and nothing is changed.
note("They want somebody to look after their servers.")
move("book", next_steps=[step("first-appointment", days=2)])
try:
    move("discover")
except Problem as refused:
    for finding in refused.body["findings"]:
        print(f"not yet: {finding['says']['en']}")

visit = dealwright.get(f"/deals/{deal}")["activities"][-1]["id"]
discoveries = [plan("sales-discovery", days=3), plan("network-discovery", days=4)]
dealwright.post(f"/activities/{visit}/complete", {"outcome": "interested"})

note("Ann showed us around; both discoveries are agreed.")
move("discover")
for discovery in discoveries:
    found = {"outcome": "done", "findings": "Two old servers, no backup.", "next_step": step("call", days=5)}
    dealwright.post(f"/activities/{discovery}/complete", found)
dealwright.post("/activities/log", step("proposal", days=-1, on={"deal": deal}, outcome="done"))

note("The proposal is with Ann.")
move("present", next_steps=[step("presentation", days=6)])
planned = dealwright.get(f"/deals/{deal}")["activities"]
presentation = next(activity["id"] for activity in planned if activity["type"] == "presentation")
dealwright.post(f"/activities/{presentation}/complete", {"outcome": "accepted", "next_step": step("call", days=7)})
dealwright.post("/activities/log", step("agreement", days=-1, on={"deal": deal}, outcome="accepted"))

note("They said yes and signed.")
move("commit")
for task in list(dealwright.rows("/tasks", deal_id=deal, status="open")):
    dealwright.post(f"/tasks/{task['id']}/complete")

note("Everything is set up.")
move("win")
print(f"deal {deal} is {dealwright.get(f'/deals/{deal}')['status']}")
