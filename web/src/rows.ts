// Choosing rows of a list: each, all, a stretch with Shift; the bulk bar shows once something is chosen.
import { whenAppears } from "./appear";

export function startRows(): void {
  whenAppears<HTMLFormElement>("[data-list]", (list) => {
    let last: HTMLInputElement | undefined;
    list.addEventListener("click", (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement)) {
        if (box instanceof Element && box.closest("[data-clear]")) tickAll(list, false);
      } else if ("selectAll" in box.dataset) {
        tickAll(list, box.checked);
      } else if ("select" in box.dataset) {
        if (event.shiftKey && last) tickBetween(list, last, box);
        last = box;
      }
      tell(list);
    });
    tell(list);
  });
}

const boxes = (list: Element): HTMLInputElement[] => [...list.querySelectorAll<HTMLInputElement>("[data-select]")];

function tickAll(list: Element, on: boolean): void {
  for (const box of boxes(list)) box.checked = on;
}

function tickBetween(list: Element, one: HTMLInputElement, other: HTMLInputElement): void {
  const all = boxes(list);
  const [from, to] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b);
  for (const box of all.slice(from, (to ?? 0) + 1)) box.checked = other.checked;
}

function tell(list: Element): void {
  const all = boxes(list);
  const chosen = all.filter((box) => box.checked).length;
  list.querySelector("[data-bulk]")?.toggleAttribute("data-any", chosen > 0);
  const figure = list.querySelector<HTMLElement>("[data-selected]");
  if (figure) figure.textContent = (figure.dataset["selected"] ?? "").replace("{count}", String(chosen));
  const every = list.querySelector<HTMLInputElement>("[data-select-all]");
  if (!every) return;
  every.checked = chosen > 0 && chosen === all.length;
  every.indeterminate = chosen > 0 && chosen < all.length;
}
