import "server-only";
import type { OutgoingHttpHeaders } from "node:http";
import {
  type BodyWithPlaces,
  chooseEncoding,
  type EncodedBody,
  type Encoding,
  encodeBody,
  findPlaces,
  plainBody,
} from "./encode";
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
  private readonly body: BodyWithPlaces;
  private readonly plain: EncodedBody;
  /** The encodings that are held or being made. */
  private readonly encodings = new Map<Encoding, EncodedBody | Promise<EncodedBody>>();
  /** What gives the whole answer in each encoding that was asked for. */
  private readonly wholes = new Map<Encoding, (makeNonce: () => string) => SentAnswer>();
  private readonly nonce: string | null;
  private readonly hasZeros: boolean;
  private held: number;

  /** @param headers of the response that was made; those of its request and connection are left out */
  constructor(headers: OutgoingHttpHeaders, body: Buffer) {
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
    this.body = findPlaces(body, nonce);
    this.plain = plainBody(this.body);
    // An address can bring zero bytes into a page, which compressing around a nonce cannot have.
    this.hasZeros = nonce !== null && body.includes(0);
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
    const encoding = chooseEncoding(this.hasZeros ? undefined : acceptEncoding, {
      type: String(this.headers["content-type"] ?? ""),
      bytes: this.plain.length,
      hasNonce: this.nonce !== null,
    });
    const known = this.wholes.get(encoding);
    if (known) return known(makeNonce);
    const answer = (encoded: EncodedBody) => {
      const whole = this.prepareWhole(encoding, encoded);
      this.wholes.set(encoding, whole);
      return whole(makeNonce);
    };
    const encoded = this.encode(encoding);
    return encoded instanceof Promise ? encoded.then(answer) : answer(encoded);
  }

  private prepareWhole(
    encoding: Encoding,
    encoded: EncodedBody,
  ): (makeNonce: () => string) => SentAnswer {
    const { nonce } = this;
    const headers = toList({
      ...this.headers,
      "content-length": encoded.length,
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    });
    if (nonce === null) {
      const whole: SentAnswer = { status: 200, headers, body: encoded.withNonce("") };
      return () => whole;
    }
    // The policy, and the links to styles that are needed soon.
    const places = headers.flatMap((text, at) => (text.includes(nonce) ? [at] : []));
    return (makeNonce) => {
      const own = makeNonce();
      const list = [...headers];
      for (const at of places) list[at] = list[at]?.replaceAll(nonce, own) ?? "";
      return { status: 200, headers: list, body: encoded.withNonce(own) };
    };
  }

  /** A part of the body as it is, never of a compressed one. @returns null: the whole is sent */
  private answerPart(header: string): SentAnswer | null {
    const range = findRange(header, this.plain.length);
    if (range === "whole") return null;
    if (range === "outside") {
      const headers = ["content-range", `bytes */${this.plain.length}`, "content-length", "0"];
      return { status: 416, headers: [...this.headersWithoutBody, ...headers], body: NO_BODY };
    }
    const { first, last } = range;
    return {
      status: 206,
      headers: toList({
        ...this.headers,
        "content-range": `bytes ${first}-${last}/${this.plain.length}`,
        "content-length": last - first + 1,
      }),
      body: this.body.whole.subarray(first, last + 1),
    };
  }

  private encode(encoding: Encoding): EncodedBody | Promise<EncodedBody> {
    if (encoding === "identity") return this.plain;
    const known = this.encodings.get(encoding);
    if (known) return known;
    const making = encodeBody(this.body, encoding);
    this.encodings.set(encoding, making);
    void making.then(
      (encoded) => {
        this.encodings.set(encoding, encoded);
        this.held += encoded.length;
        this.onGrowth();
      },
      () => this.encodings.delete(encoding),
    );
    return making;
  }
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
