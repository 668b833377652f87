import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { ArticleStateRequest } from "@/lib/contract/queue-request";
import { isWebAddress, normalizeAddress } from "@/lib/entry/source-address";
import type { Article } from "@/prisma/generated/client";
import type { Actor } from "../audit/audit";
import { type ChangeResult, WHOLE_FORM } from "../change-result";
import { db } from "../database/db";
import { env } from "../env";
import { currentView } from "../registry/registry-at";
import { getText } from "../text/get-text";

/** The articles that one page lists. */
const MOST_LISTED = 200;

/**
 * Why a feed could not be read: its address or a redirect leads where the server may not ask; too many redirects; no answer
 * in time; none at all; another status than 200; too many bytes; no RSS or Atom.
 */
export type FeedFailure =
  | "address"
  | "redirects"
  | "slow"
  | "unreachable"
  | "status"
  | "size"
  | "format";

/** An article of a feed that names a zone or a firm and waits to be read. */
export interface ArticleToRead {
  readonly id: string;
  readonly link: string;
  readonly title: string;
  /** YYYY-MM-DD in Pakistan; null: the feed does not say. */
  readonly publishedOn: string | null;
  /** The zones and firms that its title or summary names. */
  readonly names: readonly string[];
  /** The feed that had it first; see `nameFeed`. */
  readonly feed: string;
}

/** A feed of the settings. */
export interface WatchedFeed {
  /** See `feedKey`. */
  readonly key: string;
  readonly name: string;
  /** When it was last read without a failure (ISO 8601, UTC); null: never. */
  readonly succeededAt: string | null;
  /** Why the last attempt failed; null: it did not, or there was none. */
  readonly failure: FeedFailure | null;
  /** The status of HTTP where that is the failure; else null. */
  readonly status: number | null;
}

/** The key of a feed in the database, which keeps no address, because it can have a secret. */
export function feedKey(address: string): string {
  return createHash("sha256").update(address).digest("hex");
}

/** How people see a feed: its host and path, without parameters, which can be a secret. */
export function nameFeed(address: string): string {
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`.replace(/\/$/, "");
}

/** The normalized links of all sources: articles at them are recorded. */
export async function listRecordedLinks(): Promise<ReadonlySet<string>> {
  const { sources } = await currentView();
  const links = sources.flatMap(({ url }) =>
    url !== null && isWebAddress(url) ? [normalizeAddress(url)] : [],
  );
  return new Set(links);
}

function toArticle({ id, link, title, publishedOn, names, feed }: Article): ArticleToRead {
  const day = publishedOn === null ? null : publishedOn.toISOString().slice(0, 10);
  return { id, link, title, publishedOn: day, names, feed };
}

/**
 * The articles that nobody recorded or dismissed yet, the latest first, and how reading the feeds went.
 * @param addresses of the feeds; absent: those of the settings
 */
export async function listArticles(addresses = env().WATCH_FEEDS ?? []): Promise<{
  readonly articles: readonly ArticleToRead[];
  readonly feeds: readonly WatchedFeed[];
}> {
  const [rows, recorded, read] = await Promise.all([
    db().article.findMany({
      where: { state: "open" },
      orderBy: [{ seenAt: "desc" }, { id: "asc" }],
      take: MOST_LISTED,
    }),
    listRecordedLinks(),
    db().feed.findMany({ where: { key: { in: addresses.map(feedKey) } } }),
  ]);
  const byKey = new Map(read.map((feed) => [feed.key, feed]));
  return {
    articles: rows.filter(({ normalizedLink }) => !recorded.has(normalizedLink)).map(toArticle),
    feeds: addresses.map((address) => {
      const key = feedKey(address);
      const feed = byKey.get(key);
      return {
        key,
        name: nameFeed(address),
        succeededAt: feed?.succeededAt?.toISOString() ?? null,
        // The database takes no other.
        failure: (feed?.failure ?? null) as FeedFailure | null,
        status: feed?.status ?? null,
      };
    }),
  };
}

/** An article that waits to be read; null where it does not, or there is none with this id. */
export async function findArticle(id: string): Promise<ArticleToRead | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().article.findFirst({ where: { id, state: "open" } });
  return row && toArticle(row);
}

/** Dismisses an article, or opens it again. It cannot be changed once it is recorded. */
export async function setArticleState(
  { id, state }: z.output<typeof ArticleStateRequest>,
  actor: Actor,
): Promise<ChangeResult> {
  const { count } = await db().article.updateMany({
    where: { id, state: { not: "recorded" } },
    data: { state, decidedAt: new Date(), decidedById: actor.id, decidedByName: actor.name },
  });
  if (count === 1) return { ok: true, value: null };
  const { t } = await getText();
  return { ok: false, issues: [{ param: WHOLE_FORM, message: t("api.queue.gone") }] };
}
