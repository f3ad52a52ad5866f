// What changed elsewhere: the server names the topics, marked parts fetch themselves again.
import htmx from "htmx.org";

const LIT = 1600;

/** `<body data-live="/live?..">` listens; `<div data-topic="deal:42 board" data-hx-get=".." data-hx-trigger="live">` follows. */
export function startLive(): void {
  const address = document.body.dataset["live"];
  if (!address) return;
  const source = new EventSource(address);
  source.addEventListener("changed", (event) => refresh(new Set((event as MessageEvent<string>).data.split(/\s+/))));
  window.addEventListener("pagehide", () => source.close());
}

function refresh(topics: Set<string>): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-topic]")) {
    const follows = (part.dataset["topic"] ?? "").split(" ").some((topic) => topics.has(topic));
    if (follows) whenFree(part, () => fetchAgain(part));
  }
}

/** Never under the pointer, never while something in it is being edited or dragged. */
function whenFree(part: HTMLElement, act: () => void): void {
  const edited = part.contains(document.activeElement) && document.activeElement?.matches("input, textarea, select");
  const busy = edited || part.matches(":hover") || part.querySelector(".dragged") !== null;
  if (!busy) return act();
  window.setTimeout(() => part.isConnected && whenFree(part, act), 1000);
}

function fetchAgain(part: HTMLElement): void {
  const before = part.id;
  htmx.trigger(part, "live");
  const lit = (): void => {
    const now = before ? document.getElementById(before) : part;
    now?.classList.add("changed");
    window.setTimeout(() => now?.classList.remove("changed"), LIT);
  };
  document.addEventListener("htmx:after:swap", lit, { once: true });
}
