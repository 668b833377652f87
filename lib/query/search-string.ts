type Pairs = Iterable<readonly [string, string]>;

/** Characters that mean nothing in a query and read better as they are. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/%2C/g, ","],
  [/%3A/g, ":"],
  [/%20/g, "+"],
];

/** Parameters as they stand in an address, with the question mark; empty where there are none. Commas and colons stay readable. */
export function toSearch(pairs: Pairs): string {
  const parts: string[] = [];
  for (const [name, value] of pairs) parts.push(`${encode(name)}=${encode(value)}`);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** The parameters of an address, in their order, repeated ones included. */
export function fromSearch(search: string): [string, string][] {
  return [...new URLSearchParams(search)];
}

function encode(text: string): string {
  return PLAIN.reduce(
    (encoded, [escaped, plain]) => encoded.replace(escaped, plain),
    encodeURIComponent(text),
  );
}
