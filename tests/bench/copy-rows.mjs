// Writes rows by COPY.
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";

/** Rows in one piece of the stream. */
const ROWS = 2_000;

/** @type {Readonly<Record<string, string>>} */
const ESCAPES = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A value in the text format of COPY. @param {unknown} value */
const toText = (value) =>
  value === null || value === undefined
    ? "\\N"
    : String(value).replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found);

/**
 * @param {import("pg").Client} client
 * @param {string} into the table and its columns, in SQL
 * @param {readonly string[]} keys of the columns in the rows
 * @param {Iterable<Readonly<Record<string, unknown>>>} rows
 */
export async function copyRows(client, into, keys, rows) {
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  /** @type {string[]} */
  let lines = [];
  const send = async () => {
    const isFull = !stream.write(`${lines.join("\n")}\n`);
    lines = [];
    if (isFull) await once(stream, "drain");
  };
  for (const row of rows) {
    lines.push(keys.map((key) => toText(row[key])).join("\t"));
    if (lines.length === ROWS) await send();
  }
  if (lines.length > 0) await send();
  stream.end();
  await finished(stream);
}
