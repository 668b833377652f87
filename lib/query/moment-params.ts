import { toSearch } from "./search-string";

/** The parameters that name a moment. */
export const MOMENT_PARAMS = ["asOf", "knownOn"] as const;

/** Values of these parameters, from a query or from the address; null or absent: the default. */
type MomentParams = Readonly<
  Partial<Record<(typeof MOMENT_PARAMS)[number], string | readonly string[] | null | undefined>>
>;

/** The parameters of a moment for another address. */
export function momentPairs(params: MomentParams): [string, string][] {
  return MOMENT_PARAMS.flatMap((name) =>
    [params[name] ?? []].flat().map((value): [string, string] => [name, value]),
  );
}

/** The query string of a moment, with its question mark; empty for today with all that is known. */
export function momentSearch(params: MomentParams): string {
  return toSearch(momentPairs(params));
}
