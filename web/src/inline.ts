// A value edited where it stands: by double click, or by Enter on the cell. Escape leaves it as it was.
import htmx from "htmx.org";
import { ask } from "./guard";

const FIELD = "input:not([type=hidden]), select, textarea";

/** What opened a value among facts, put back when it is closed. */
const pencilOf = new WeakMap<HTMLElement, HTMLElement>();

export function startInline(): void {
  document.addEventListener("dblclick", (event) => {
    const cell = cellOf(event.target);
    if (cell) void begin(cell);
  });
  document.addEventListener("click", (event) => {
    const pencil = event.target instanceof Element ? event.target.closest("[data-pencil]") : null;
    const cell = pencil?.closest<HTMLElement>("[data-edit]");
    if (cell) void begin(cell);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.defaultPrevented) return;
    const cell = document.activeElement;
    if (!(cell instanceof HTMLElement) || !cell.matches("td[data-edit]")) return;
    event.preventDefault();
    void begin(cell);
  });
}

function cellOf(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element) || target.closest("form[data-inline], a, button")) return null;
  return target.closest<HTMLElement>("[data-edit]");
}

async function begin(cell: HTMLElement): Promise<void> {
  if (cell.querySelector("form[data-inline]")) return;
  const answer = await ask(cell.dataset["edit"] ?? "");
  if (!answer?.ok) return;
  const before = [...cell.childNodes];
  const pencil = cell.querySelector<HTMLElement>("[data-pencil]");
  if (pencil) pencilOf.set(cell, pencil);
  cell.replaceChildren(...parsed(await answer.text()));
  listen(cell, () => leave(cell, before));
}

/** The form sends itself; `back` puts back what stood there. */
function listen(cell: HTMLElement, back: () => void): void {
  const form = cell.querySelector<HTMLFormElement>("form[data-inline]");
  const field = form?.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(FIELD);
  if (!form || !field) return;
  const start = field.value;
  field.focus();
  if (field instanceof HTMLInputElement && field.type === "text") field.select();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(cell, form, back);
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") back();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("focusout", (event) => {
    const inside = event.relatedTarget instanceof Node && form.contains(event.relatedTarget);
    if (!inside && field.isConnected && field.value === start && !form.querySelector("[aria-invalid]")) leaveQuietly(back);
  });
}

async function send(cell: HTMLElement, form: HTMLFormElement, back: () => void): Promise<void> {
  const sending = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const answer = await ask(form.action, sending);
  if (!answer) return;
  const nodes = parsed(await answer.text());
  const pencil = pencilOf.get(cell);
  if (answer.ok || nodes.some((node) => node instanceof HTMLFormElement)) cell.replaceChildren(...nodes);
  if (!answer.ok) return listen(cell, back);
  for (const toast of cell.querySelectorAll<HTMLElement>("[data-toast]")) {
    const carrier = toast.parentElement;
    document.querySelector("#toasts")?.append(toast);
    carrier?.remove();
    htmx.process(toast);
  }
  if (pencil) cell.append(pencil);
  (pencil ?? cell).focus();
}

const parsed = (text: string): ChildNode[] => [...new DOMParser().parseFromString(text, "text/html").body.childNodes];

function leave(cell: HTMLElement, before: ChildNode[]): void {
  cell.replaceChildren(...before);
  (pencilOf.get(cell) ?? cell).focus();
}

/** The focus goes where the hand has sent it. */
function leaveQuietly(back: () => void): void {
  window.setTimeout(() => {
    const sent = document.activeElement;
    back();
    if (sent instanceof HTMLElement && sent !== document.body) sent.focus();
  });
}
