import type { RankedRow } from "../query/select";
import { byConfirmedScore } from "./readiness";

/**
 * The place of each zone by confirmed score, then possible score, then data completeness. Equal zones
 * share a place (1, 2, 2, 4). Zones without readiness have none.
 */
export function listPlaces(
  rows: readonly Pick<RankedRow, "slug" | "readiness">[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const ranked = rows
    .filter(({ readiness }) => readiness !== null)
    .sort((a, b) => byConfirmedScore(a.readiness, b.readiness));
  let place = 0;
  for (const [i, row] of ranked.entries()) {
    const before = ranked[i - 1];
    if (!before || byConfirmedScore(before.readiness, row.readiness) !== 0) place = i + 1;
    places.set(row.slug, place);
  }
  return places;
}
