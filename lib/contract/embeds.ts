import { escapeXml } from "../formats/xml-text";
import { toSearch } from "../query/search-string";

/** The charts that can be embedded. */
export const EMBED_CHARTS = [
  "progress",
  "needs",
  "readiness",
  "power",
  "gas",
  "firms",
  "owners",
  "ratings",
  "investment",
  "targets",
] as const;
export type EmbedChart = (typeof EMBED_CHARTS)[number];

/** What can be embedded beside a zone. */
export type EmbedName = "map" | "table" | EmbedChart;

/** The looks of an embed; without one it has the theme of its reader's system. */
export const EMBED_THEMES = ["light", "dark"] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

/** The width and height in CSS pixels that show an embed without scrolling, where nothing says otherwise. */
export const EMBED_SIZE = { width: 720, height: 540 } as const;

type Pairs = Iterable<readonly [string, string]>;

/** The map is higher than others: all of it is seen, with its legend and licence. */
const MAP_HEIGHT = 820;

/** The address of an embed with the zones of a query. */
export function embedPath(name: EmbedName, pairs: Pairs): string {
  const folder = name === "map" || name === "table" ? name : `chart/${name}`;
  return `/embed/${folder}${toSearch(pairs)}`;
}

/** The address of the embed of one zone at a moment. */
export function zoneEmbedPath(slug: string, moment: Pairs): string {
  return `/embed/zone/${encodeURIComponent(slug)}${toSearch(moment)}`;
}

/** An embed as HTML to paste into a page. */
interface EmbedFrame {
  /** With scheme and host. */
  readonly address: string;
  /** Read aloud. */
  readonly title: string;
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** The height in CSS pixels that shows an embed without scrolling. */
export function embedHeight(address: string): number {
  return /\/embed\/map(\?|$)/.test(address) ? MAP_HEIGHT : EMBED_SIZE.height;
}

/** The code that shows an embed in a page. Its width follows the page, up to that given. */
export function embedCode({ address, title, width, height }: EmbedFrame): string {
  const size = `width="${width ?? EMBED_SIZE.width}" height="${height ?? embedHeight(address)}"`;
  return `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" ${size} style="border:0;max-width:100%" loading="lazy"></iframe>`;
}
