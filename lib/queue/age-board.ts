import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { GROUP_KEYS, type GroupKey } from "../catalogue/groups";
import { getsOld } from "../evidence/age";
import type { ZoneRow } from "../evidence/row";
import { type Day, daysBetween, lastDay } from "../time/day";

const FIELDS = ZONE_FIELD_KEYS.filter(getsOld);
const groupOf = (field: ZoneFieldKey) => fieldSpec(field).group;

/** The groups with values that get old, in the catalogue's order. */
export const AGING_GROUPS: readonly GroupKey[] = GROUP_KEYS.filter((group) =>
  FIELDS.some((field) => groupOf(field) === group),
);

/** A zone with the age in days of the newest report in each group. A group without any report is absent. */
export interface ZoneAges {
  readonly slug: string;
  readonly days: ReadonlyMap<GroupKey, number>;
}

/** The ages of zones, those without a report for the longest time first. @param today the day in Pakistan */
export function listZoneAges(
  rows: readonly Pick<ZoneRow, "slug" | "dates">[],
  today: Day,
): ZoneAges[] {
  const newestOf = ({ days }: ZoneAges) => Math.min(Number.MAX_SAFE_INTEGER, ...days.values());
  return rows
    .map(({ slug, dates }) => {
      const days = new Map<GroupKey, number>();
      for (const field of FIELDS) {
        const date = dates[field];
        if (date === undefined) continue;
        const age = Math.max(0, daysBetween(lastDay(date), today));
        days.set(groupOf(field), Math.min(age, days.get(groupOf(field)) ?? age));
      }
      return { slug, days };
    })
    .sort((a, b) => newestOf(b) - newestOf(a));
}
