import type { Route } from "next";
import Link from "next/link";
import { formatDay } from "@/lib/text/format-date";
import type { Day } from "@/lib/time/day";

/** Props of the page of a zone that the registry does not hold on the day looked at. */
export interface NotYetProps {
  slug: string;
  asOf: Day;
  knownOn: number;
  /** First day on which the registry holds it, by what was known then; null: it never does. */
  from: Day | null;
}

/** In place of a zone of which no claim on its status or its place in the programme holds yet on that day. */
export function NotYet({ slug, asOf, knownOn, from }: NotYetProps) {
  return (
    <div className="mx-auto w-full max-w-[640px] py-10">
      <h1 className="mb-3 font-serif text-28 tracking-[-0.01em]">
        Not in the register on that day
      </h1>
      <div className="prose">
        <p>
          On {formatDay(asOf)}, with what was known by revision {knownOn}, no claim yet says that
          this is a zone.
          {from === null
            ? " By that revision none ever does."
            : ` The first one holds from ${formatDay(from)}.`}
        </p>
        <ul>
          {from === null ? null : (
            <li>
              <Link
                className="link"
                href={`/zones/${slug}?asOf=${from}&knownOn=r${knownOn}` as Route}
              >
                The zone on {formatDay(from)}
              </Link>
            </li>
          )}
          <li>
            <Link className="link" href={`/zones/${slug}` as Route}>
              The zone today
            </Link>
          </li>
          <li>
            <Link className="link" href={`/?asOf=${asOf}` as Route}>
              All zones on {formatDay(asOf)}
            </Link>
          </li>
        </ul>
      </div>
    </div>
  );
}
