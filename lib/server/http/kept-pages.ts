import "server-only";
import { createHash } from "node:crypto";
import type {
  IncomingMessage,
  OutgoingHttpHeaders,
  RequestListener,
  ServerResponse,
} from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzip, gzip } from "node:zlib";
import { inject } from "light-my-request";
import { LRUCache } from "lru-cache";
import { SESSION_COOKIES } from "@/lib/contract/sign-in";
import type { Facts } from "@/lib/evidence/ledger-records";
import { splitLanguage } from "@/lib/text/reader-language";
import { pakistanDay } from "@/lib/time/day";
import { answerTraces, newTrace } from "../database/answer-trace";
import { env } from "../env";
import { log } from "../log/log";
import { type AnswerFrom, metrics } from "../metrics";
import { processSingleton } from "../process-singleton";
import { registryStore } from "../registry/store";
import { CURRENT } from "./cache-headers";
import { nameScripts } from "./page-policy";
import { countReadOf } from "./rate-limit";
import { matchesTag } from "./respond";

/** Bytes that all kept pages may take, and what one takes beside its bodies. */
const MAX_BYTES = 64 * 2 ** 20;
const OVERHEAD_BYTES = 2_048;
/** How long a page of many zones is sent after evidence outdated it, milliseconds. Else each write makes every list new. */
const MAX_AGE = 1_000;
/** Addresses of which is remembered that they were asked for once, or that their answers cannot be kept. */
const MAX_REMEMBERED = 2_000;
const MAX_URL = 2_000;
/** Takes a third of the time of the best quality, for 3 % more bytes. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** Pages for one person or with a secret in their address. */
const PRIVATE = /^\/(?:account|admin|alerts|correct|set-password|set-up|sign-in)(?:[/?]|$)/;
/** Is a page for one person, or has it a secret in its address? */
export const isPrivate = (url: string): boolean => PRIVATE.test(splitLanguage(url).rest);
/** Pages of one zone show no other. The revision in their links is the one that they were made at, which shows the same. */
const OF_ZONE = /^\/zones\/([\w-]+)/;
/** By these headers the router in the browser asks for the payload of a page, or for a part of it in advance. */
const ROUTER_HEADERS = ["rsc", "next-router-prefetch", "next-router-segment-prefetch"] as const;
/** What else a page may depend on: the site's address, where no setting names it. */
const SITE_HEADERS = ["host", "x-forwarded-host", "x-forwarded-proto"] as const;
/** Headers of one connection, and those by which Next names its own work. */
const NOT_KEPT =
  /^(?:cache-control|connection|content-length|date|keep-alive|transfer-encoding|vary|x-middleware-.*)$/;
const VARY = ["Accept-Encoding", ...ROUTER_HEADERS].join(", ");

const compress = {
  br: promisify<Buffer, object, Buffer>(brotliCompress),
  gzip: promisify<Buffer, Buffer>(gzip),
};
const decompress = promisify<Buffer, Buffer>(gunzip);

/** A finished page or payload, as everyone gets it who asks for it. */
interface KeptPage {
  readonly headers: OutgoingHttpHeaders & { readonly etag: string };
  readonly br: Buffer;
  readonly gzip: Buffer;
  /** What can outdate it: evidence on this zone, any evidence, or nothing but a new build. */
  readonly from: { readonly zone: string } | "registry" | "nothing";
  /** When evidence outdated it (ms of the process's clock); null: it is up to date. */
  outdatedAt: number | null;
}

/** The pages that this process keeps. */
export class PageStore {
  private readonly kept: LRUCache<string, KeptPage>;
  /** Addresses that were asked for once; false: their answers cannot be kept. */
  private readonly remembered = new LRUCache<string, boolean>({ max: MAX_REMEMBERED });
  private readonly pending = new Map<string, Promise<KeptPage | null>>();
  /** Counts revisions and days, each of which outdates pages. */
  private turn = 0;
  private day = "";
  private lists: readonly unknown[] = [];

