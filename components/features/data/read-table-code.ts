/**
 * Code that reads a table, by program. Tests run it.
 * @param address of the table, without its ending
 * @param name of the table
 * @param search the filters, from the question mark; empty: none
 */
export function listCode(
  address: string,
  name: string,
  search: string,
): readonly (readonly [program: string, code: string])[] {
  const csv = `${address}.csv${search}`;
  return [
    ["pandas", `import pandas\ntable = pandas.read_csv("${csv}")`],
    ["R", `table <- readr::read_csv("${csv}")`],
    ["DuckDB", `SELECT * FROM read_parquet('${address}.parquet${search}');`],
    ["Excel (Power Query)", `= Csv.Document(Web.Contents("${csv}"), [Encoding = 65001])`],
    ["QGIS, GDAL", `CSV:/vsicurl/${csv}`],
    // The database has all rows.
    ...(search === "" ? [["SQLite (registry.sqlite)", `SELECT * FROM ${name};`] as const] : []),
  ];
}
