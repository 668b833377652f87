import "server-only";
import { log } from "./log";
import { registryStore } from "./store";

/** Seconds after which a registry that should be fresh is not trusted. */
const MAX_STALE_S = 60;

/** What an instance can do at the moment. */
interface Health {
  /** `ready`: reads are answered truthfully. `loading`: no registry yet. `stale`: it may be out of date. */
  readonly status: "ready" | "loading" | "stale";
  /** `read-only`: the database is a standby or refuses changes. `refused`: it is away. */
  readonly writes: "accepted" | "read-only" | "refused";
  readonly database: "up" | "away";
  /** Are new revisions noticed: at once, and those of a standby within 5 seconds? */
  readonly listening: boolean;
  /** The last revision known here; 0: none. */
  readonly revision: number;
  /** Its identity; null: none. */
  readonly identity: string | null;
  /** Seconds since the database confirmed what is in memory; null: it never did. */
  readonly stale_s: number | null;
  /**
   * `two`: the database role of this instance cannot change what is recorded. `one`: it could. Null: not known yet.
   */
  readonly roles: "two" | "one" | null;
}

/**
 * The health of this instance. While the database is known to be away it stays ready and answers from
 * memory, as pages say. It is not ready without a registry in memory, or with one that went stale
 * unnoticed. Never throws.
 */
export async function readHealth(): Promise<Health> {
  const store = registryStore();
  const { listening } = store;
  if (store.staleSeconds === null) {
    await store.current().catch((error) => log.warn("The registry cannot be loaded", { error }));
  }
  const { staleSeconds, readOnly, revision, identity, canChangeLedger } = store;
  return {
    status: describeStatus(staleSeconds, listening),
    writes: listening ? (readOnly ? "read-only" : "accepted") : "refused",
    database: listening ? "up" : "away",
    listening,
    revision,
    identity: identity || null,
    stale_s: staleSeconds === null ? null : Math.round(staleSeconds),
    roles: canChangeLedger === null ? null : canChangeLedger ? "one" : "two",
  };
}

function describeStatus(staleSeconds: number | null, listening: boolean): Health["status"] {
  if (staleSeconds === null) return "loading";
  return listening && staleSeconds > MAX_STALE_S ? "stale" : "ready";
}
