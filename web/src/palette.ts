// Ctrl+K: the server finds and renders, this only asks, walks and goes.
import { ask } from "./guard";
import { word } from "./words";

const PAUSE = 80;

export function startPalette(): void {
  document.addEventListener("click", (event) => {
    const box = (event.target as Element).closest("[data-search]");
    if (!box || (event.target as Element).closest("dialog")) return;
    event.preventDefault();
    openPalette();
  });
}

export function openPalette(): void {
  if (document.querySelector("dialog[open]")) return;
  const dialog = build();
  document.querySelector("#dialogs")?.append(dialog);
  void find(dialog, "");
}

function build(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.id = "palette";
  dialog.className = "dialog palette";
  dialog.dataset["opens"] = "";
  const box = document.querySelector<HTMLElement>(".search input");
  const label = box?.getAttribute("aria-label") ?? "";
  dialog.setAttribute("aria-label", label);

  const bar = document.createElement("div");
  bar.className = "palette-ask";
  const input = document.createElement("input");
  Object.assign(input, { type: "text", placeholder: label, autocomplete: "off", spellcheck: false });
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-label": label,
    "aria-expanded": "true",
    "aria-controls": "palette-found",
    "aria-autocomplete": "list",
  })) input.setAttribute(name, value);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button quiet small";
  close.dataset["close"] = "";
  close.setAttribute("aria-label", `Esc ${word("close")}`);
  close.append(Object.assign(document.createElement("kbd"), { textContent: "Esc" }));
  bar.append(input, close);

  const found = document.createElement("div");
  found.id = "palette-found";
  found.className = "palette-found";
  found.setAttribute("role", "listbox");
  found.setAttribute("aria-label", label);
  const foot = document.createElement("div");
  foot.className = "palette-foot";
  const shown = document.querySelector<HTMLTemplateElement>("#palette-foot");
  if (shown) foot.append(shown.content.cloneNode(true));
  dialog.append(bar, found, foot);

  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void find(dialog, input.value), PAUSE);
  });
  input.addEventListener("keydown", (event) => walk(event, dialog));
  return dialog;
}

let asked = 0;

async function find(dialog: HTMLDialogElement, query: string): Promise<void> {
  const mine = ++asked;
  const here = encodeURIComponent(location.pathname);
  const answer = await ask(`/search/palette?q=${encodeURIComponent(query)}&at=${here}`);
  if (!answer?.ok || mine !== asked) return;
  const found = dialog.querySelector("#palette-found");
  if (!found) return;
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  found.replaceChildren(...[...parsed.body.childNodes].map((node) => document.adoptNode(node)));
  const links = linksOf(dialog);
  links.forEach((link, place) => {
    link.id ||= `found-${place}`;
  });
  choose(dialog, links[0]);
}

const linksOf = (dialog: Element): HTMLElement[] => [...dialog.querySelectorAll<HTMLElement>("#palette-found a")];

function choose(dialog: Element, link: HTMLElement | undefined): void {
  for (const one of linksOf(dialog)) one.setAttribute("aria-selected", String(one === link));
  link?.scrollIntoView({ block: "nearest" });
  dialog.querySelector("input")?.setAttribute("aria-activedescendant", link?.id ?? "");
}

function walk(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  const links = linksOf(dialog);
  const here = links.findIndex((link) => link.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const way = event.key === "ArrowDown" ? 1 : -1;
    choose(dialog, links[(here + way + links.length) % links.length]);
  } else if (event.key === "Enter") {
    go(links[here], event.ctrlKey || event.metaKey, dialog);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function go(link: HTMLElement | undefined, elsewhere: boolean, dialog: HTMLDialogElement): void {
  if (!(link instanceof HTMLAnchorElement)) return;
  if (elsewhere) return void window.open(link.href, "_blank");
  dialog.close();
  if ("dialog" in link.dataset) document.body.append(link);
  link.click();
  if (link.parentElement === document.body) link.remove();
}
