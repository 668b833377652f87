/** Items of a list that are written at once. */
const PART_ITEMS = 200;

/** Items from which on a list is written in parts. */
const LONG_ITEMS = 1_000;

/** Does a document have a list of 1,000 or more items? Lists within the items of a list are not looked at. */
export function hasLongList(document: unknown): boolean {
  if (Array.isArray(document)) return document.length >= LONG_ITEMS;
  return isPlainObject(document) && Object.values(document).some(hasLongList);
}

/** A document as `JSON.stringify` writes it, in chunks of some items of each list. */
export function* jsonChunks(document: unknown): Generator<string> {
  if (Array.isArray(document)) {
    for (let start = 0; start < document.length; start += PART_ITEMS) {
      const part = JSON.stringify(document.slice(start, start + PART_ITEMS));
      yield (start === 0 ? "[" : ",") + part.slice(1, -1);
    }
    yield document.length === 0 ? "[]" : "]";
  } else if (isPlainObject(document) && hasLongList(document)) {
    const members = Object.entries(document).filter(([, value]) => value !== undefined);
    for (const [i, [key, value]] of members.entries()) {
      yield `${i === 0 ? "{" : ","}${JSON.stringify(key)}:`;
      yield* jsonChunks(value);
    }
    yield "}";
  } else {
    yield JSON.stringify(document);
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
