// Files are sent as they are dropped or chosen, one after the other, each with how far it is. The form works without.
import htmx from "htmx.org";
import { whenAppears } from "./appear";
import { askToSignIn, token } from "./guard";
import { speak } from "./speak";

export function startAttaching(): void {
  document.documentElement.dataset["scripted"] = "";
  whenAppears<HTMLFormElement>("form[data-attach]", prepare);
  // A file that misses its place is not to replace the page.
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (holdsFiles(event as DragEvent)) event.preventDefault();
    });
  }
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

function prepare(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) return;
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    input.value = "";
    void attach(form, files);
  });
  const place = form.closest<HTMLElement>("#files") ?? form;
  const over = (event: DragEvent): void => {
    if (holdsFiles(event)) form.dataset["over"] = "";
  };
  place.addEventListener("dragenter", over);
  place.addEventListener("dragover", over);
  place.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node && place.contains(event.relatedTarget))) delete form.dataset["over"];
  });
  place.addEventListener("drop", (event) => {
    delete form.dataset["over"];
    if (event.dataTransfer?.files.length) void attach(form, [...event.dataTransfer.files]);
  });
}

/** While files are under way the page does not change of itself. */
async function attach(form: HTMLFormElement, files: File[]): Promise<void> {
  const list = form.querySelector<HTMLElement>(".attaching");
  if (!list) return;
  form.dataset["changed"] = "";
  list.querySelectorAll("[data-refused]").forEach((row) => row.remove());
  const rows = files.map((file) => ({ file, row: show(list, file.name) }));
  let panel: string | undefined;
  for (const { file, row } of rows) {
    const most = Number(form.dataset["most"]);
    const answer = file.size > most ? { refused: form.dataset["tooLarge"] ?? "" } : await send(form, file, row);
    if ("refused" in answer) refuse(row, file.name, answer.refused);
    else {
      panel = answer.panel;
      row.remove();
      speak(filled(form.dataset["sent"], file.name));
    }
  }
  delete form.dataset["changed"];
  if (panel) take(form, list, panel);
}

const filled = (words: string | undefined, name: string): string => (words ?? "").replace("{name}", name);

function show(list: HTMLElement, name: string): HTMLElement {
  const row = document.createElement("li");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", filled(list.closest<HTMLElement>("form")?.dataset["sending"], name));
  const words = document.createElement("span");
  words.textContent = name;
  row.append(words, bar);
  list.append(row);
  return row;
}

function refuse(row: HTMLElement, name: string, why: string): void {
  const called = document.createElement("b");
  called.textContent = name;
  row.replaceChildren(called, ` ${why}`);
  row.dataset["refused"] = "";
  speak(row.textContent ?? "");
}

type Answer = { panel: string } | { refused: string };

/** Only this kind of request tells how much has gone. */
function send(form: HTMLFormElement, file: File, row: HTMLElement): Promise<Answer> {
  const broken = { refused: form.dataset["broken"] ?? "" };
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("HX-Request", "true");
  request.setRequestHeader("X-CSRF-Token", token());
  const bar = row.querySelector("progress");
  request.upload.addEventListener("progress", (event) => {
    if (bar && event.lengthComputable) bar.value = event.loaded / event.total;
  });
  const sending = new FormData();
  // What the file is as a paper comes before it.
  for (const name of ["document", "signed"]) {
    const value = new FormData(form).get(name);
    if (typeof value === "string" && value) sending.append(name, value);
  }
  sending.append("files", file);
  return new Promise((answer) => {
    request.addEventListener("error", () => answer(broken));
    request.addEventListener("load", () => {
      if (request.status === 401) askToSignIn();
      if (request.status === 200) answer({ panel: request.responseText });
      else answer(request.status === 422 ? { refused: text(request.responseText) } : broken);
    });
    request.send(sending);
  });
}

const parsed = (html: string): HTMLElement => new DOMParser().parseFromString(html, "text/html").body;

const text = (html: string): string => parsed(html).textContent ?? "";

/** The panel as it is now; what was refused stays to be read, the focus where it was. */
function take(form: HTMLFormElement, list: HTMLElement, html: string): void {
  const answer = parsed(html);
  const before = form.closest("#files");
  const now = answer.querySelector("#files");
  if (!before || !now) return;
  const held = before.contains(document.activeElement);
  now.querySelector(".attaching")?.replaceWith(list);
  before.replaceWith(now);
  htmx.process(now);
  const toast = answer.querySelector<HTMLElement>("[data-toast]");
  if (toast) {
    document.querySelector("#toasts")?.append(toast);
    htmx.process(toast);
  }
  if (held) now.querySelector<HTMLElement>("input[type=file]")?.focus();
}
