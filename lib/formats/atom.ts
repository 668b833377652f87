import { escapeXml } from "./xml-text";

/** Media type of an Atom feed. */
export const ATOM_TYPE = "application/atom+xml; charset=utf-8";

/** Authority of every id in a feed (RFC 4151): ids stay the same wherever the tracker is served from. */
const AUTHORITY = "tag:cpec-sez-tracker,2026:";

/** One entry of a feed. */
export interface AtomEntry {
  /** An IRI that never changes. */
  readonly id: string;
  readonly title: string;
  /** Instant, ISO 8601 UTC. */
  readonly updated: string;
  /** Absolute address of what it tells of. */
  readonly address: string;
  /** Key and label of its kind. */
  readonly category: { readonly term: string; readonly label: string };
  /** Plain text. */
  readonly summary: string;
}

/** A feed. */
export interface AtomFeed {
  /** An IRI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly rights: string;
  /** Instant of its latest entry, ISO 8601 UTC. */
  readonly updated: string;
  /** Absolute address of this very feed. */
  readonly self: string;
  /** Absolute address of the page that shows the same. */
  readonly alternate: string;
  /** Absolute addresses of the pages of the feed beside this one; null at its ends. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly entries: readonly AtomEntry[];
}

/** An id that never changes, from parts that name what it is of. */
export function tagId(...parts: readonly string[]): string {
  return (
    AUTHORITY + parts.map((part) => part.split("/").map(encodeURIComponent).join("/")).join("/")
  );
}

/** A feed as Atom (RFC 4287). */
export function atomXml(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
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
    ...feed.entries.map(entryXml),
    "</feed>",
    "",
  ].join("\n");
}

function entryXml({ id, title, updated, address, category, summary }: AtomEntry): string {
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
