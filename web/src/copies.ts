// A button that copies words of the page, there only where the browser lets it.
import { whenAppears } from "./appear";

const SAYS_SO = 2000;

export function startCopies(): void {
  if (!navigator.clipboard) return;
  whenAppears<HTMLButtonElement>("button[data-copies]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  });
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const words = document.querySelector(button.dataset["copies"] ?? "")?.textContent ?? "";
  const label = button.querySelector("span");
  const before = label?.textContent ?? "";
  await navigator.clipboard.writeText(words);
  if (!label) return;
  label.textContent = button.dataset["copied"] ?? before;
  window.setTimeout(() => (label.textContent = before), SAYS_SO);
}
