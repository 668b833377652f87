/**
 * The parameter with which a page is sent with the tables of its figures, open. Browsers with scripts need it not: they
 * make each table from the data that the page has for its files.
 */
export const TABLES_PARAM = "tables";

/** The value of `TABLES_PARAM`. */
export const TABLES_OPEN = "open";

/**
 * Parameters of an address without the one for tables, which says nothing about what is asked. With another value it stays, so
 * that a page names it among what it does not know.
 */
export function withoutTables<T extends readonly [string, string]>(pairs: readonly T[]): T[] {
  return pairs.filter(([name, value]) => name !== TABLES_PARAM || value !== TABLES_OPEN);
}
