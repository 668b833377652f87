import { listTerms } from "@/lib/catalogue/vocabularies";
import type { Claim, Revision } from "@/lib/evidence/ledger-records";
import type { ZoneRow } from "@/lib/evidence/row";
import { isCandidate } from "@/lib/query/scope";
import { type Day, firstDay, type PartialDate, pakistanDay } from "@/lib/time/day";

/** A zone in the desk's list. */
export interface ZoneEntry {
  readonly slug: string;
  readonly name: string;
  /** Key of the `status` vocabulary and its words; null is unknown. */
  readonly status: { readonly key: string; readonly label: string } | null;
  readonly candidate: boolean;
  /** Fields whose live claims contradict each other. */
  readonly contested: number;
  /** From when the newest claim that shows holds; null where nothing is known. */
  readonly newest: PartialDate | null;
  /** Day on which the last claim was recorded; null where none was. */
  readonly recorded: Day | null;
  /** What the search looks in. */
  readonly text: string;
}

/** The desk's list of zones, by name. */
export function zoneEntries(
  rows: readonly ZoneRow[],
  claims: readonly Claim[],
  revisions: readonly Revision[],
): ZoneEntry[] {
  const lastRevision = new Map<string, number>();
  for (const { zone, revision } of claims) {
    lastRevision.set(zone, Math.max(revision, lastRevision.get(zone) ?? 0));
  }
  const days = new Map(
    revisions.map(({ number, recordedAt }) => [number, pakistanDay(new Date(recordedAt))]),
  );
  const labels = new Map(listTerms("status").map(({ value, label }) => [value, label]));
  return rows
    .map(({ slug, values, dates, marks }): ZoneEntry => {
      const { name, aliases, district, status } = values;
      return {
        slug,
        name: name ?? slug,
        status: status === null ? null : { key: status, label: labels.get(status) ?? status },
        candidate: isCandidate(values),
        contested: Object.values(marks).filter((mark) => mark === "contested").length,
        newest: latest(Object.values(dates)),
        recorded: days.get(lastRevision.get(slug) ?? 0) ?? null,
        text: [name, ...(aliases ?? []), district, slug].join(" "),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function latest(dates: readonly PartialDate[]): PartialDate | null {
  return dates.reduce<PartialDate | null>(
    (last, date) => (last === null || firstDay(date) > firstDay(last) ? date : last),
    null,
  );
}
