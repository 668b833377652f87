import type { Day } from "@/lib/time/day";
import { withoutIsolates } from "./isolate";
import { formatRevision } from "./revision-words";
import type { Text } from "./text";

/** What a citation of a page names. */
export interface Cited {
  /** Path of the page, with the parameters that are not of its moment. */
  readonly path: `/${string}`;
  readonly name: string;
  /** The content that has a date, such as "Evidence and readiness". */
  readonly holds: string;
  /** The day looked at. */
  readonly asOf: Day;
  /** The revision. */
  readonly revision: number;
  /** The revision as a permanent link names it, with its identity. */
  readonly knownOn: string;
  /** Number of the method. */
  readonly method: number;
  /** Scheme and host of the site, without a slash at its end. */
  readonly origin: string;
}

/** The path that shows the same while the method stays the same: it holds the day and the revision. */
export function permalinkPath({ path, asOf, knownOn }: Pick<Cited, "path" | "asOf" | "knownOn">) {
  return `${path}${path.includes("?") ? "&" : "?"}asOf=${asOf}&knownOn=${knownOn}` as const;
}

/** The address that shows the same while the method stays the same. */
export function permalink(cited: Omit<Cited, "holds">): string {
  return cited.origin + permalinkPath(cited);
}

/** For a text: "CPEC SEZ Tracker, “Rashakai Special Economic Zone”, as of 24 November 2026 (revision 1, method 2), address". */
export function shortCitation(text: Text, cited: Omit<Cited, "holds">): string {
  return withoutIsolates(
    text.t("ledger.cite.short", {
      name: cited.name,
      day: text.day(cited.asOf, "long"),
      revision: formatRevision(cited.revision),
      method: String(cited.method),
      address: permalink(cited),
    }),
  );
}

/** For a list of references: name, content, day, revision, method, licence and address. */
export function longCitation(text: Text, cited: Cited): string {
  return withoutIsolates(
    text.t("ledger.cite.long", {
      year: cited.asOf.slice(0, 4),
      name: cited.name,
      content: cited.holds,
      day: text.day(cited.asOf, "long"),
      revision: formatRevision(cited.revision),
      method: String(cited.method),
      address: permalink(cited),
    }),
  );
}
