import { formatPartialDate } from "@/components/fields/format-date";
import { formatNumber } from "@/components/fields/format-number";
import { shortZoneName } from "@/components/fields/short-zone-name";
import { promisedThing } from "@/components/zone/promise-words";
import type { OpenPromise } from "@/lib/registry/promise-counts";
import type { ZoneRecord } from "@/lib/registry/registry";
import { changePath } from "./change-words";

/** Props of the promises that are not due yet. */
export interface OpenPromisesProps {
  /** The soonest due first. */
  promises: readonly OpenPromise[];
  zones: readonly ZoneRecord[];
  /** The day looked at, where it is past. */
  asOf: string | null;
}

/** What is still promised, and how many days are left. */
export function OpenPromises({ promises, zones, asOf }: OpenPromisesProps) {
  if (promises.length === 0) return null;
  const names = new Map(zones.map(({ slug, values }) => [slug, values.name ?? slug]));
  return (
    <section aria-labelledby="open-promises-title" className="mt-4">
      <h3 id="open-promises-title" className="mb-1 font-semibold text-13">
        Not due yet
      </h3>
      <ul className="max-w-240">
        {promises.map(({ slug, field, promise, daysLeft }) => (
          <li
            key={`${slug} ${field} ${promise.evidence.claim.id}`}
            className="flex min-h-6 flex-wrap items-baseline gap-x-3 border-line border-t py-1"
          >
            <b className="num min-w-24 font-semibold">
              {formatNumber(daysLeft)} {daysLeft === 1 ? "day" : "days"} left
            </b>
            <span>
              {shortZoneName(names.get(slug) ?? slug)}:{" "}
              <a className="link" href={changePath({ zone: slug, field, tenancy: null }, asOf)}>
                {promisedThing(field).toLowerCase()}
              </a>
              {` by ${formatPartialDate(promise.promised)}, said ${formatPartialDate(promise.evidence.date)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
