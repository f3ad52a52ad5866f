// Arrow keys (and j, k) walk cards of the board and rows of lists.

/** Moves focus one on; false where there is nothing to walk. */
export function step(key: string): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(".card-link, [data-list] tbody .name a, .task-words a")];
  if (stops.length === 0) return false;
  const here = stops.findIndex((stop) => stop === document.activeElement || rowOf(stop)?.contains(document.activeElement));
  if (here < 0) return key === "ArrowDown" && focus(stops[0]);
  if (key === "ArrowDown") return focus(stops[here + 1]);
  if (key === "ArrowUp") return focus(stops[here - 1]);
  const way = key === "ArrowRight" ? 1 : -1;
  return along(stops[here], way) || aside(stops[here], way);
}

const rowOf = (stop: HTMLElement): Element | null => stop.closest("tr, .card, .task-row");

function focus(stop: HTMLElement | null | undefined): boolean {
  stop?.focus();
  stop?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return stop != null;
}

/** The next value of a row that is edited where it stands. */
function along(stop: HTMLElement | undefined, way: 1 | -1): boolean {
  const row = stop?.closest("tr");
  if (!stop || !row) return false;
  const values = [stop, ...row.querySelectorAll<HTMLElement>("[data-edit]")];
  const here = values.findIndex((value) => value === document.activeElement);
  return here >= 0 && focus(values[here + way]);
}

/** The card at the same height in the next column that has one. */
function aside(stop: HTMLElement | undefined, way: 1 | -1): boolean {
  const column = stop?.closest<HTMLElement>("[data-stage]");
  if (!stop || !column) return false;
  const columns = [...document.querySelectorAll<HTMLElement>("[data-stage]")];
  const height = [...column.querySelectorAll(".card-link")].indexOf(stop);
  for (let place = columns.indexOf(column) + way; place >= 0 && place < columns.length; place += way) {
    const links = [...(columns[place]?.querySelectorAll<HTMLElement>(".card-link") ?? [])];
    if (links.length) return focus(links[Math.min(height, links.length - 1)]);
  }
  return false;
}
