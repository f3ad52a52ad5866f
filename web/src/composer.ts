// A slash in the empty composer opens the form of an activity instead of a note.
import { openFrom } from "./dialogs";

export function startComposer(): void {
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "/" || !(field instanceof HTMLTextAreaElement) || field.value !== "") return;
    const address = field.closest<HTMLElement>("form[data-composer]")?.dataset["composer"];
    if (!address) return;
    event.preventDefault();
    void openFrom(address);
  });
}
