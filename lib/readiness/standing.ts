import type { VocabularyValue } from "../catalogue/vocabularies";
import { getStep } from "../catalogue/vocabularies";
import type { ZoneRecord } from "../evidence/registry";
import type { WeighedClaim } from "../evidence/resolve";
import type { ZoneRow } from "../evidence/row";
import { compareKeys } from "../evidence/sort-by-key";
import { firstDay } from "../time/day";

/** The standings of zones, furthest first; see `getStanding`. */
export const STANDINGS = [
  "running",
  "reported-running",
  "being-built",
  "stopped",
  "not-started",
  "unknown",
] as const;

/**
 * How far a zone is. `running`: a firm is reported producing within 730 days; `reported-running`: the same progress without
 * such a report; `unknown`: no report on progress counts.
 */
export type Standing = (typeof STANDINGS)[number];

/**
 * The standing of a zone (docs/domain.md, section 3).
 * @param status displayed progress on site; null: unknown
 * @param isRecent was a producer reported recently?
 */
export function getStanding(status: VocabularyValue<"status"> | null, isRecent: boolean): Standing {
  switch (status) {
    case null:
      return "unknown";
    case "operational":
    case "partially-operational":
      return isRecent ? "running" : "reported-running";
    case "under-development":
    case "serviced":
      return "being-built";
    case "not-started":
      return "not-started";
    default:
      return "stopped";
  }
}

/** The standing of a zone's record. */
export function getZoneStanding({
  values,
  producers,
}: Pick<ZoneRecord<WeighedClaim>, "values" | "producers">): Standing {
  return getStanding(
    values.status,
    producers.some(({ recent }) => recent),
  );
}

/** The number of zones of each standing. */
export function countStandings(
  rows: readonly Pick<ZoneRow, "progress">[],
): Readonly<Record<Standing, number>> {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0]));
  for (const { progress } of rows) counts[progress.standing] = (counts[progress.standing] ?? 0) + 1;
  return counts as Record<Standing, number>;
}

type Ordered = Pick<ZoneRow, "values" | "weak" | "progress">;

/** Sorts zones by standing, furthest first, and within it by what is reported (docs/domain.md, section 3). */
export function byStanding(a: Ordered, b: Ordered): number {
  return compareKeys(listStandingKeys(b), listStandingKeys(a));
}

/** What decides `byStanding`, most important first; more comes first. */
export function listStandingKeys({ values, weak, progress }: Ordered): readonly number[] {
  const { enterprisesProducing: counted } = values;
  const isSure = !weak.includes("enterprisesProducing");
  return [
    -STANDINGS.indexOf(progress.standing),
    weak.includes("status") ? 0 : 1,
    getStep("status", values.status) ?? -1,
    progress.recentProducers,
    Math.max(progress.producers, isSure && typeof counted === "number" ? counted : 0),
    progress.building,
    progress.lastReported === null ? 0 : Date.parse(firstDay(progress.lastReported)),
  ];
}