  /** @param maxBytes of all pages. The one that was asked for longest ago goes first */
  constructor(maxBytes: number) {
    this.kept = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ br, gzip }, key) => br.length + gzip.length + key.length + OVERHEAD_BYTES,
    });
  }

  /** Bytes of all pages. */
  get bytes(): number {
    return this.kept.calculatedSize;
  }

  /**
   * The page of a key, from what is kept or made now.
   * @param make makes it; not called at the first request, because most addresses are asked for once
   * @returns null: this request gets an answer of its own
   */
  async find(key: string, make: () => Promise<KeptPage | null>): Promise<KeptPage | null> {
    const today = pakistanDay(new Date());
    if (today !== this.day) this.outdate(null);
    this.day = today;
    const kept = this.kept.get(key);
    const isOld = kept !== undefined && performance.now() - (kept.outdatedAt ?? Infinity) > MAX_AGE;
    const known = isOld ? this.pending.get(key) : (kept ?? this.pending.get(key));
    if (known) return known;
    const mayBeKept = isOld || this.remembered.get(key);
    if (mayBeKept === undefined) this.remembered.set(key, true);
    if (!mayBeKept) return null;
    const { turn } = this;
    const making = make()
      .then((page) => {
        if (page === null) this.remembered.set(key, false);
        else if (turn === this.turn) this.kept.set(key, page);
        return page;
      })
      .finally(() => {
        if (this.pending.get(key) === making) this.pending.delete(key);
      });
    this.pending.set(key, making);
    return making;
  }

  /**
   * Forgets the pages that new facts can have changed; those of many zones, which evidence alone changed, a second later.
   * @param zones those with new evidence; null: all, as after a text was removed
   */
  outdate(zones: readonly string[] | null, facts: Facts | null = null): void {
    const { zones: identities, events, context, retirements, firmVersions } = facts ?? {};
    const lists = [identities, events, context, retirements, firmVersions];
    const isOfZones = zones !== null && lists.every((list, at) => list === this.lists[at]);
    this.lists = lists;
    this.turn++;
    this.pending.clear();
    for (const [key, page] of this.kept) {
      const { from } = page;
      if (from === "nothing") continue;
      if (!isOfZones || (from !== "registry" && zones.includes(from.zone))) this.kept.delete(key);
      else if (from === "registry") page.outdatedAt ??= performance.now();
    }
  }
}

/** The store of this process. */
export function pageStore(): PageStore {
  return processSingleton("page-store", () => {
    const store = new PageStore(MAX_BYTES);
    const registry = registryStore();
    store.outdate(null, registry.present?.facts);
    registry.follow({
      revision: (_, zones) => store.outdate(zones, registry.present?.facts),
      listening: () => undefined,
    });
    return store;
  });
}

/**
 * Answers a request for a public page from what is kept, or lets Next answer it. A page is made for everyone: Next gets the
 * address and nothing of the reader, and what asked the database meanwhile is not kept.
 * @param handle Next's own handler
 */
export async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  handle: RequestListener,
): Promise<void> {
  const pass = () => handle(request, response);
  const key = registryStore().listening ? findKey(request) : null;
  const network = String(request.headers["x-client-network"] ?? "") || null;
  const allowance = key === null ? null : countReadOf(network);
  // Next refuses a client that asks too fast, in the reader's language.
  if (key === null || (allowance !== null && allowance.waitSeconds > 0)) {
    pass();
    return;
  }
  for (const [name, value] of Object.entries(allowance?.headers ?? {})) {
    response.setHeader(name, value);
  }
  const answerAlone = () => {
    metrics().answers.inc({ from: "request" });
    answerTraces().run(newTrace(true), pass);
  };
  try {
    let from: AnswerFrom = "store";
    const page = await pageStore().find(key, () => {
      from = "registry";
      return makePage(request, handle);
    });
    if (page === null) answerAlone();
    else {
      metrics().answers.inc({ from });
      await send(request, response, page);
    }
  } catch (error) {
    log.error("A page could not be kept", { error });
    if (response.headersSent) response.destroy();
    else answerAlone();
  }
}

