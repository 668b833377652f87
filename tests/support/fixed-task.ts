/** How many rows the fixed task sorts and writes. */
const FIXED_ROWS = 45_000;

/**
 * Work that is the same each time, some 50 ms on an idle machine: rows are made, sorted, written as JSON and read again. Times
 * are compared with it, because a slower machine takes longer for both.
 */
export function doFixedTask(): void {
  const rows = Array.from({ length: FIXED_ROWS }, (_, at) => ({
    slug: `zone-${(at * 7919) % (FIXED_ROWS + 1)}`,
    at,
  })).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  JSON.parse(JSON.stringify(rows));
}
