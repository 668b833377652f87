import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import { countStandings, type Standing } from "./standing";

/** The zones of each standing at the end of a year; the last year ends on the day looked at. */
export interface StandingYear {
  readonly year: string;
  readonly counts: Readonly<Record<Standing, number>>;
}

/** The first year of the series: the first zones of CPEC were agreed in it. */
const FIRST_YEAR = 2016;

/**
 * Counts some zones by standing at the end of each year up to a day. A zone of which nothing was reported by then is unknown.
 * @param loadRowsOn the rows of a day, of all zones
 */
export async function countStandingYears(
  slugs: ReadonlySet<string>,
  asOf: Day,
  loadRowsOn: (day: Day) => Promise<readonly Pick<ZoneRow, "slug" | "progress">[]>,
): Promise<StandingYear[]> {
  const years: StandingYear[] = [];
  for (let year = FIRST_YEAR; year <= Number(asOf.slice(0, 4)); year++) {
    const end = `${year}-12-31`;
    const rows = await loadRowsOn(end < asOf ? end : asOf);
    const known = rows.filter(({ slug }) => slugs.has(slug));
    const counts = countStandings(known);
    years.push({
      year: String(year),
      counts: { ...counts, unknown: counts.unknown + slugs.size - known.length },
    });
  }
  return years;
}