/** What a page depends on; null: it is for this request alone. */
function findKey({ method, url = "/", headers }: IncomingMessage): string | null {
  const [path = ""] = url.split("?", 1);
  // Next reads "%61" in a path as "a", so the list of private pages would not know it.
  if (method !== "GET" || url.length > MAX_URL || path.includes("%")) return null;
  if (isPrivate(url) || headers.authorization !== undefined) return null;
  if (SESSION_COOKIES.some((name) => headers.cookie?.includes(`${name}=`))) return null;
  const site = env().BASE_URL === undefined ? SITE_HEADERS : [];
  return [withoutState(url), ...[...ROUTER_HEADERS, ...site].map((name) => headers[name])].join(
    "\n",
  );
}

/** An address without the parameter by which the router names where it comes from. */
const withoutState = (url: string): string =>
  url.replace(/([?&])_rsc=[^&]*(&|$)/, (_, before, after) => (after === "" ? "" : before));

/** Lets Next make a page for everyone. @returns null: it cannot be kept */
async function makePage(
  { url = "/", headers }: IncomingMessage,
  handle: RequestListener,
): Promise<KeptPage | null> {
  const trace = newTrace(true);
  const asked = [...ROUTER_HEADERS, ...SITE_HEADERS].flatMap((name) =>
    headers[name] === undefined ? [] : [[name, headers[name]]],
  );
  const made = await answerTraces().run(trace, () =>
    inject(handle, {
      method: "GET",
      url: withoutState(url),
      // Without a name of a browser, Next would send the title after the page.
      headers: { ...Object.fromEntries(asked), "user-agent": "reader" },
    }),
  );
  const { "content-type": type, "set-cookie": cookies } = made.headers;
  if (made.statusCode !== 200 || cookies !== undefined || trace.usesDatabase) return null;
  const body = made.rawPayload;
  const [br, gzipped] = await Promise.all([compress.br(body, BROTLI), compress.gzip(body)]);
  const kept = Object.entries(made.headers).filter(([name]) => !NOT_KEPT.test(name));
  const policy = String(made.headers["content-security-policy"] ?? "");
  const [, zone] = OF_ZONE.exec(splitLanguage(url).rest) ?? [];
  return {
    headers: {
      ...Object.fromEntries(kept),
      ...(String(type).startsWith("text/html")
        ? { "content-security-policy": nameScripts(policy, made.payload) }
        : {}),
      "cache-control": CURRENT,
      etag: `W/"${createHash("sha256").update(body).digest("base64url")}"`,
      vary: VARY,
    },
    // Copies: each is part of a larger buffer.
    br: Buffer.from(br),
    gzip: Buffer.from(gzipped),
    from: trace.readsRegistry ? (zone === undefined ? "registry" : { zone }) : "nothing",
    outdatedAt: null,
  };
}

/** Sends a kept page in the encoding that the client takes. */
async function send(
  { headers }: IncomingMessage,
  response: ServerResponse,
  page: KeptPage,
): Promise<void> {
  if (matchesTag(headers["if-none-match"] ?? null, page.headers.etag)) {
    const { "content-type": _, ...others } = page.headers;
    response.writeHead(304, others).end();
    return;
  }
  const encoding = (["br", "gzip"] as const).find((one) => takes(headers["accept-encoding"], one));
  const body = encoding ? page[encoding] : await decompress(page.gzip);
  response
    .writeHead(200, {
      ...page.headers,
      ...(encoding ? { "content-encoding": encoding } : {}),
      "content-length": body.length,
    })
    .end(body);
}

/** Does a client take an encoding? @param accepted the header Accept-Encoding */
function takes(accepted: string | string[] | undefined, encoding: string): boolean {
  return String(accepted ?? "")
    .split(",")
    .some((part) => {
      const [name = "", ...params] = part.split(";").map((one) => one.trim().toLowerCase());
      return name === encoding && !params.some((param) => /^q=0(\.0*)?$/.test(param));
    });
}
