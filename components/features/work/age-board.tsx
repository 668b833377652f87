import type { Route } from "next";
import Link from "next/link";
import { Fold } from "@/components/layout/section";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { GROUP_KEYS, type GroupKey } from "@/lib/catalogue/groups";
import { sheetPath } from "@/lib/evidence/addresses";
import { getsOld } from "@/lib/evidence/age";
import type { ZoneRow } from "@/lib/evidence/row";
import { useText } from "@/lib/text/use-text";
import { type Day, daysBetween, lastDay } from "@/lib/time/day";

/** Days after which a group of values should be looked at again. */
const OLD_DAYS = 2 * 365;

const FIELDS = ZONE_FIELD_KEYS.filter(getsOld);
const groupOf = (field: ZoneFieldKey) => fieldSpec(field).group;

/** The groups with values that get old, in the catalogue's order. */
export const AGING_GROUPS: readonly GroupKey[] = GROUP_KEYS.filter((group) =>
  FIELDS.some((field) => groupOf(field) === group),
);

/** A zone with the age in days of the newest report in each group. A group without any report is absent. */
interface ZoneAges {
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

interface AgeBoardProps {
  rows: readonly Pick<ZoneRow, "slug" | "dates">[];
  zoneName: (slug: string) => string;
  today: Day;
}

/** How old the newest report is in each group of values of each zone, the zone that was silent for the longest time first. */
export function AgeBoard({ rows, zoneName, today }: AgeBoardProps) {
  const { t, age, groupLabel } = useText();
  return (
    <Fold label={t("queue.ages.title")}>
      <p className="mb-2 text-12 text-ink-2">{t("queue.ages.help")}</p>
      <ScrollRegion label={t("queue.ages.title")}>
        <table className="text-12">
          <thead>
            <tr>
              {[t("queue.filter.zone"), ...AGING_GROUPS.map(groupLabel)].map((label) => (
                <th
                  key={label}
                  scope="col"
                  className="px-2 py-1 text-start align-bottom font-medium"
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listZoneAges(rows, today).map(({ slug, days }) => (
              <tr key={slug} className="border-line border-t">
                <th scope="row" className="whitespace-nowrap px-2 py-1 text-start font-normal">
                  <Link className="link" href={sheetPath(slug) as Route} prefetch={false}>
                    {zoneName(slug)}
                  </Link>
                </th>
                {AGING_GROUPS.map((group) => {
                  const old = days.get(group);
                  return (
                    <td
                      key={group}
                      className={
                        old === undefined
                          ? "unknown px-2 py-1"
                          : old > OLD_DAYS
                            ? "whitespace-nowrap bg-amber-wash px-2 py-1 text-amber-ink"
                            : "whitespace-nowrap px-2 py-1"
                      }
                    >
                      {old === undefined ? t("queue.ages.none") : age(old)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Fold>
  );
}
