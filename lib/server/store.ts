import "server-only";
import type { Facts, RetirableKind } from "@/lib/evidence/ledger-records";
import { type EvidenceIndex, indexEvidence } from "@/lib/evidence/registry";
import type { ParseContext } from "@/lib/query/parse-query";
import { READ_TIMEOUT_MS } from "./db";
import { loadFacts, NO_FACTS } from "./load-facts";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { type RevisionWatch, watchRevision } from "./revision-watch";

/** The names in the data that parameters can have. */
export type QueryContext = Required<Pick<ParseContext, "openTerms" | "zoneSlugs">>;

/** What is in memory. */
export interface StoreMemory {
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
  readonly queryContext: QueryContext;
}

/** What the last revision of the store is. */
export interface StoreState {
  /** 0 before the first load and for an empty ledger. */
  readonly revision: number;
  /** Empty before the first load and for an empty ledger. */
  readonly identity: string;
}

/** Callbacks for changes of the store. */
interface Follower {
  /**
   * A new last revision, and the zones that changed since the previous one; null if any can have changed:
   * a text was removed, or the revisions are others than before, after a failover that lost writes or a
   * restored backup.
   */
  readonly revision: (state: StoreState, zones: readonly string[] | null) => void;
  /** Are new revisions noticed? False while the database is away. */
  readonly listening: (listening: boolean) => void;
}

class RegistryStore {
  private state: StoreMemory | null = null;
  /** The read that runs. */
  private refreshing: Promise<StoreMemory> | null = null;
  /** The read after it, if someone waits for that. */
  private next: Promise<StoreMemory> | null = null;
  /** Reads that were started, and the number of the one that `state` is of. */
  private started = 0;
  private shown = 0;
  /** Milliseconds since 1970 when the database last confirmed what is in memory; null: never. */
  private confirmedAt: number | null = null;
  /** Does the database refuse changes, as a standby does? */
  readOnly = false;
  /** Could this instance's database role change or unlock what is recorded? Null: the database has not said yet. */
  canChangeLedger: boolean | null = null;
  private readonly followers = new Set<Follower>();
  private readonly watch: RevisionWatch;

  constructor() {
    this.watch = watchRevision({
      onLast: ({ number, identity, readOnly, canChangeLedger }) => {
        this.readOnly = readOnly;
        if (canChangeLedger && !this.canChangeLedger) warnOfOneRole();
        this.canChangeLedger = canChangeLedger;
        if (this.state && number === this.revision && identity === this.identity) {
          this.confirmedAt = Date.now();
          return;
        }
        this.refresh().catch((error) => log.warn("The registry could not be refreshed", { error }));
      },
      onDeaf: refusePooler,
      onListening: (listening) => {
        for (const follower of this.followers) follower.listening(listening);
      },
    });
  }

  /** What is in memory now; null before the first load. */
  get present(): StoreMemory | null {
    return this.state;
  }

  /** The last revision known here; 0 before the first load. */
  get revision(): number {
    return this.state?.facts.revision ?? 0;
  }

  /** The identity of the last revision known here; empty before the first load and for an empty ledger. */
  get identity(): string {
    return lastIdentity(this.state?.facts);
  }

  /** Seconds since the database confirmed what is in memory; null before the first load. */
  get staleSeconds(): number | null {
    return this.confirmedAt === null ? null : (Date.now() - this.confirmedAt) / 1000;
  }

  /** Does the database answer, so that new revisions are noticed? */
  get listening(): boolean {
    return this.watch.listening;
  }

  /** Calls `follower` until the returned function is called. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** The present state; loads it on first use. Rejects if the database was never reached. */
  async current(): Promise<StoreMemory> {
    return this.state ?? (await this.refresh());
  }

  /** Resolves when `revision` is known here, or with the present state if it does not exist. */
  async reach(revision: number): Promise<StoreMemory> {
    const state = await this.current();
    return state.facts.revision >= revision ? state : await this.refresh();
  }

  /**
   * Reads new revisions. Callers during a read share the next one, which starts when that one ends and
   * contains all that was committed before their calls.
   */
  refresh(): Promise<StoreMemory> {
    if (!this.refreshing) return this.start();
    this.next ??= this.refreshing
      .catch(() => null)
      .then(() => {
        this.next = null;
        return this.start();
      });
    return this.next;
  }

  private start(): Promise<StoreMemory> {
    this.refreshing = withTimeout(this.read(), READ_TIMEOUT_MS).finally(() => {
      // Otherwise the next read replaces it.
      if (!this.next) this.refreshing = null;
    });
    return this.refreshing;
  }

