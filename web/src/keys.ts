// Shortcuts. Single keys act only outside fields and dialogs, and a profile may switch them off.
import { openFrom } from "./dialogs";
import { openMoveMenu } from "./move-menu";
import { openPalette } from "./palette";
import { step } from "./walk";

const PLACES: Record<string, string> = { d: "/day", b: "/deals", c: "/companies", p: "/people", r: "/reports" };

/** How long `g` waits for its second key. */
const CHORD = 1200;

let chordUntil = 0;

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
    } else if (!event.ctrlKey && !event.metaKey && !event.isComposing && listens(event.target)) {
      if (press(event.key, event.timeStamp)) event.preventDefault();
    }
  });
}

function listens(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return false;
  return !(target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]"));
}

function press(key: string, at: number): boolean {
  if (key.startsWith("Arrow")) return step(key);
  if (document.body.dataset["keys"] === "off") return false;
  if (at < chordUntil) {
    chordUntil = 0;
    const place = PLACES[key];
    if (place) location.assign(place);
    return place !== undefined;
  }
  switch (key) {
    case "g":
      chordUntil = at + CHORD;
      return true;
    case "j":
      return step("ArrowDown");
    case "k":
      return step("ArrowUp");
    case "/":
      openPalette();
      return true;
    case "m":
      return move();
    case "x":
      return tick();
    case "z":
      return undo();
    case "?":
      void openFrom("/keys");
      return true;
    default:
      return act(key);
  }
}

function move(): boolean {
  const card = document.activeElement?.closest<HTMLElement>(".card[data-moves]");
  if (card) openMoveMenu(card);
  return card ? true : act("m");
}

function tick(): boolean {
  const box = document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("[data-select]");
  box?.click();
  return box != null;
}

function undo(): boolean {
  const forms = document.querySelectorAll<HTMLFormElement>("form[data-undo]");
  const latest = forms[forms.length - 1];
  latest?.requestSubmit();
  return latest !== undefined;
}

/** `c n a t e`: presses what the page marks with data-key, nearest to the focus first. */
function act(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false;
  const near = document.activeElement?.closest("tr, li, .card")?.querySelector<HTMLElement>(`[data-key="${key}"]`);
  const target = near ?? document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
  return true;
}
