import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseRefusal } from "../database/database-refusal";
import { databaseState } from "../database/db";
import { createFailureLog } from "../log/failure-log";
import { processSingleton } from "../process-singleton";
import { currentView } from "../registry/registry-at";
import { registryStore } from "../registry/store";

/** Milliseconds that a question for the health waits for the first registry before it says that this is loading. */
const FIRST_MS = 2_000;
/** Seconds after which a registry that should be fresh is not trusted. */
const MAX_STALE_S = 60;

/** What an instance can do at the moment. */
interface Health {
  /**
   * `ready`: reads are answered truthfully. `loading`: the first registry is not there yet. `failed`: it is not there, and the
   * last attempt to load it failed; each question makes another one. `stale`: it may be out of date.
   */
  readonly status: "ready" | "loading" | "failed" | "stale";
  /** `read-only`: the database is a standby or refuses changes. `refused`: it is away, or refused a change and nothing was recorded since. */
  readonly writes: "accepted" | "read-only" | "refused";
  /** Why the database refused, such as `disk-full`; null: it does not. */
  readonly refusal: DatabaseRefusal | null;
  /** Seconds since it last refused a change for which someone has to act; null: it has recorded since, or never did. */
  readonly refused_s: number | null;
  readonly database: "up" | "away";
  /** Are new revisions noticed at once? Else the database is asked for them, and they are noticed within 5 seconds. */
  readonly listening: boolean;
  /** The last revision known here; 0: none. */
  readonly revision: number;
  /** Its identity; null: none. */
  readonly identity: string | null;
  /** Seconds since the database confirmed what is in memory; null: it never did. */
  readonly stale_s: number | null;
  /**
   * `two`: the database role of this instance cannot change what is recorded. `one`: it could. Null: not known, because it has not said or is away.
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
  const { listening: isUp } = store;
  const first = getFirstRegistry();
  if (!first.isShown) {
    await Promise.race([loadFirstRegistry(first), sleep(FIRST_MS, null, { ref: false })]);
  }
  const { staleSeconds, readOnly, hearsNews, revision, identity, canChangeLedger } = store;
  const { refused } = databaseState();
  const refusal = isUp ? (refused?.refusal ?? (readOnly ? "read-only" : null)) : "away";
  return {
    status: getStatus(first, staleSeconds, isUp),
    writes: refusal === null ? "accepted" : refusal === "read-only" ? "read-only" : "refused",
    refusal,
    refused_s: refused === null ? null : Math.round((Date.now() - refused.at) / 1000),
    database: isUp ? "up" : "away",
    listening: isUp && hearsNews,
    revision,
    identity: identity || null,
    stale_s: staleSeconds === null ? null : Math.round(staleSeconds),
    roles: !isUp || canChangeLedger === null ? null : canChangeLedger ? "one" : "two",
  };
}

/** The first registry of this process. */
interface FirstRegistry {
  /** Can pages be made of it? */
  isShown: boolean;
  /** Null: nobody asks for it at the moment. */
  loading: Promise<void> | null;
  /** Did the last attempt to load it fail? */
  hasFailed: boolean;
  readonly failures: ReturnType<typeof createFailureLog>;
}

const getFirstRegistry = (): FirstRegistry =>
  processSingleton("first-registry", () => ({
    ...{ isShown: false, loading: null, hasFailed: false },
    failures: createFailureLog(),
  }));

/** Loads the registry and what today shows, once however many ask. Never rejects. */
function loadFirstRegistry(first: FirstRegistry): Promise<void> {
  first.loading ??= currentView()
    .then(() => {
      first.isShown = true;
    })
    .catch((error) => {
      first.hasFailed = true;
      first.failures.add("The registry cannot be loaded", error);
    })
    .finally(() => {
      first.loading = null;
    });
  return first.loading;
}

function getStatus(
  { isShown, hasFailed }: FirstRegistry,
  staleSeconds: number | null,
  listening: boolean,
): Health["status"] {
  if (!isShown && hasFailed) return "failed";
  if (!isShown || staleSeconds === null) return "loading";
  return listening && staleSeconds > MAX_STALE_S ? "stale" : "ready";
}