  private async read(): Promise<StoreMemory> {
    const number = ++this.started;
    const startedAt = Date.now();
    const known = this.state;
    const facts = await loadFacts(known?.facts ?? NO_FACTS);
    const before = this.state;
    // A read that was given up may end after a later one.
    if (before && number < this.shown) return before;
    this.shown = number;
    this.confirmedAt = Math.max(startedAt, this.confirmedAt ?? 0);
    if (before && facts === before.facts) return before;
    const state = known && facts === known.facts ? known : buildMemory(facts);
    this.state = state;
    const zones = before ? listTouchedZones(before.facts, facts) : [];
    if (before && !continues(before.facts, facts))
      log.warn("The database has other revisions than before; everything was read again", {
        revision: facts.revision,
      });
    for (const follower of this.followers) {
      follower.revision({ revision: facts.revision, identity: lastIdentity(facts) }, zones);
    }
    return state;
  }

  /** Stops noticing revisions. Resolves when no read runs, so that the database can be closed. */
  async stop(): Promise<void> {
    await this.watch.stop();
    for (let read = this.refreshing; read; read = this.next ?? this.refreshing) {
      await read.catch(() => undefined);
    }
  }
}

function buildMemory(facts: Facts): StoreMemory {
  return {
    facts,
    evidence: indexEvidence(facts),
    queryContext: {
      openTerms: { sectors: listSectors(facts) },
      zoneSlugs: facts.zones.map(({ slug }) => slug),
    },
  };
}

/** The identity of the last revision; empty where there is none. */
export function lastIdentity(facts: Facts | undefined): string {
  return facts?.revisions.at(-1)?.identity ?? "";
}

/** Has the system's code for a connection that does not answer, so that it counts as a database that is away. */
class SlowDatabaseError extends Error {
  readonly code = "ETIMEDOUT";
}

/** @throws after `ms` milliseconds without a result */
async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new SlowDatabaseError(`The database did not answer within ${ms / 1000} seconds.`)),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the process: an instance that hears of no news would show old states as today's. */
function refusePooler(): void {
  log.error(
    "DATABASE_URL does not pass on notifications, as a pooler in transaction mode does not. Point it to PostgreSQL itself or to a pooler in session mode.",
  );
  process.exit(1);
}

/** Logged at the start: the tracker works with one role, but a fault of it could then change the past. */
function warnOfOneRole(): void {
  log.warn(
    "The database role of DATABASE_URL owns the ledger and could change what is recorded. Use a second role that only serves: see docs/2026-11-26-database-roles.md.",
  );
}

/** The process's registry store. */
export function registryStore(): RegistryStore {
  return processSingleton("registry", () => new RegistryStore());
}

/** Are the revisions of `before` in `after`? */
function continues(before: Facts, after: Facts): boolean {
  return (
    after.revisions[before.revisions.length - 1]?.identity === before.revisions.at(-1)?.identity
  );
}

/**
 * The zones with a new claim or decision, with a changed source, or with a changed record. Facts only grow at their end.
 * @returns null where everything was read again: `after` does not continue `before`, or a text was removed
 */
function listTouchedZones(before: Facts, after: Facts): string[] | null {
  const isReadAgain = before.revisions[0] !== after.revisions[0] && before.revisions.length > 0;
  if (isReadAgain || !continues(before, after)) return null;
  const decided = new Set(
    after.decisions.slice(before.decisions.length).map(({ claimId }) => claimId),
  );
  const changed = new Set(
    after.sourceVersions.slice(before.sourceVersions.length).map(({ source }) => source.id),
  );
  const touched = after.claims
    .filter(({ id, sourceId }) => decided.has(id) || changed.has(sourceId))
    .map(({ zone }) => zone);
  return [...new Set([...touched, ...listZonesOfRecords(before, after)])];
}

/** The zones that were merged, retired or restored, or one of whose firms was, or has other names. */
function listZonesOfRecords(before: Facts, after: Facts): string[] {
  const retired = after.retirements.slice(before.retirements.length);
  const ofKind = (kind: RetirableKind) =>
    new Set(
      retired.filter((one) => one.kind === kind).flatMap(({ subject, into }) => [subject, into]),
    );
  const firms = ofKind("firm");
  for (const { id } of after.firmVersions.slice(before.firmVersions.length)) firms.add(id);
  const tenancies = ofKind("tenancy");
  const zones = [...ofKind("zone")].flatMap((slug) => slug ?? []);
  if (firms.size === 0 && tenancies.size === 0) return zones;
  const changed = after.tenancies.filter(
    ({ id, firmId, later = [] }) =>
      tenancies.has(id) || firms.has(firmId) || later.some((one) => firms.has(one.firmId)),
  );
  return [...zones, ...changed.map(({ zone }) => zone)];
}

/** All sectors of any claim, so that an address stays valid on a day when no zone has the sector. */
function listSectors(facts: Facts): string[] {
  const claimed = facts.claims.filter(({ field }) => field === "sectors");
  return [...new Set(claimed.flatMap(({ value }) => (Array.isArray(value) ? value : [])))].sort();
}
