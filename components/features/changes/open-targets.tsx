import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { OpenTarget } from "@/lib/targets/target-counts";
import { changePath } from "@/lib/text/change-words";
import { formatPartialDate } from "@/lib/text/format-date";
import { formatNumber } from "@/lib/text/format-number";
import { useText } from "@/lib/text/use-text";

/** Props of the promises that are not due yet. */
export interface OpenPromisesProps {
  /** The soonest due first. */
  promises: readonly OpenTarget[];
  zones: readonly ZoneRecord[];
  /** The day looked at, where it is past. */
  asOf: string | null;
}

/** What is still promised, and how many days are left. */
export function OpenPromises({ promises, zones, asOf }: OpenPromisesProps) {
  const { t } = useText();
  if (promises.length === 0) return null;
  const names = new Map(zones.map(({ slug, values }) => [slug, values.name ?? slug]));
  return (
    <section aria-labelledby="open-promises-title" className="mt-4">
      <h3 id="open-promises-title" className="mb-1 font-semibold text-13">
        Not due yet
      </h3>
      <ul className="max-w-240">
        {promises.map(({ slug, field, target: promise, daysLeft }) => (
          <li
            key={`${slug} ${field} ${promise.evidence.claim.id}`}
            className="flex min-h-6 flex-wrap items-baseline gap-x-3 border-line border-t py-1"
          >
            <b className="tabular min-w-24 font-semibold">
              {formatNumber(daysLeft)} {daysLeft === 1 ? "day" : "days"} left
            </b>
            <span>
              {shortZoneName(names.get(slug) ?? slug)}:{" "}
              <a className="link" href={changePath({ zone: slug, field, tenancy: null }, asOf)}>
                {t(`targets.name.${field}`).toLowerCase()}
              </a>
              {` by ${formatPartialDate(promise.targetDate)}, said ${formatPartialDate(promise.evidence.date)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
