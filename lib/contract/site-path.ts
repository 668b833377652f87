/** Only used to see whether a path leads to another site. */
const ANY_ORIGIN = "http://any.invalid";

/**
 * `requested`, without what browsers leave out, if it is a path of this site; else `fallback`. A link or redirect to
 * another site would make that site look trustworthy.
 */
export function safeSitePath(requested: string | null | undefined, fallback: string): string {
  if (!requested?.startsWith("/") || !URL.canParse(requested, ANY_ORIGIN)) return fallback;
  const { origin, pathname, search, hash } = new URL(requested, ANY_ORIGIN);
  // A path can still start with two slashes, which a browser reads as another host.
  return origin === ANY_ORIGIN && !pathname.startsWith("//") ? pathname + search + hash : fallback;
}

/** The same path without some parameters. @param path as `safeSitePath` gives it */
export function withoutParams(path: string, names: readonly string[]): string {
  const url = new URL(path, ANY_ORIGIN);
  // Even a name that is not there would change how the others are written.
  for (const name of names) if (url.searchParams.has(name)) url.searchParams.delete(name);
  return url.pathname + url.search + url.hash;
}
