import type { Route } from "next";
import Link from "next/link";
import { Fold } from "@/components/layout/section";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { sheetPath } from "@/lib/evidence/addresses";
import type { ZoneRow } from "@/lib/evidence/row";
import { AGING_GROUPS, listZoneAges } from "@/lib/queue/age-board";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

/** Days after which a group of values should be looked at again. */
const OLD_DAYS = 2 * 365;

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
