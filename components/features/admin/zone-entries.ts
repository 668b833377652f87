import type { Claim, Revision } from "@/lib/evidence/ledger-records";
import type { ZoneRow } from "@/lib/evidence/row";
import { listOtherZoneNames } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { Standing } from "@/lib/readiness/standing";
import { type Day, firstDay, type PartialDate, pakistanDay } from "@/lib/time/day";

/** A zone in the list of the admin page. */
export interface ZoneEntry {
  readonly slug: string;
  readonly name: string;
  /** A value of the vocabulary `status`; null is unknown. */
  readonly status: string | null;
  readonly standing: Standing;
  readonly candidate: boolean;
  /** Number of fields with a disputed value. */
  readonly contested: number;
  /** The latest date of a displayed value; null if none is known. */
  readonly newest: PartialDate | null;
  /** Day in Pakistan on which the last claim was recorded; null if there is none. */
  readonly recorded: Day | null;
  /** The text that is searched. */
  readonly text: string;
}

/** The list of zones of the admin page, by name. */
export function listZoneEntries(
  rows: readonly ZoneRow[],
  claims: Iterable<Claim>,
  revisions: readonly Revision[],
): ZoneEntry[] {
  const lastRevision = new Map<string, number>();
  for (const { zone, revision } of claims) {
    lastRevision.set(zone, Math.max(revision, lastRevision.get(zone) ?? 0));
  }
  const days = new Map(
    revisions.map(({ number, recordedAt }) => [number, pakistanDay(new Date(recordedAt))]),
  );
  return rows
    .map(({ slug, values, dates, marks, progress }): ZoneEntry => {
      const { name, district, status } = values;
      return {
        slug,
        name: name ?? slug,
        status,
        standing: progress.standing,
        candidate: isCandidate(values),
        contested: Object.values(marks).filter((mark) => mark === "contested").length,
        newest: latest(Object.values(dates)),
        recorded: days.get(lastRevision.get(slug) ?? 0) ?? null,
        text: [name, ...listOtherZoneNames(values), district, slug].join(" "),
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
