type Pairs = Iterable<readonly [string, string]>;

/** Characters that need no escaping in a query string. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/%2C/g, ","],
  [/%3A/g, ":"],
  [/%20/g, "+"],
];

/** Builds a query string with its question mark; empty without parameters. Commas and colons stay readable. */
export function toSearch(pairs: Pairs): string {
  const parts: string[] = [];
  for (const [name, value] of pairs) parts.push(`${encode(name)}=${encode(value)}`);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** Parses a query string into parameters, in order, repeated ones included. */
export function fromSearch(search: string): [string, string][] {
  return [...new URLSearchParams(search)];
}

function encode(text: string): string {
  return PLAIN.reduce(
    (encoded, [escaped, plain]) => encoded.replace(escaped, plain),
    encodeURIComponent(text),
  );
}
