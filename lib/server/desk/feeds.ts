import "server-only";
import type { IncomingMessage } from "node:http";
import { addAbortSignal } from "node:stream";
import { parseFeed } from "@rowanmanning/feed-parser";
import { prepareNameFinder } from "@/lib/entry/find-names";
import { isWebAddress, normalizeAddress } from "@/lib/entry/source-address";
import { listOtherZoneNames, zoneName } from "@/lib/evidence/zone-name";
import { pakistanDay } from "@/lib/time/day";
import { db } from "../database/db";
import { env, isOnThisMachine } from "../env";
import { log } from "../log/log";
import { type JobKind, startQueue } from "../queue/queue";
import { currentView } from "../registry/registry-at";
import { type FeedFailure, feedKey, listRecordedLinks, nameFeed } from "./articles";
import { findAddress, type LinkNetwork, lookup, PUBLIC_WEB, requestLink } from "./check-link";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** For a feed with its redirects. */
const TIMEOUT_MS = 15 * 1000;
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_REDIRECTS = 3;
/** Items of a feed that are read; the first ones are the latest. */
const MAX_ITEMS = 200;
/** Letters of a title and of a summary that are read, and those of a title that are kept. */
const MAX_TEXT = 10_000;
const MAX_TITLE = 300;
const MAX_LINK = 2000;

/** A feed on the machine of the server, which only the settings can name. */
const THIS_MACHINE: LinkNetwork = {
  lookup,
  isAllowed: ({ address }) => address === "::1" || address.startsWith("127."),
};

/** An item of a feed. */
interface FeedItem {
  readonly link: string;
  readonly title: string;
  /** Without markup. */
  readonly summary: string;
  /** Null: not known, or a day that has not come. */
  readonly publishedOn: string | null;
}

/** What a feed gave: its items, or why it could not be read. */
type FeedRead =
  | { readonly items: readonly FeedItem[] }
  | { readonly failure: FeedFailure; readonly status?: number };

/** The jobs that read each feed once an hour. */
export function feedJobs(addresses: readonly string[], timeoutMs = TIMEOUT_MS): JobKind {
  const byKey = new Map(addresses.map((address) => [feedKey(address), address]));
  return {
    name: "feed",
    concurrency: 1,
    leaseMs: 2 * MINUTE_MS,
    backoff: { firstMs: MINUTE_MS, factor: 4, lastMs: HOUR_MS },
    prepare: () => db().$executeRaw`
      INSERT INTO job (kind, key, due_at, attempt_at)
      SELECT 'feed', key, now(), now() FROM unnest(${[...byKey.keys()]}::text[]) AS key
      ON CONFLICT (kind, key) DO NOTHING`,
    run: async ({ key }) => {
      const address = byKey.get(key);
      // It is no longer in the settings.
      if (address === undefined) return { result: "gone" };
      const read = await fetchFeed(address, AbortSignal.timeout(timeoutMs));
      if ("items" in read) await keepArticles(read.items, nameFeed(address));
      await keepState(key, address, read);
      return { result: "done", dueAt: new Date(Date.now() + HOUR_MS) };
    },
  };
}

/** Reads the feeds of the settings from now on. Does nothing without them. */
export function startWatchingFeeds(): void {
  const { WATCH_FEEDS = [] } = env();
  if (WATCH_FEEDS.length > 0) startQueue(feedJobs(WATCH_FEEDS));
}

/** Stores when a feed was read, and why it could not be. */
async function keepState(key: string, address: string, read: FeedRead): Promise<void> {
  const readAt = new Date();
  const state =
    "items" in read
      ? { readAt, failure: null, status: null, succeededAt: readAt }
      : { readAt, failure: read.failure, status: read.status ?? null };
  await db().feed.upsert({ where: { key }, create: { key, ...state }, update: state });
  if (state.failure === null) return;
  const { failure, status } = state;
  log.warn("A feed could not be read", { host: new URL(address).host, failure, status });
}

