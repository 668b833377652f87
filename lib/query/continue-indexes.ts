import type { ZoneRow } from "../evidence/row";
import { isSameList } from "../evidence/same-list";
import type { Day } from "../time/day";
import { getRowsIndex, listWords } from "./facet-index";
import { FILTERS } from "./filters";

/**
 * Takes what is indexed of rows over to later ones of the same day, which a write made: the index of each filter in which no
 * row changed. All others are made again when they are asked for.
 * @param before as many rows of the same zones; else nothing is taken over
 */
export function continueIndexes(
  before: readonly ZoneRow[],
  rows: readonly ZoneRow[],
  asOf: Day,
): void {
  if (before === rows || before.length !== rows.length) return;
  const known = getRowsIndex(before, asOf);
  if (known.facets.size === 0) return;
  const changed = rows.flatMap((row, place) => {
    const last = before[place];
    return last === undefined || last === row ? [] : [{ last, row }];
  });
  const index = getRowsIndex(rows, asOf);
  for (const filter of FILTERS) {
    const { key } = filter;
    const isSame = changed.every(({ last, row }) =>
      isSameList(listWords(filter, last, asOf), listWords(filter, row, asOf)),
    );
    const facet = known.facets.get(key);
    if (facet && isSame) index.facets.set(key, facet);
    if (filter.kind === "any-of") continue;
    const extent = known.extents.get(key);
    const hasSameEnds = changed.every(
      ({ last, row }) => last.values[filter.key] === row.values[filter.key],
    );
    if (extent && hasSameEnds) index.extents.set(key, extent);
  }
}
