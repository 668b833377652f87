import "server-only";

/** Bytes of a body, the last one included. */
interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const RANGE = /^bytes=\s*(\d*)-(\d*)\s*$/i;

/**
 * The part that a header Range asks for (RFC 9110, section 14).
 * @param length of the whole body in bytes
 * @returns "whole": the header is to be ignored, because it is malformed or asks for several parts; "outside": the body
 *   has no such bytes
 */
export function findRange(header: string, length: number): ByteRange | "whole" | "outside" {
  const [, from = "", to = ""] = RANGE.exec(header) ?? [];
  if (from === "" && to === "") return "whole";
  if (from === "") {
    const count = Math.min(Number(to), length);
    return count === 0 ? "outside" : { first: length - count, last: length - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return "whole";
  if (first >= length) return "outside";
  return { first, last: to === "" ? length - 1 : Math.min(Number(to), length - 1) };
}
