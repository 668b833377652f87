import type { KeyboardEvent } from "react";

/** The links of a row that arrow keys move through: the zone's name, then its values. */
const STOPS = "th a, td a";

/** Moves the focus to the link beside it in the row, or to the one at the same place of the next row. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(event.target instanceof HTMLElement)) return;
  const row = event.target.closest("tr");
  const to = row && findStop(event.key, row, event.target);
  if (!to) return;
  to.focus();
  event.preventDefault();
}

function findStop(key: string, row: Element, from: HTMLElement): HTMLElement | undefined {
  const stops = listStops(row);
  const at = stops.indexOf(from);
  if (at === -1) return undefined;
  switch (key) {
    case "ArrowRight":
      return stops[at + 1];
    case "ArrowLeft":
      return stops[at - 1];
    case "ArrowDown":
      return listStops(row.nextElementSibling)[at];
    case "ArrowUp":
      return listStops(row.previousElementSibling)[at];
    default:
      return undefined;
  }
}

function listStops(row: Element | null): readonly HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
}
