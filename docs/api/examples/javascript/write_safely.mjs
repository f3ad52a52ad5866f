// Writes that do nothing twice and lose nobody's change. The argument is a key of your own for the first of them.

import { argv } from "node:process";

import { Dealwright, Problem } from "./dealwright.mjs";

const dealwright = new Dealwright();
const key = argv[2];

function tell(refused) {
  if (!(refused instanceof Problem)) throw refused;
  console.log(refused.kind);
}

// The key says which request it is: sent again, it gets the first answer and is not done again.
const first = await dealwright.post("/companies", { name: "Harbour Books" }, key);
const again = await dealwright.post("/companies", { name: "Harbour Books" }, key);
console.log(first.id === again.id ? "made once" : "made twice");
await dealwright.post("/companies", { name: "Harbour Cars" }, key).catch(tell);

// The version says what was read: who changes a record that somebody has changed since is told what.
const company = await dealwright.get(`/companies/${first.id}`);
await dealwright.patch(`/companies/${company.id}`, company.version, { name: "Harbour Books & Maps" });
await dealwright.patch(`/companies/${company.id}`, company.version, { name: "Harbour Maps" }).catch(tell);
