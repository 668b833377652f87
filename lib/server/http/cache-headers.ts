import "server-only";
import { namesRevision } from "@/lib/time/revision-param";
import { processSingleton } from "../process-singleton";
import type { RegistryView } from "../registry/registry-at";

/**
 * For an answer that the next write can change. Browsers ask each time. A shared cache keeps it for one second: nginx counts
 * whole seconds and so keeps it for at most two.
 */
export const CURRENT = "public, max-age=0, s-maxage=1";

/**
 * For an answer at a permanent address. Browsers keep it for a day. Shared caches keep it no longer than a current one, because
 * only a removed text changes it, and that must not stay with them.
 */
const PERMANENT = "public, max-age=86400, s-maxage=1, immutable";

/** How an answer can be kept and compared, as headers; `surrogate-key` has what a cache can remove it by. */
export type CacheHeaders = Readonly<Record<"cache-control" | "etag" | "surrogate-key", string>>;

/** What the answer of a request is made from. */
interface Asked {
  /** The path of the address. */
  readonly pathname: string;
  readonly asOf?: string | null;
  readonly knownOn?: string | null;
}

/** The headers of an answer about the registry. @param asked the moment that the address itself names */
export function registryCacheHeaders(
  { facts, latestRevision, latestIdentity, asOf }: RegistryView,
  asked: Asked,
): CacheHeaders {
  const isPermanent = Boolean(asked.asOf && asked.knownOn && namesRevision(asked.knownOn));
  const latest = `${latestRevision}-${latestIdentity.slice(0, 16)}`;
  // Of what was known at a revision, only a removed text changes the answer.
  const state = isPermanent ? `${asked.knownOn}-${facts.removal?.slice(0, 16) ?? ""}` : latest;
  return {
    "cache-control": isPermanent ? PERMANENT : CURRENT,
    etag: stateTag(`${state}-${asOf}`, SAME_BYTES.test(asked.pathname)),
    "surrogate-key": `r${latest} ${isPermanent ? "permanent" : "current"} ${getKind(asked.pathname)}`,
  };
}

/** The headers of an answer about releases, whose files can be withdrawn. */
export function releaseCacheHeaders(etag: string): CacheHeaders {
  return { "cache-control": CURRENT, etag, "surrogate-key": "current releases" };
}

/** Files that are not compressed on their way: their bytes are the same wherever the state is. */
export const SAME_BYTES = /\.(?:gpkg|parquet|sqlite|xlsx|zip)$/;

/** `api`, `embed` or `og`, as addresses begin, or `files`, where they end as those of files do. */
function getKind(pathname: string): string {
  return /\.\w+$/.test(pathname) ? "files" : (pathname.split("/")[1] ?? "");
}

/**
 * The ETag of a state; weak, unless all answers of that state have the same bytes. It contains the build, so that answers of an older build are not reused. In
 * development each start counts as a build.
 */
export function stateTag(state: string, isStrong = false): string {
  const build = processSingleton(
    "build-id",
    () => process.env.BUILD_ID || `dev-${Date.now().toString(36)}`,
  );
  return `${isStrong ? "" : "W/"}"${build}-${state}"`;
}
