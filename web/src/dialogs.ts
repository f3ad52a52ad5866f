// Dialogs are native; focus returns to what opened them.
import htmx from "htmx.org";
import { whenAppears } from "./appear";
import { ask } from "./guard";

/** What is to be filled in comes before the way out. */
const FIRST = ".dialog-body :is(input, select, textarea, button, a):not([type=hidden])";

export function startDialogs(): void {
  whenAppears<HTMLDialogElement>("dialog[data-opens]", open);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", sendOnCtrlEnter);
  document.addEventListener("face:close", closeAll);
  document.addEventListener("htmx:before:swap", remember);
  document.addEventListener("htmx:after:swap", comeBack);
  whenAppears<HTMLElement>("[data-focus]", (element) => element.focus());
}

/** Fetches a dialog and shows it; an answer that holds none becomes the page. */
export async function openFrom(address: string): Promise<void> {
  const answer = await ask(address);
  if (!answer) return;
  const text = await answer.text();
  if (!show(text)) location.assign(address);
}

/** Shows the dialog a fragment holds. */
export function show(fragment: string): boolean {
  const parsed = new DOMParser().parseFromString(fragment, "text/html").querySelector("dialog");
  const place = document.querySelector("#dialogs");
  if (!parsed || !place) return false;
  document.getElementById(parsed.id)?.remove();
  const dialog = document.adoptNode(parsed);
  place.append(dialog);
  htmx.process(dialog);
  return true;
}

function open(dialog: HTMLDialogElement): void {
  const opener = document.activeElement;
  dialog.dataset["from"] ??= opener?.closest<HTMLElement>("main [id]")?.id ?? openedFrom;
  if (!dialog.open) dialog.showModal();
  if (!dialog.querySelector("[autofocus]")) dialog.querySelector<HTMLElement>(FIRST)?.focus();
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
  dialog.addEventListener("click", (event) => {
    const outside = event.target === dialog && !within(dialog, event);
    if (outside && !dialog.querySelector("form[data-changed]")) dialog.close();
  });
}

/** What the last dialog was opened from, so that a page that comes in its place can give the focus back. */
let openedFrom = "";

function remember(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[open]");
  if (dialog) openedFrom = dialog.dataset["from"] ?? "";
}

/** A new page leaves the focus nowhere: it goes to the same thing as before, if that is still there. */
function comeBack(): void {
  if (!openedFrom || document.querySelector("dialog[open]") || document.activeElement !== document.body) return;
  const place = document.getElementById(openedFrom);
  openedFrom = "";
  const stop = place?.matches("a, button") ? place : place?.querySelector<HTMLElement>("a, button");
  stop?.focus();
}

function within(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  const across = event.clientX >= box.left && event.clientX <= box.right;
  return across && event.clientY >= box.top && event.clientY <= box.bottom;
}

function onClick(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.defaultPrevented) return;
  event.target.closest("[data-close]")?.closest("dialog")?.close();
  const link = event.target.closest<HTMLAnchorElement>("a[data-dialog]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  void openFrom(link.href);
}

function sendOnCtrlEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !(event.target instanceof Element)) return;
  const form = event.target.closest("form");
  if (form?.closest("dialog") || form?.matches("[data-ctrl-enter]")) form?.requestSubmit();
}

function closeAll(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) dialog.close();
}
