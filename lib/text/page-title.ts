import type { ZoneRow } from "@/lib/evidence/row";
import type { Query } from "@/lib/query/query";
import { listActiveConditions } from "@/lib/query/query-edits";
import type { Day } from "@/lib/time/day";
import { describeConditions } from "./headline";
import { formatRevision } from "./revision-words";
import type { Text } from "./text";

/** A moment, as a title names it. */
interface TitleMoment {
  readonly asOf: Day;
  readonly revision: number;
  readonly latestRevision: number;
  /** Is it today, with everything that is known? */
  readonly current: boolean;
}

/** The title of a page with its moment: "Readiness (as of 31 December 2021)"; today's has none. */
export function titleAtMoment(text: Text, title: string, moment: TitleMoment): string {
  const { asOf, revision, latestRevision, current } = moment;
  if (current) return title;
  return text.t("pages.meta.past", {
    title,
    day: text.day(asOf, "long"),
    known: revision === latestRevision ? "all" : "part",
    revision: formatRevision(revision),
  });
}

/**
 * The name of a page with the conditions of its query: "Readiness: Sindh, electricity available".
 * @param rows zones of the moment, for the names of chosen zones
 */
export function titleWithConditions(
  text: Text,
  name: string,
  query: Query,
  rows: readonly Pick<ZoneRow, "slug" | "values">[],
): string {
  return titleOf(text, name, describeConditions(text, query, listActiveConditions(query), rows));
}

/** A title with conditions in words; empty: the title alone. */
export function titleOf({ t }: Text, title: string, conditions: string): string {
  return conditions === "" ? title : t("pages.meta.filtered", { title, conditions });
}

/** Conditions in words as the first sentence of a summary: "Filter: Sindh." None if they are empty. */
export function describeFilter({ t }: Text, conditions: string): string[] {
  return conditions === "" ? [] : [t("pages.meta.filter", { conditions })];
}
