import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatDay } from "@/components/fields/format-date";
import { MessagePage } from "@/components/site/message-page";
import type { Day } from "@/lib/registry/day";
import { firmPath } from "./firm-link";
import { INVESTORS_PATH } from "./firm-words";

/** Props of the page of a firm of which nothing is said yet on the day looked at. */
export interface FirmNotYetProps {
  id: string;
  name: string;
  asOf: Day;
  knownOn: number;
  /** First day on which it shows, by what was known then; null: it never does. */
  from: Day | null;
  /** The bar of time, to go on from here. */
  children: ReactNode;
}

/** A firm that no claim puts into a zone of the register yet on that day. */
export function FirmNotYet({ id, name, asOf, knownOn, from, children }: FirmNotYetProps) {
  return (
    <MessagePage title="Not named in any zone on that day">
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
      {children}
    </MessagePage>
  );
}
