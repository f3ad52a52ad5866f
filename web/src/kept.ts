// What was typed survives an ended session, a crash and a wrong turn: it stays in this tab until it is sent.
import { word } from "./words";

const PREFIX = "kept:";
const SENT = "sent";
const SIGN_IN = "/sign-in";

export function startKeeping(): void {
  document.addEventListener("input", (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>("form[data-kept]");
    if (!form) return;
    form.dataset["changed"] = "";
    sessionStorage.setItem(place(form), JSON.stringify(typed(form)));
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.matches("[data-kept]")) sessionStorage.setItem(SENT, place(form));
  });
  document.addEventListener("htmx:after:swap", () => forms().forEach(restore));
  document.addEventListener("htmx:after:request", (event) => forget(event));
  settle();
  forms().forEach(restore);
}

/** The page after a plain form was sent: unless it came back to be put right, or to sign in, it was taken. */
function settle(): void {
  const sent = sessionStorage.getItem(SENT);
  if (!sent || location.pathname.startsWith(SIGN_IN)) return;
  sessionStorage.removeItem(SENT);
  if (!document.querySelector("form[data-kept] .error-summary, .error-page")) sessionStorage.removeItem(sent);
}

const forms = (): NodeListOf<HTMLFormElement> => document.querySelectorAll("form[data-kept]");

const place = (form: HTMLFormElement): string => PREFIX + location.pathname + " " + new URL(form.action).pathname;

function typed(form: HTMLFormElement): [string, string][] {
  const secret = (name: string): boolean => name === "_csrf" || form.querySelector(`input[type=password][name="${CSS.escape(name)}"]`) !== null;
  return [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === "string" && !secret(pair[0]),
  );
}

/** Fields the server already filled after a refusal win; only an untouched form takes back what was typed. */
function restore(form: HTMLFormElement): void {
  if (form.querySelector(".error-summary") || "changed" in form.dataset) return;
  const kept = sessionStorage.getItem(place(form));
  if (!kept) return;
  const before = JSON.stringify(typed(form));
  for (const [name, value] of JSON.parse(kept) as [string, string][]) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = true;
    else if (field && "value" in field) (field as HTMLInputElement).value = value;
  }
  if (JSON.stringify(typed(form)) !== before) tell(form);
}

/** Says that words of before stand here, and how to be rid of them. */
function tell(form: HTMLFormElement): void {
  const note = document.createElement("p");
  note.className = "kept-note";
  note.setAttribute("role", "status");
  const afresh = document.createElement("button");
  afresh.type = "button";
  afresh.className = "button quiet small";
  afresh.textContent = word("startAfresh");
  afresh.addEventListener("click", () => {
    sessionStorage.removeItem(place(form));
    form.reset();
    note.remove();
  });
  note.append(word("keptBack"), " ", afresh);
  form.prepend(note);
}

/** A form sent by script and taken: nothing to keep. */
function forget(event: Event): void {
  const { ctx } = (event as CustomEvent<{ ctx: { sourceElement: Element; response?: { status: number } } }>).detail;
  const form = ctx.sourceElement.closest<HTMLFormElement>("form[data-kept]");
  if (!form || !ctx.response || ctx.response.status >= 400) return;
  sessionStorage.removeItem(place(form));
  sessionStorage.removeItem(SENT);
  delete form.dataset["changed"];
}
