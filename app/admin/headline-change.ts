import type { ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { countScopes, inScope } from "@/lib/query/scope";
import { writeHeadline } from "@/lib/text/headline";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";

/** The headline of the home page after a change; null where it stays the same. */
export function findNewHeadline(
  text: Text,
  before: readonly ZoneRow[],
  after: readonly ZoneRow[],
  asOf: Day,
): string | null {
  const write = (rows: readonly ZoneRow[]) =>
    writeHeadline(text, {
      query: DEFAULT_QUERY,
      asOf,
      scopes: countScopes(rows),
      rows: rows.filter(({ values }) => inScope(values, DEFAULT_QUERY.scope)),
    });
  const next = write(after);
  return next === write(before) ? null : next;
}
