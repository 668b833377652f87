/** Any origin will do: it is only there to see whether a path leaves it. */
const HERE = "http://here.invalid";

/**
 * The path to go to after signing in: `asked` where it is a path of this site, else `otherwise`. An
 * address elsewhere would lend the sign-in page's good name to a stranger's page.
 */
export function ownPath(asked: string | null | undefined, otherwise: string): string {
  if (!asked?.startsWith("/") || !URL.canParse(asked, HERE)) return otherwise;
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  // A path may still begin with two slashes, which a browser takes for another host.
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : otherwise;
}
