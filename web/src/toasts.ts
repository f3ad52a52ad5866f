// Toasts leave after eight seconds, after thirty where they hold a way back, but not while someone points at or stands in them.
import { whenAppears } from "./appear";

const STAYS = 8000;
const UNDO_STAYS = 30_000;

export function startToasts(): void {
  whenAppears<HTMLElement>("[data-toast]", leaveInTime);
  whenAppears<HTMLElement>("[data-said]", sayAloud);
}

/** What came with the page is not read out; what is put into a live region later is. */
function sayAloud(toast: HTMLElement): void {
  const words = [...toast.childNodes];
  window.setTimeout(() => toast.replaceChildren(...words), 100);
}

/** A toast of our own, with a link that opens in a new tab so that this page stays as it is. */
export function showNotice(words: string, act?: { label: string; address: string }): void {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset["toast"] = "";
  const text = document.createElement("p");
  text.textContent = words;
  toast.append(text);
  if (act) {
    const link = document.createElement("a");
    link.className = "button quiet small";
    link.href = act.address;
    link.target = "_blank";
    link.textContent = act.label;
    toast.append(link);
    toast.dataset["stays"] = "";
  }
  const place = document.querySelector("#toasts");
  if (place && ![...place.children].some((other) => other.textContent === toast.textContent)) place.append(toast);
}

function leaveInTime(toast: HTMLElement): void {
  if ("stays" in toast.dataset) return;
  const stays = toast.querySelector("form[data-undo]") ? UNDO_STAYS : STAYS;
  let timer = 0;
  const start = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => toast.remove(), stays);
  };
  const stay = (): void => clearTimeout(timer);
  toast.addEventListener("focusin", stay);
  toast.addEventListener("focusout", start);
  toast.addEventListener("pointerenter", stay);
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("submit", () => toast.remove());
  start();
}
