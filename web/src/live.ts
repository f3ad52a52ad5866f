// What changed elsewhere: the server names the topics, the page asks for itself again and takes over what differs.
import htmx from "htmx.org";

/** Changes that come together are shown together. */
const GATHER = 600;
/** How long the hand must rest before anything moves under it. */
const REST = 1200;
const LIT = 1600;
const PARTS = "#content :is(.card, .panel, .step-ahead, tr, li, header)[id], #content .panel";

let source: EventSource | undefined;
let missed = false;
let timer = 0;
let moved = 0;

/** `<body data-live="/live?topics=..">` listens while the tab is seen: a browser has few connections to give. */
export function startLive(): void {
  for (const sign of ["pointermove", "pointerdown", "keydown", "wheel"]) {
    document.addEventListener(sign, () => (moved = Date.now()), { passive: true });
  }
  document.addEventListener("visibilitychange", listen);
  document.addEventListener("htmx:after:swap", listen);
  window.addEventListener("pagehide", stop);
  listen();
}

function listen(): void {
  const address = document.hidden ? undefined : document.body.dataset["live"];
  if (source && source.url === (address && new URL(address, location.href).href)) return;
  stop();
  if (!address) return;
  source = new EventSource(address);
  source.addEventListener("changed", refreshSoon);
  if (missed) refreshSoon();
  missed = false;
}

function stop(): void {
  missed ||= source !== undefined;
  source?.close();
  source = undefined;
}

function refreshSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => (isBusy() ? refreshSoon() : void refresh()), GATHER);
}

/** Never under a hand at work, never while something is being typed, dragged or asked. */
function isBusy(): boolean {
  if (Date.now() - moved < REST) return true;
  const field = document.activeElement?.matches("#content :is(input:not([type=checkbox]), textarea, select)");
  return field || document.querySelector("dialog[open], .dragged, #content form[data-changed], #content [data-select]:checked, #content form[data-inline], details[open][data-menu]") !== null;
}

async function refresh(): Promise<void> {
  const before = looks();
  const page = location.href;
  await htmx.ajax("GET", page, { target: ".frame", select: ".frame", swap: "outerMorph", push: "false" });
  if (location.href !== page) return;
  for (const [part, look] of looks()) if (before.get(part) !== look) light(part);
}

const looks = (): Map<Element, string> =>
  new Map([...document.querySelectorAll(PARTS)].map((part) => [part, part.textContent ?? ""]));

function light(part: Element): void {
  part.classList.add("changed");
  window.setTimeout(() => part.classList.remove("changed"), LIT);
}
