import type { Source } from "../evidence/ledger-records";
import { isPartialDate } from "../time/day";
import { chooseFreeId, toSlug } from "./slug";

/** Parameters that say where a reader came from, not what the page is. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref|ref_src|referrer|amp|outputtype|cmpid|spm)$/i;
/** Hosts of the same page for phones and fast loading. */
const VARIANT_HOST = /^(?:www\d?|m|mobile|amp)\./;
const AMP_CACHE = /^(?:[^.]+\.cdn\.ampproject\.org$|(?:www\.)?google\.[a-z.]+$)/;

/** Is a text a whole web address? */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim());
}

/** Networks that are not the public internet, names of one machine or office, and names without a dot. */
const PRIVATE_HOST =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$|^\[(?:::1?|::ffff:.*|f[cd].*|fe[89ab].*)\]$|\.(?:local|internal|localhost)\.?$|^[^.[]+\.?$/;

/** What is wrong with the web address of a source: it is none, it has a user name or password, or only an office can open it. */
export function findAddressFault(address: string): "url" | "urlUser" | "urlPrivate" | null {
  if (!URL.canParse(address)) return "url";
  // `URL` writes each form of an IPv4 address, such as 0x7f.1, as 127.0.0.1.
  const { username, password, hostname } = new URL(address);
  if (username !== "" || password !== "") return "urlUser";
  if (PRIVATE_HOST.test(hostname)) return "urlPrivate";
  return isWebAddress(address) ? null : "url";
}

/** A web address with its scheme and host in small letters. The rest stays as it was typed. */
export function lowerHost(address: string): string {
  return address.replace(/^[a-z]+:\/\/[^/?#]*/i, (beginning) => beginning.toLowerCase());
}

/**
 * What two addresses of one page have in common: without scheme, `www.`, `m.` or `amp.`, tracking parameters, fragment
 * and slashes at the end; the other parameters in order. Only for comparing: it is not an address.
 * @param address a whole web address
 */
export function normalizeAddress(address: string): string {
  const url = unwrapCache(new URL(address.trim()));
  const host = url.host.toLowerCase().replace(/\.$/, "").replace(VARIANT_HOST, "");
  const path = url.pathname
    .replace(/^\/amp(?=\/)/, "")
    .replace(/\/+$/, "")
    .replace(/\/amp$|\.amp(?=\.html?$)|\.amp$/, "")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx)$/i, "");
  const kept = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const search = new URLSearchParams(kept).toString();
  return `${host}${path}${search === "" ? "" : `?${search}`}`;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The page behind an address of the cache of AMP pages. */
function unwrapCache(url: URL): URL {
  if (!AMP_CACHE.test(url.host)) return url;
  const [, inner] = /^\/(?:amp\/|[cv]\/)?s\/(.+)$/.exec(url.pathname) ?? [];
  const address = `https://${inner}${url.search}`;
  return inner !== undefined && URL.canParse(address) ? new URL(address) : url;
}

/** The existing source with an address; undefined where there is none, or the text is no address. */
export function findSourceAt<S extends Pick<Source, "url">>(
  url: string,
  existing: Iterable<S>,
): S | undefined {
  if (!isWebAddress(url)) return undefined;
  const wanted = normalizeAddress(url);
  for (const source of existing) {
    if (
      source.url !== null &&
      isWebAddress(source.url) &&
      normalizeAddress(source.url) === wanted
    ) {
      return source;
    }
  }
  return undefined;
}

/** The publisher and kind of the latest source on the same site; null where there is none. */
export function findPublisherAt(
  url: string,
  existing: Iterable<Source>,
): Pick<Source, "publisher" | "kind"> | null {
  if (!isWebAddress(url)) return null;
  const siteOf = (address: string) => normalizeAddress(address).split(/[/?]/)[0];
  const wanted = siteOf(url);
  let found: Source | null = null;
  for (const source of existing) {
    if (source.url === null || !isWebAddress(source.url) || siteOf(source.url) !== wanted) continue;
    if (found === null || (source.publishedOn ?? "") > (found.publishedOn ?? "")) found = source;
  }
  return found;
}

/** The parts of a source that a person gives. */
export type SourceContent = Pick<Source, "title" | "publisher" | "url" | "publishedOn" | "kind">;

const PARTS = ["title", "publisher", "url", "publishedOn", "kind"] as const;

/**
 * The id of a new source: its publisher, date and title in small letters, with a number where another source has that
 * id. A source with the same content keeps it: it was recorded and is sent again.
 * @param existing every source, by its id
 */
export function chooseSourceId(
  content: SourceContent,
  existing: ReadonlyMap<string, SourceContent>,
): string {
  const kept = { ...content, url: content.url && lowerHost(content.url) };
  return chooseFreeId(buildId(content), (id) => {
    const taken = existing.get(id);
    return taken !== undefined && PARTS.some((part) => taken[part] !== kept[part]);
  });
}

function buildId({ publisher, publishedOn, title }: SourceContent): string {
  const date = publishedOn !== null && isPartialDate(publishedOn) ? publishedOn : "";
  const parts = [toSlug(publisher, 30), date, toSlug(title, 40)];
  // Words in another script than Latin leave no letters.
  return parts.filter((part) => part !== "").join("-") || "source";
}