/** Keeps the items that name a zone or a firm and were not seen before, and marks those that are recorded by now. */
async function keepArticles(items: readonly FeedItem[], feed: string): Promise<void> {
  const { zones } = (await currentView()).registry;
  const findNames = prepareNameFinder({
    zones: zones.map((zone) => ({
      name: zoneName(zone),
      otherNames: listOtherZoneNames(zone.values),
    })),
    firms: zones.flatMap(({ tenancies }) => tenancies.map(({ tenancy }) => tenancy.firm)),
  });
  const recorded = await listRecordedLinks();
  const found = items.flatMap(({ link, title, summary, publishedOn }) => {
    const names = findNames(`${title}\n${summary}`);
    const normalizedLink = normalizeAddress(link);
    if (names.length === 0 || recorded.has(normalizedLink)) return [];
    const day = publishedOn === null ? null : new Date(`${publishedOn}T00:00:00Z`);
    return [{ normalizedLink, link, title, publishedOn: day, names, feed }];
  });
  await db().article.createMany({ data: found, skipDuplicates: true });
  await db().article.updateMany({
    where: { state: "open", normalizedLink: { in: [...recorded] } },
    data: { state: "recorded" },
  });
}

/**
 * Asks for a feed. The address is checked before each request, also of a redirect: public addresses on the ports of the web,
 * and this machine where the settings name it. Never throws.
 */
async function fetchFeed(address: string, signal: AbortSignal): Promise<FeedRead> {
  const own = new URL(address);
  let url = own;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const isOwn = url.origin === own.origin && isOnThisMachine(url);
      const host = await findAddress(url, isOwn ? THIS_MACHINE : PUBLIC_WEB, signal);
      if (host === null) return { failure: "address" };
      const answer = await requestLink(url, host, { method: "GET", signal, for: "feed reader" });
      const { statusCode: status = 0, headers } = answer;
      if (status === 200) return await readAnswer(answer, url, signal);
      answer.destroy();
      const { location } = headers;
      const isRedirect = status >= 300 && status < 400 && location !== undefined;
      if (!isRedirect) return { failure: "status", status };
      if (!URL.canParse(location, url)) return { failure: "address" };
      url = new URL(location, url);
    }
    return { failure: "redirects" };
  } catch {
    return { failure: signal.aborted ? "slow" : "unreachable" };
  }
}

/** Reads the body of an answer up to its limit. @throws if it ends too early or too late */
async function readAnswer(
  answer: IncomingMessage,
  url: URL,
  signal: AbortSignal,
): Promise<FeedRead> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of addAbortSignal(signal, answer)) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) return { failure: "size" };
    chunks.push(chunk);
  }
  try {
    return { items: readFeed(Buffer.concat(chunks).toString("utf8"), url) };
  } catch {
    return { failure: "format" };
  }
}

/** The items of RSS or Atom that have a link and a title. @throws if it is neither, or is cut off */
function readFeed(text: string, url: URL): FeedItem[] {
  // The parser reads what it finds before the place where a feed breaks off.
  if (!/<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--[^<>]*-->\s*)?$/i.test(text.slice(-1000))) {
    throw new Error("The feed is cut off.");
  }
  const today = pakistanDay(new Date());
  return parseFeed(text)
    .items.slice(0, MAX_ITEMS)
    .flatMap((item) => readItem(item, url, today) ?? []);
}

type ParsedItem = ReturnType<typeof parseFeed>["items"][number];

/** An item; null where it has no title or no link to a page. */
function readItem(item: ParsedItem, feed: URL, today: string): FeedItem | null {
  const address = item.url ?? item.id ?? "";
  const link = URL.canParse(address, feed) ? new URL(address, feed).href : "";
  const title = toPlain(item.title).slice(0, MAX_TITLE);
  if (title === "" || link.length > MAX_LINK || !isWebAddress(link)) return null;
  const published = item.published ?? item.updated;
  const day = published && !Number.isNaN(Number(published)) ? pakistanDay(published) : null;
  const publishedOn = day !== null && day <= today ? day : null;
  return { link, title, summary: toPlain(item.description ?? item.content), publishedOn };
}

/** A text without markup and control characters, in one line. */
function toPlain(text: string | null): string {
  return (text ?? "")
    .slice(0, MAX_TEXT)
    .replace(/<[^<>]*>/g, " ")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
