// Parts arrive with the page and with every swap; each is greeted once.

/** Calls `greet` for every element that matches now or later. */
export function whenAppears<Kind extends HTMLElement>(selector: string, greet: (found: Kind) => void): void {
  const greeted = new WeakSet<Kind>();
  const look = (within: ParentNode & Node): void => {
    const found = [...within.querySelectorAll<Kind>(selector)];
    if (within instanceof Element && within.matches(selector)) found.unshift(within as unknown as Kind);
    for (const one of found) {
      if (greeted.has(one)) continue;
      greeted.add(one);
      greet(one);
    }
  };
  look(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const added of change.addedNodes) if (added instanceof Element) look(added);
    }
  }).observe(document.body, { childList: true, subtree: true });
}
