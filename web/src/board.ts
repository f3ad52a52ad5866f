// Dragging a card asks the server and waits: a refusal puts it back and says why.
import htmx from "htmx.org";
import Sortable, { type SortableEvent } from "sortablejs";
import { whenAppears } from "./appear";
import { show } from "./dialogs";
import { ask } from "./guard";
import { speak } from "./speak";
import { word } from "./words";

/** Longer than a scroll's touch, so that a phone can scroll the board. */
const TOUCH_DELAY = 220;
const REFUSED_SHOWN = 6000;

export function startBoard(): void {
  whenAppears<HTMLElement>("[data-cards]", (cards) => {
    new Sortable(cards, {
      group: "cards",
      draggable: ".card",
      ghostClass: "dragged",
      dragClass: "carried",
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      delay: TOUCH_DELAY,
      delayOnTouchOnly: true,
      sort: false,
      onEnd: (event) => void onDrop(event),
    });
  });
}

async function onDrop(event: SortableEvent): Promise<void> {
  if (event.from === event.to) return;
  const back = (): void => {
    const before = [...event.from.children].filter((one) => one !== event.item)[event.oldDraggableIndex ?? 0];
    event.from.insertBefore(event.item, before ?? null);
  };
  await moveCard(event.item, columnOf(event.to), back);
}

/** Sends the move; `back` undoes what the screen has shown of it. */
export async function moveCard(card: HTMLElement, to: HTMLElement | null, back: () => void): Promise<void> {
  const stage = to?.dataset["stage"];
  const address = card.dataset["moves"];
  if (!to || !stage || !address) return back();
  card.setAttribute("aria-busy", "true");
  const answer = await ask(address, new URLSearchParams({ stage }));
  card.removeAttribute("aria-busy");
  const text = answer ? await answer.text() : "";
  if (answer?.ok) {
    // A move that asks something answers with its dialog, and the card waits where it was.
    if (show(text)) return back();
    return land(card, to, text);
  }
  back();
  refused(card, to);
  if (text && !show(text)) speak(word("cardKept", { card: name(card), stage: name(columnOf(card)) }));
}

/** The answer may hold the card as it is now, and counts to swap; otherwise the card stays where it was dropped. */
function land(card: HTMLElement, to: HTMLElement, fragment: string): void {
  const parsed = new DOMParser().parseFromString(fragment, "text/html");
  const fresh = parsed.getElementById(card.id);
  const list = to.querySelector("[data-cards]");
  if (fresh) {
    const placed = document.adoptNode(fresh);
    if (card.parentElement === list) card.replaceWith(placed);
    else {
      card.remove();
      list?.prepend(placed);
    }
    placed.querySelector("a")?.focus({ preventScroll: true });
  } else if (card.parentElement !== list) {
    list?.prepend(card);
  }
  for (const toast of parsed.querySelectorAll("[data-toast]")) {
    document.querySelector("#toasts")?.append(document.adoptNode(toast));
    htmx.process(toast);
  }
  for (const head of parsed.querySelectorAll("[data-column-head]")) document.getElementById(head.id)?.replaceWith(document.adoptNode(head));
  speak(word("cardMoved", { card: name(card), stage: name(to) }));
}

function refused(card: HTMLElement, to: HTMLElement): void {
  card.dataset["standing"] = "refused";
  to.dataset["standing"] = "refused";
  window.setTimeout(() => {
    delete card.dataset["standing"];
    delete to.dataset["standing"];
  }, REFUSED_SHOWN);
}

const columnOf = (element: HTMLElement): HTMLElement | null => element.closest("[data-stage]");

const name = (element: HTMLElement | null): string => element?.dataset["name"] ?? "";
