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

/**
 * The answer to HEAD, with the length of what GET would send; to GET, the answer, or the part of it that a request asks for. Parts are given where the ETag is strong: a weak one does not say that
 * the bytes are the same (RFC 9110, 13.1.5). Next has no parts.
 */
export async function finishAnswer(request: Request, answer: Response): Promise<Response> {
  if (answer.status !== 200) return answer;
  const { headers } = answer;
  if (request.method === "HEAD") {
    headers.set("content-length", String((await answer.arrayBuffer()).byteLength));
    return new Response(null, { headers });
  }
  const etag = headers.get("etag") ?? "";
  const hasParts = etag.startsWith('"');
  if (hasParts) headers.set("accept-ranges", "bytes");
  const ifRange = request.headers.get("if-range");
  const asked = request.headers.get("range");
  if (!hasParts || asked === null || (ifRange !== null && ifRange !== etag)) return answer;
  const body = await answer.arrayBuffer();
  const range = findRange(asked, body.byteLength);
  if (range === "whole") return new Response(body, { headers });
  // A part of a compressed body would be no part of this one.
  headers.append("cache-control", "no-transform");
  if (range === "outside") {
    headers.set("content-range", `bytes */${body.byteLength}`);
    return new Response(null, { status: 416, headers });
  }
  const { first, last } = range;
  headers.set("content-range", `bytes ${first}-${last}/${body.byteLength}`);
  return new Response(body.slice(first, last + 1), { status: 206, headers });
}
