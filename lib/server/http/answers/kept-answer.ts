import "server-only";
import type { OutgoingHttpHeaders } from "node:http";
import {
  chooseEncoding,
  cutAt,
  type EncodedBody,
  type Encoding,
  encodeBody,
  type Parts,
  plainBody,
  sumLengths,
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

/** What one client gets of a kept answer. */
export interface SentAnswer {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: OutgoingHttpHeaders;
  /** In chunks; empty for status 304 and 416. */
  readonly body: readonly Buffer[];
}

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
  private readonly headersWithoutBody: OutgoingHttpHeaders;
  private readonly headersWithNonce: readonly string[];
  private readonly parts: Parts;
  private readonly plain: EncodedBody;
  /** The encodings that are held or being made. */
  private readonly encodings = new Map<Encoding, EncodedBody | Promise<EncodedBody>>();
  /** The whole answers in each encoding, where they are the same for all. */
  private readonly answers = new Map<Encoding, SentAnswer>();
  private readonly nonce: string | null;
  private readonly hasZeros: boolean;
  private readonly length: number;
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
    // The policy, and the links to styles that are needed soon.
    this.headersWithNonce = Object.keys(this.headers).filter(
      (name) => nonce !== null && String(this.headers[name]).includes(nonce),
    );
    this.headersWithoutBody = Object.fromEntries(
      Object.entries(this.headers).filter(
        ([name]) => !OF_A_BODY.test(name) && !this.headersWithNonce.includes(name),
      ),
    );
    this.parts = cutAt(body, nonce);
    this.plain = plainBody(this.parts);
    // An address can bring zero bytes into a page, which compressing around a nonce cannot have.
    this.hasZeros = nonce !== null && body.includes(0);
    this.length = body.length;
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
  answer({
    acceptEncoding,
    ifNoneMatch,
    makeNonce,
    ...asked
  }: AskedFor): SentAnswer | Promise<SentAnswer> {
    const { etag } = this.headers;
    if (typeof etag === "string" && matchesTag(ifNoneMatch ?? null, etag)) {
      return { status: 304, headers: this.headersWithoutBody, body: [] };
    }
    if (asked.range !== undefined && this.nonce === null && mayBePart(asked.ifRange, etag)) {
      const part = this.answerPart(asked.range);
      if (part) return part;
    }
    const encoding = chooseEncoding(this.hasZeros ? undefined : acceptEncoding, {
      type: String(this.headers["content-type"] ?? ""),
      bytes: this.length,
      hasNonce: this.nonce !== null,
    });
    const known = this.answers.get(encoding);
    if (known) return known;
    const answer = (encoded: EncodedBody) => {
      if (this.nonce !== null) return this.answerWhole(encoding, encoded, makeNonce());
      const whole = this.answerWhole(encoding, encoded, "");
      this.answers.set(encoding, whole);
      return whole;
    };
    const encoded = this.encode(encoding);
    return encoded instanceof Promise ? encoded.then(answer) : answer(encoded);
  }

  private answerWhole(encoding: Encoding, encoded: EncodedBody, nonce: string): SentAnswer {
    const body = encoded.withNonce(nonce);
    const headers: OutgoingHttpHeaders = { ...this.headers, "content-length": sumLengths(body) };
    if (encoding !== "identity") headers["content-encoding"] = encoding;
    for (const name of this.headersWithNonce) {
      headers[name] = String(headers[name]).replaceAll(this.nonce ?? "", nonce);
    }
    return { status: 200, headers, body };
  }

  /** A part of the body as it is, never of a compressed one. @returns null: the whole is sent */
  private answerPart(header: string): SentAnswer | null {
    const range = findRange(header, this.length);
    if (range === "whole") return null;
    if (range === "outside") {
      const headers = { ...this.headersWithoutBody, "content-range": `bytes */${this.length}` };
      return { status: 416, headers: { ...headers, "content-length": 0 }, body: [] };
    }
    const { first, last } = range;
    return {
      status: 206,
      headers: {
        ...this.headers,
        "content-range": `bytes ${first}-${last}/${this.length}`,
        "content-length": last - first + 1,
      },
      body: [this.parts[0].subarray(first, last + 1)],
    };
  }

  private encode(encoding: Encoding): EncodedBody | Promise<EncodedBody> {
    if (encoding === "identity") return this.plain;
    const known = this.encodings.get(encoding);
    if (known) return known;
    const making = encodeBody(this.parts, this.nonce?.length ?? 0, encoding);
    this.encodings.set(encoding, making);
    void making.then(
      (encoded) => {
        this.encodings.set(encoding, encoded);
        this.held += encoded.bytes;
        this.onGrowth();
      },
      () => this.encodings.delete(encoding),
    );
    return making;
  }
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
