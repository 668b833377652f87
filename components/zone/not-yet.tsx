import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatDay } from "@/components/fields/format-date";
import { MessagePage } from "@/components/site/message-page";
import type { Day } from "@/lib/registry/day";

/** Props of the page of a zone that the registry does not hold on the day looked at. */
export interface NotYetProps {
  slug: string;
  asOf: Day;
  knownOn: number;
  /** First day on which the registry holds it, by what was known then; null: it never does. */
  from: Day | null;
  /** The bar of time, to go on from here. */
  children: ReactNode;
}

/** A zone of which no claim on its status or its place in the programme holds yet on that day. */
export function NotYet({ slug, asOf, knownOn, from, children }: NotYetProps) {
  return (
    <MessagePage title="Not in the register on that day">
      <p>
        On {formatDay(asOf)}, with what was known by revision {knownOn}, no claim yet says that this
        is a zone.
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
      {children}
    </MessagePage>
  );
}
