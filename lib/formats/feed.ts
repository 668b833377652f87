import { escapeXml } from "./xml-text";

/** Start of every id in a feed (RFC 4151). It does not depend on the address of the site. */
const AUTHORITY = "tag:cpec-sez-tracker,2026:";

/** One entry of a feed. */
export interface FeedEntry {
  /** An IRI that never changes. */
  readonly id: string;
  readonly title: string;
  /** Instant, ISO 8601 UTC. */
  readonly updated: string;
  /** Absolute address of its page. */
  readonly address: string;
  /** Key and label of its category. */
  readonly category: { readonly term: string; readonly label: string };
  /** Plain text. */
  readonly summary: string;
}

/** A feed. */
export interface Feed {
  /** Language of the texts, such as `en`. */
  readonly language: string;
  /** An IRI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly rights: string;
  /** Instant of its newest entry, ISO 8601 UTC. */
  readonly updated: string;
  /** Absolute address of this part of the feed. */
  readonly self: string;
  /** Absolute address of the first part, which is the identity of a JSON Feed. */
  readonly first: string;
  /** Absolute address of the page with the same content. */
  readonly alternate: string;
  /** Absolute addresses of the previous and next part of the feed; null at the ends. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly entries: readonly FeedEntry[];
}

/** An id that never changes, made from the names of its subject. */
export function tagId(...parts: readonly string[]): string {
  return (
    AUTHORITY + parts.map((part) => part.split("/").map(encodeURIComponent).join("/")).join("/")
  );
}

/** A feed as Atom (RFC 4287). */
export function atomXml(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", feed.updated),
    link("self", feed.self, "application/atom+xml"),
    link("alternate", feed.alternate, "text/html"),
    ...(feed.previous === null ? [] : [link("previous", feed.previous, "application/atom+xml")]),
    ...(feed.next === null ? [] : [link("next", feed.next, "application/atom+xml")]),
    `<author>${element("name", feed.author)}</author>`,
    element("rights", feed.rights),
    ...feed.entries.map(toEntryXml),
    "</feed>",
    "",
  ].join("\n");
}

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), which has no place for rights and earlier parts. */
export function feedJson(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.alternate,
    feed_url: feed.first,
    description: `${feed.subtitle} ${feed.rights}`,
    language: feed.language,
    authors: [{ name: feed.author }],
    ...(feed.next === null ? {} : { next_url: feed.next }),
    items: feed.entries.map(({ id, address, title, summary, updated, category }) => ({
      id,
      url: address,
      title,
      content_text: summary,
      date_published: updated,
      tags: [category.label],
    })),
  });
}

function toEntryXml({ id, title, updated, address, category, summary }: FeedEntry): string {
  return [
    "<entry>",
    element("id", id),
    element("title", title),
    element("updated", updated),
    element("published", updated),
    link("alternate", address, "text/html"),
    `<category term="${escapeXml(category.term)}" label="${escapeXml(category.label)}"/>`,
    element("summary", summary),
    "</entry>",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
}
