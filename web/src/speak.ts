// Says a change aloud to screen readers, without moving focus.

export function speak(words: string): void {
  const region = document.querySelector("#live");
  if (!region) return;
  region.textContent = "";
  requestAnimationFrame(() => (region.textContent = words));
}
