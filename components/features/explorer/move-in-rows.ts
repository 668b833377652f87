/** What the arrows go through in a row: the zone's name, then its values. */
const STOPS = "th a, td a";

/**
 * Takes the focus from a link of the table to the one beside it in the row, or to that in the same
 * place of the row above or below. Says whether there was one.
 * @param from the link that has the focus
 */
export function moveInRows(key: string, from: HTMLElement): boolean {
  const row = from.closest("tr");
  if (row === null) return false;
  const stops = linksIn(row);
  const at = stops.indexOf(from);
  if (at === -1) return false;
  const to = target(key, row, stops, at);
  to?.focus();
  return to !== undefined;
}

function target(key: string, row: Element, stops: readonly HTMLElement[], at: number) {
  switch (key) {
    case "ArrowRight":
      return stops[at + 1];
    case "ArrowLeft":
      return stops[at - 1];
    case "ArrowDown":
      return linksIn(row.nextElementSibling)[at];
    case "ArrowUp":
      return linksIn(row.previousElementSibling)[at];
    default:
      return undefined;
  }
}

function linksIn(row: Element | null): readonly HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
}
