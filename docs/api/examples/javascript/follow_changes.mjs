// What happened since this was last run: nothing is left out, nothing comes twice. Its argument is a file for the place.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";

import { Dealwright } from "./dealwright.mjs";

const dealwright = new Dealwright();
const place = argv[2];
let after = existsSync(place) ? readFileSync(place, "utf8") : null;
let more = true;
while (more) {
  const part = await dealwright.get("/changes", { after, limit: 200 });
  for (const { at, event, deal, company, person } of part.items) {
    console.log(at, event, (deal ?? company ?? person)?.name ?? "");
  }
  // Kept only when all of the part is done with: whoever is stopped in between reads it again.
  ({ next: after, more } = part);
  writeFileSync(place, after);
}
