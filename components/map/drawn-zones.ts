import type { ZoneRow } from "@/lib/evidence/row";
import { briefZoneName } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import { countStandings, STANDINGS, type Standing } from "@/lib/readiness/standing";
import { upperFirst } from "@/lib/text/first-letter";
import type { Text } from "@/lib/text/text";
import type { DrawnZone } from "./drawn-layout";

/** The zones with a location, as a drawn map shows them. */
export function listDrawnZones(
  rows: readonly Pick<ZoneRow, "slug" | "values" | "progress">[],
): DrawnZone[] {
  return rows.flatMap((row) => {
    const { slug, values, progress } = row;
    const { location } = values;
    if (location === null) return [];
    return {
      ...{ slug, name: briefZoneName(row), location },
      ...{ standing: progress.standing, candidate: isCandidate(values) },
    };
  });
}

/** A line of the legend of a map. */
interface LegendLine {
  readonly key: string;
  readonly standing: Standing;
  readonly candidate: boolean;
  readonly label: string;
  readonly count: number;
}

/** The zones by standing, furthest first; and those of them whose approval is not confirmed. No line has a count of 0. */
export function listLegend(
  text: Text,
  rows: readonly Pick<ZoneRow, "values" | "progress">[],
): LegendLine[] {
  const counts = countStandings(rows);
  const lines = STANDINGS.map((standing) => ({
    key: standing,
    standing,
    candidate: false,
    label: text.t(`query.standing.${standing}`),
    count: counts[standing],
  }));
  const candidates: LegendLine = {
    key: "candidate",
    standing: "unknown",
    candidate: true,
    label: upperFirst(text, text.t("common.approval.notConfirmed")),
    count: rows.filter((row) => isCandidate(row.values)).length,
  };
  return [...lines, candidates].filter(({ count }) => count > 0);
}
