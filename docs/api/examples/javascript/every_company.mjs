// Every company within reach, by name; each page is asked for where the one before ended.

import { Dealwright } from "./dealwright.mjs";

for await (const company of new Dealwright().rows("/companies", { sort: "name", limit: 2 })) {
  console.log(company.name);
}
