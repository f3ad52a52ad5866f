// The keyboard's drag: choose a stage from a list; Esc leaves the card where it is.
import { moveCard } from "./board";
import { word } from "./words";

export function openMoveMenu(card: HTMLElement): void {
  const here = card.closest("[data-stage]");
  const dialog = document.createElement("dialog");
  dialog.id = "move-menu";
  dialog.className = "dialog refusal";
  dialog.dataset["opens"] = "";
  const title = document.createElement("h2");
  title.id = "move-menu-title";
  title.textContent = word("moveTo");
  dialog.setAttribute("aria-labelledby", title.id);
  const list = document.createElement("ul");
  list.setAttribute("role", "list");
  for (const stage of document.querySelectorAll<HTMLElement>("[data-stage]")) {
    if (stage !== here) list.append(choice(card, stage, dialog));
  }
  dialog.append(title, list);
  dialog.addEventListener("keydown", (event) => walk(event, list));
  document.querySelector("#dialogs")?.append(dialog);
}

function choice(card: HTMLElement, stage: HTMLElement, dialog: HTMLDialogElement): HTMLLIElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "menu-item";
  button.textContent = stage.dataset["name"] ?? "";
  button.addEventListener("click", () => {
    dialog.close();
    void moveCard(card, stage, () => undefined);
  });
  item.append(button);
  return item;
}

function walk(event: KeyboardEvent, list: HTMLElement): void {
  const step = event.key === "ArrowDown" || event.key === "j" ? 1 : event.key === "ArrowUp" || event.key === "k" ? -1 : 0;
  if (!step) return;
  const buttons = [...list.querySelectorAll<HTMLElement>("button")];
  const here = buttons.indexOf(document.activeElement as HTMLElement);
  buttons[(here + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
