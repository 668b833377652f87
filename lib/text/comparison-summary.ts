import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { DifferenceCounts } from "@/lib/query/compare";
import { getZoneStanding, STANDINGS } from "@/lib/readiness/standing";
import type { Text } from "./text";

/** Says how far each of the compared zones is, the furthest first: "Running: Hattar. Being built: Rashakai." */
export function describeStandings(text: Text, records: readonly ZoneRecord[]): string {
  const standings = STANDINGS.flatMap((standing) => {
    const zones = records.filter((record) => getZoneStanding(record) === standing);
    if (zones.length === 0) return [];
    const label = text.t(`query.standing.${standing}`);
    return [
      text.t("compare.summary.standing", { label, zones: text.list(zones.map(shortZoneName)) }),
    ];
  });
  return text.sentences(standings);
}

/** Says in how many rows the zones differ, and how many have too little data. */
export function describeComparison(
  { t, number, sentences }: Text,
  counts: DifferenceCounts,
): string {
  const { differs, same, open } = counts;
  return sentences([
    differs > 0
      ? t("compare.summary.fields", { differs, same: number(same) })
      : t("compare.summary.noDifference", { same }),
    open === 0 ? "" : t("compare.summary.open", { count: open }),
  ]);
}
