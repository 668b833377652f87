// Writes rows by COPY.
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";

/** Rows in one piece of the stream. */
const ROWS = 2_000;

const SPECIAL = /[\\\n\r\t]/;
const ALL_SPECIAL = /[\\\n\r\t]/g;
/** @type {Readonly<Record<string, string>>} */
const ESCAPES = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A value in the text format of COPY. @param {unknown} value */
const toText = (value) => {
  if (value === null || value === undefined) return "\\N";
  const text = String(value);
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (found) => ESCAPES[found] ?? found) : text;
};

/**
 * @param {import("pg").Client} client
 * @param {string} into the table and its columns, in SQL
 * @param {Iterable<readonly unknown[]>} rows their cells in the order of the columns
 */
export async function copyRows(client, into, rows) {
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  /** @type {string[]} */
  let lines = [];
  const send = async () => {
    const isFull = !stream.write(`${lines.join("\n")}\n`);
    lines = [];
    if (isFull) await once(stream, "drain");
  };
  for (const row of rows) {
    lines.push(row.map(toText).join("\t"));
    if (lines.length === ROWS) await send();
  }
  if (lines.length > 0) await send();
  stream.end();
  await finished(stream);
}
