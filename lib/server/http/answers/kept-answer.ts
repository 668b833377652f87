import "server-only";
import type { OutgoingHttpHeaders } from "node:http";
import { chooseEncoding, type Encoding, encodeBody } from "./encode";
import { findRange } from "./range";

/** Headers of one request or one connection. They are not kept: each answer gets its own. */
const OF_A_REQUEST = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "ratelimit",
  "ratelimit-policy",
  "strict-transport-security",
  "transfer-encoding",
  "x-request-id",
]);
/** What an answer without a body of its own leaves out. */
const OF_A_BODY = /^content-(type|disposition|language)$/;

const NONCE = /'nonce-([^']+)'/;
const POLICY = "content-security-policy";

/** Names and values of headers in turn: Node sends such a list as it is, and sets each header of an object. */
export type HeaderList = readonly string[];

/** What one client gets of a kept answer. */
export interface SentAnswer {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: HeaderList;
  /** Empty for status 304 and 416. */
  readonly body: Buffer;
}

const NO_BODY = Buffer.alloc(0);

/** What the answer depends on that is not in its key. */
interface AskedFor {
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** The headers Range and If-Range. */
  readonly range?: string | undefined;
  readonly ifRange?: string | undefined;
  /** Makes the nonce of this request alone, which pages get into their scripts and their policy. */
  readonly makeNonce: () => string;
}

/** A complete answer with status 200, as every client gets it who asks for the same. */
export class KeptAnswer {
  /** Called when another encoding of the body is held. */
  onGrowth: () => void = () => {};
  private readonly headers: OutgoingHttpHeaders = {};
  private readonly headersWithoutBody: HeaderList;
  /** The whole answer in each encoding that is held or being made. A page has none: each client's has its own nonce. */
  private readonly wholes = new Map<Encoding, SentAnswer | Promise<SentAnswer>>();
  private readonly nonce: string | null;
  private held: number;

  /** @param headers of the response that was made; those of its request and connection are left out */
  constructor(
    headers: OutgoingHttpHeaders,
    private readonly body: Buffer,
  ) {
    for (const [name, value] of Object.entries(headers)) {
      if (!OF_A_REQUEST.has(name)) this.headers[name] = value;
    }
    this.headers.vary = addToList(headers.vary, "Accept-Encoding");
    this.nonce = NONCE.exec(String(headers[POLICY] ?? ""))?.[1] ?? null;
    if (this.nonce === null) this.headers["accept-ranges"] = "bytes";
    const { nonce } = this;
    this.headersWithoutBody = toList(
      Object.fromEntries(
        Object.entries(this.headers).filter(
          ([name, value]) =>
            !OF_A_BODY.test(name) && (nonce === null || !String(value).includes(nonce)),
        ),
      ),
    );
    this.held = body.length;
  }

  /** Bytes of the body in all encodings that are held. */
  get bytes(): number {
    return this.held;
  }

  /** The headers that are the same for all clients. */
  get headerNames(): readonly string[] {
    return Object.keys(this.headers);
  }

  /**
   * The answer for a client. Each page has the client's own nonce.
   * @returns a promise only where an encoding has to be made first, because each promise takes time
   */
  answer(asked: AskedFor): SentAnswer | Promise<SentAnswer> {
    const { acceptEncoding, ifNoneMatch, makeNonce } = asked;
    const { etag } = this.headers;
    if (typeof etag === "string" && matchesTag(ifNoneMatch ?? null, etag)) {
      return { status: 304, headers: this.headersWithoutBody, body: NO_BODY };
    }
    if (asked.range !== undefined && this.nonce === null && mayBePart(asked.ifRange, etag)) {
      const part = this.answerPart(asked.range);
      if (part) return part;
    }
    const encoding = chooseEncoding(acceptEncoding, {
      type: String(this.headers["content-type"] ?? ""),
      bytes: this.body.length,
      hasNonce: this.nonce !== null,
    });
    return this.nonce === null
      ? this.answerWhole(encoding)
      : this.answerPage(encoding, this.nonce, makeNonce());
  }

  private answerWhole(encoding: Encoding): SentAnswer | Promise<SentAnswer> {
    const known = this.wholes.get(encoding);
    if (known) return known;
    const encoded = encodeBody(this.body, encoding);
    if (!(encoded instanceof Promise)) return this.keepWhole(encoding, encoded);
    const making = encoded.then(
      (body) => {
        this.held += body.length;
        const whole = this.keepWhole(encoding, body);
        this.onGrowth();
        return whole;
      },
      (error) => {
        this.wholes.delete(encoding);
        throw error;
      },
    );
    this.wholes.set(encoding, making);
    return making;
  }

  private keepWhole(encoding: Encoding, body: Buffer): SentAnswer {
    const whole = { status: 200, headers: toList(this.describe(encoding, body)), body } as const;
    this.wholes.set(encoding, whole);
    return whole;
  }

  /** The page with another nonce in its scripts, in its policy and in the links to styles that are needed soon. */
  private answerPage(
    encoding: Encoding,
    nonce: string,
    own: string,
  ): SentAnswer | Promise<SentAnswer> {
    const answer = (body: Buffer): SentAnswer => ({
      status: 200,
      headers: toList(this.describe(encoding, body)).map((text) => text.replaceAll(nonce, own)),
      body,
    });
    const encoded = encodeBody(replaceAll(this.body, nonce, own), encoding);
    return encoded instanceof Promise ? encoded.then(answer) : answer(encoded);
  }

  private describe(encoding: Encoding, body: Buffer): OutgoingHttpHeaders {
    return {
      ...this.headers,
      "content-length": body.length,
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    };
  }

  /** A part of the body as it is, never of a compressed one. @returns null: the whole is sent */
  private answerPart(header: string): SentAnswer | null {
    const range = findRange(header, this.body.length);
    if (range === "whole") return null;
    if (range === "outside") {
      const headers = ["content-range", `bytes */${this.body.length}`, "content-length", "0"];
      return { status: 416, headers: [...this.headersWithoutBody, ...headers], body: NO_BODY };
    }
    const { first, last } = range;
    return {
      status: 206,
      headers: toList({
        ...this.headers,
        "content-range": `bytes ${first}-${last}/${this.body.length}`,
        "content-length": last - first + 1,
      }),
      body: this.body.subarray(first, last + 1),
    };
  }
}

/** The bytes with a text in the place of another one of the same length. */
function replaceAll(body: Buffer, text: string, own: string): Buffer {
  const filled = Buffer.from(body);
  for (let at = body.indexOf(text); at !== -1; at = body.indexOf(text, at + text.length)) {
    filled.write(own, at, "latin1");
  }
  return filled;
}

function toList(headers: OutgoingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value = []]) =>
    [value].flat().flatMap((one) => [name, String(one)]),
  );
}

/** Does an If-None-Match name this tag? Weak comparison (RFC 9110, section 13.1.2). */
export function matchesTag(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const getOpaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch
    .split(",")
    .some((tag) => tag.trim() === "*" || getOpaque(tag) === getOpaque(etag));
}

/** Is a part of this answer what If-Range wants? A weak tag does not say that the bytes are the same (RFC 9110, 13.1.5). */
function mayBePart(ifRange: string | undefined, etag: OutgoingHttpHeaders[string]): boolean {
  return ifRange === undefined || (ifRange === etag && ifRange.startsWith('"'));
}

function addToList(header: OutgoingHttpHeaders[string], name: string): string {
  const list = header === undefined ? [] : String(header).split(/\s*,\s*/);
  return list.some((one) => one.toLowerCase() === name.toLowerCase())
    ? list.join(", ")
    : [...list, name].join(", ");
}
