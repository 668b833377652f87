import { escapeXml } from "./xml-text";

/** An address of a sitemap, with the same page in every language. */
export interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  /** Absolute addresses by the tag of their language; `x-default` is for all others. */
  readonly languages: Readonly<Record<string, string>>;
  /** The day on which it changed last; null: not known. */
  readonly changedOn: string | null;
}

const START = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap (https://www.sitemaps.org/protocol.html), which may have 50,000 addresses and 50 MB. */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  return [
    START,
    `<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...entries.map(({ url, languages, changedOn }) => {
      const links = Object.entries(languages).map(
        ([tag, href]) =>
          `<xhtml:link rel="alternate" hreflang="${escapeXml(tag)}" href="${escapeXml(href)}"/>`,
      );
      const date = changedOn === null ? "" : `<lastmod>${changedOn}</lastmod>`;
      return `<url><loc>${escapeXml(url)}</loc>${date}${links.join("")}</url>`;
    }),
    "</urlset>",
  ].join("\n");
}

/**
 * A sitemap that lists other sitemaps.
 * @param urls absolute
 */
export function sitemapIndexXml(urls: readonly string[]): string {
  return [
    START,
    `<sitemapindex xmlns="${NAMESPACE}">`,
    ...urls.map((url) => `<sitemap><loc>${escapeXml(url)}</loc></sitemap>`),
    "</sitemapindex>",
  ].join("\n");
}
