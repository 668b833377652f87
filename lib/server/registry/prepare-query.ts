import "server-only";
import type { FilterSpec } from "@/lib/query/filters";
import { prepareRows } from "@/lib/query/prepare-rows";
import type { Query } from "@/lib/query/query";
import { runFor } from "../in-slices";
import type { RegistryView } from "./registry-at";

/**
 * Makes what a query over the rows of a view keeps, so that its answer takes milliseconds. For many zones, requests of other
 * kinds go on meanwhile.
 * @param counts filters whose zones are counted, beside those of the query
 */
export async function prepareQuery(
  view: RegistryView,
  query: Query,
  counts: readonly FilterSpec[],
): Promise<void> {
  await runFor(view, prepareRows(view.rows, view.asOf, query, counts));
}
