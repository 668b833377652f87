import type { Route } from "next";
import Link from "next/link";
import { firmPath } from "@/lib/firms/firm-address";
import { INVESTORS_PATH } from "@/lib/text/firm-words";
import { formatDay } from "@/lib/text/format-date";
import type { Day } from "@/lib/time/day";

/** Props of the page of a firm of which nothing is said yet on the day looked at. */
export interface FirmNotYetProps {
  id: string;
  name: string;
  asOf: Day;
  knownOn: number;
  /** First day on which it shows, by what was known then; null: it never does. */
  from: Day | null;
}

/** In place of a firm that no claim puts into a zone of the register yet on that day. */
export function FirmNotYet({ id, name, asOf, knownOn, from }: FirmNotYetProps) {
  return (
    <div className="mx-auto w-full max-w-[640px] py-10">
      <h1 className="mb-3 font-serif text-28 tracking-[-0.01em]">
        Not named in any zone on that day
      </h1>
      <div className="prose">
        <p>
          On {formatDay(asOf)}, with what was known by revision {knownOn}, no claim yet puts {name}{" "}
          into a zone.
          {from === null
            ? " By that revision none ever does."
            : ` The first one holds from ${formatDay(from)}.`}
        </p>
        <ul>
          {from === null ? null : (
            <li>
              <Link
                className="link"
                href={firmPath(id, `?asOf=${from}&knownOn=r${knownOn}`) as Route}
              >
                The firm on {formatDay(from)}
              </Link>
            </li>
          )}
          <li>
            <Link className="link" href={firmPath(id) as Route}>
              The firm today
            </Link>
          </li>
          <li>
            <Link className="link" href={`${INVESTORS_PATH}?asOf=${asOf}` as Route}>
              All firms on {formatDay(asOf)}
            </Link>
          </li>
        </ul>
      </div>
    </div>
  );
}
