// Menus are <details>: a click outside or Esc closes them, arrows walk their acts.

export function startMenus(): void {
  document.addEventListener("click", (event) => closeOthers(event.target as Node));
  document.addEventListener("keydown", walk);
}

const openMenus = (): NodeListOf<HTMLDetailsElement> => document.querySelectorAll("details[data-menu][open]");

function closeOthers(target: Node): void {
  for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false;
}

function walk(event: KeyboardEvent): void {
  const menu = (event.target as Element).closest<HTMLDetailsElement>("details[data-menu][open]");
  if (!menu) return;
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary")?.focus();
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const items = [...menu.querySelectorAll<HTMLElement>(".menu-item")];
    const here = items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === "ArrowDown" ? 1 : -1;
    items[(here + step + items.length) % items.length]?.focus();
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
