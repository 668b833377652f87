import "server-only";
import { listNews } from "@/lib/changes/news";
import { learnedAddress } from "@/lib/changes/news-address";
import { getChangeFilter, listFilterPairs, matchesFilter } from "@/lib/contract/changes-answer";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { FEED_TYPES, type FeedFormat } from "@/lib/contract/feeds";
import { atomXml, type Feed, type FeedEntry, feedJson, tagId } from "@/lib/formats/feed";
import { LICENCE } from "@/lib/formats/file-notes";
import {
  announcementPath,
  changePath,
  describeAnnouncement,
  describeChange,
  describeChangeConditions,
} from "@/lib/text/change-words";
import { LOCALES } from "@/lib/text/locales";
import { type LoggedRow, loadChangeLog } from "../registry/load-changes";
import { type Handlers, type RequestContext, readRoute } from "./read-route";

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = {
  atom: atomXml,
  json: feedJson,
};

/** The route of all changes, editions and methods in the order in which they became known, newest first, as a feed. */
export function changesFeedRoute(format: FeedFormat): Handlers {
  return readRoute({
    accepts: ENDPOINTS.changesFeed.accepts,
    answer: (context) => () => {
      const feed = buildFeed(context, loadChangeLog(context.view));
      return { type: `${FEED_TYPES[format]}; charset=utf-8`, body: () => WRITERS[format](feed) };
    },
  });
}

function buildFeed(
  { text, params, view, url, origin }: RequestContext,
  log: readonly LoggedRow[],
): Feed {
  const filter = getChangeFilter(params);
  const { limit, offset } = params;
  const rows = log.filter((row) => matchesFilter(filter, row));
  const matched = listNews(rows, view.facts.revisions, view.asOf);
  const pairs = listFilterPairs(filter);
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const entries = matched.slice(offset, offset + limit).map((news): FeedEntry => {
    if (news.kind !== "change") {
      const names =
        news.kind === "method"
          ? [String(news.number)]
          : [news.compiledOn, `r${news.revision.number}`, ...pairs.map((pair) => pair.join("="))];
      return {
        id: tagId(news.kind, ...names),
        title: describeAnnouncement(text, news),
        updated: news.at,
        address: origin + announcementPath(news, pairs),
        category: { term: news.kind, label: text.t(`changes.news.${news.kind}Label`) },
        summary: text.t(`changes.news.${news.kind}Summary`),
      };
    }
    const row = news.change;
    const source = sources.get(row.sourceId);
    const label = text.t(`changes.kind.${row.kind}.label`);
    const definition = text.t(`changes.kind.${row.kind}.definition`);
    const { asOf, revision } = row.moment;
    const values = { kind: label, day: text.day(row.on), definition };
    return {
      id: tagId("change", row.id, asOf, `r${revision}`),
      title: describeChange(text, row),
      updated: row.at,
      address: origin + changePath(row),
      category: { term: row.kind, label },
      summary: source
        ? text.t("files.feed.entryWithSource", {
            ...values,
            title: source.title,
            publisher: source.publisher,
          })
        : text.t("files.feed.entry", values),
    };
  });
  const linkTo = (start: number) =>
    `${origin}${url.pathname}${withOffset(url.searchParams, start)}`;
  const conditions = describeChangeConditions(text, filter, view.registry).join(" · ");
  return {
    language: LOCALES[text.locale].tag,
    id: tagId("changes", ...pairs.map((pair) => pair.join("="))),
    title: text.t("files.feed.title", { conditions: conditions === "" ? "none" : conditions }),
    subtitle: text.t("files.feed.subtitle"),
    author: text.t("files.feed.author"),
    rights: text.t("files.feed.rights", { licence: LICENCE.name, url: LICENCE.url }),
    updated: matched[0]?.at ?? view.facts.revisions.at(0)?.recordedAt ?? "1970-01-01T00:00:00Z",
    self: linkTo(offset),
    first: linkTo(0),
    alternate: `${origin}${learnedAddress(pairs)}`,
    previous: offset > 0 ? linkTo(Math.max(0, offset - limit)) : null,
    next: offset + limit < matched.length ? linkTo(offset + limit) : null,
    entries,
  };
}

function withOffset(params: URLSearchParams, offset: number): string {
  const own = new URLSearchParams(params);
  if (offset > 0) own.set("offset", String(offset));
  else own.delete("offset");
  return own.size > 0 ? `?${own}` : "";
}
