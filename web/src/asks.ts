// A part of a form that is asked only with one answer: `<div data-when="field=value">`. Without script it stays open.
import { whenAppears } from "./appear";

export function startAsks(): void {
  whenAppears<HTMLElement>("[data-when]", (part) => {
    const form = part.closest("form");
    const [name = "", value = ""] = (part.dataset["when"] ?? "").split("=");
    if (!form) return;
    const tell = (): void => {
      const chosen = form.elements.namedItem(name);
      part.hidden = !(chosen instanceof RadioNodeList && chosen.value === value);
    };
    form.addEventListener("change", tell);
    tell();
  });
}
