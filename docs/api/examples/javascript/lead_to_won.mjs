// A lead becomes a won deal, by the six-stage funnel; at every stage a next step is planned.

import { Dealwright, Problem } from "./dealwright.mjs";

const dealwright = new Dealwright();
const HOUR = 3_600_000;

// An activity of an hour, so many days from now.
function step(type, days, more = {}) {
  const start = Date.now() + days * 24 * HOUR;
  return { type, starts_at: new Date(start).toISOString(), ends_at: new Date(start + HOUR).toISOString(), ...more };
}

async function move(key, more = {}) {
  const moved = await dealwright.post(`/deals/${deal}/moves`, { move: key, ...more });
  console.log(`${moved.from} → ${moved.to}`);
}

async function plan(type, days) {
  const { id } = await dealwright.post("/activities", step(type, days, { on: { deal } }));
  return id;
}

const complete = (activity, result) => dealwright.post(`/activities/${activity}/complete`, result);
const log = (type, outcome) => dealwright.post("/activities/log", step(type, -1, { on: { deal }, outcome }));
const note = (body) => dealwright.post("/notes", { on: { deal }, body });

const company = await dealwright.post("/companies", { name: "Northwind Bakery" });
const person = await dealwright.post("/people", {
  name: "Ann Baker",
  mails: ["ann@northwind.example"],
  posts: [{ company_id: company.id }],
});
const { id: deal } = await dealwright.post("/deals", {
  name: "Managed servers",
  company_id: company.id,
  person_id: person.id,
  process: "six-stage-funnel",
  source: "referral",
  amount: 480_000,
  next_step: step("call", 1, { subject: "Ask what they need" }),
});

// What a move misses is told with what mends it, and nothing is changed.
await note("They want somebody to look after their servers.");
await move("book", { next_steps: [step("first-appointment", 2)] });
try {
  await move("discover");
} catch (refused) {
  if (!(refused instanceof Problem)) throw refused;
  for (const finding of refused.body.findings) console.log(`not yet: ${finding.says.en}`);
}

const visit = (await dealwright.get(`/deals/${deal}`)).activities.at(-1);
const discoveries = [await plan("sales-discovery", 3), await plan("network-discovery", 4)];
await complete(visit.id, { outcome: "interested" });

await note("Ann showed us around; both discoveries are agreed.");
await move("discover");
for (const discovery of discoveries) {
  await complete(discovery, { outcome: "done", findings: "Two old servers, no backup.", next_step: step("call", 5) });
}
await log("proposal", "done");

await note("The proposal is with Ann.");
await move("present", { next_steps: [step("presentation", 6)] });
const planned = (await dealwright.get(`/deals/${deal}`)).activities;
const presentation = planned.find((activity) => activity.type === "presentation");
await complete(presentation.id, { outcome: "accepted", next_step: step("call", 7) });
await log("agreement", "accepted");

await note("They said yes and signed.");
await move("commit");
for await (const task of dealwright.rows("/tasks", { deal_id: deal, status: "open" })) {
  await dealwright.post(`/tasks/${task.id}/complete`);
}

await note("Everything is set up.");
await move("win");
const { status } = await dealwright.get(`/deals/${deal}`);
console.log(`deal ${deal} is ${status}`);
