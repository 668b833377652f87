import "server-only";
import { hasRevisions, isContinued, markFacts } from "@/lib/evidence/add-facts";
import { continueIndex, type EvidenceIndex, indexEvidence } from "@/lib/evidence/evidence-index";
import type { Claim, Facts } from "@/lib/evidence/ledger-records";
import { listTouchedZones } from "@/lib/evidence/touched-zones";
import type { ParseContext } from "@/lib/query/parse-query";
import { noteUse } from "../database/answer-trace";
import { databaseState, READ_TIMEOUT_MS } from "../database/db";
import type { Sql } from "../database/sql";
import { withTimeout } from "../database/with-timeout";
import { createFailureLog } from "../log/failure-log";
import { log } from "../log/log";
import { processSingleton } from "../process-singleton";
import { loadFacts, NO_FACTS } from "./load-facts";
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

/** Own revisions whose notifications are awaited. */
const MAX_EXPECTED = 1_000;

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
  /** Identities of revisions that this process records. Their notifications bring no news. */
  private readonly own = new Set<string>();
  private readonly watch: RevisionWatch;
  /** Of reads for which nobody waits. */
  private readonly failures = createFailureLog();

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
        this.refreshAlone();
      },
      isKnown: (news) => this.own.delete(news),
      onDeaf: refusePooler,
      onListening: (listening) => {
        databaseState().isListening = listening;
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

  /** Are new revisions noticed at once? Else the database is asked for them. */
  get hearsNews(): boolean {
    return this.watch.hears;
  }

  /** Calls `follower` until the returned function is called. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** The present state; loads it on first use. Rejects if the database was never reached. */
  async current(): Promise<StoreMemory> {
    noteUse("readsRegistry");
    return this.state ?? (await (this.refreshing ?? this.refresh()));
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

  /** Reads new revisions for nobody who waits: a failure is only logged, and the watch asks again within 5 seconds. */
  private refreshAlone(): void {
    this.refresh().catch((error) =>
      this.failures.add("The registry could not be refreshed", error),
    );
  }

  private start(): Promise<StoreMemory> {
    this.refreshing = withTimeout(
      (onProgress) => this.read({ onProgress }),
      READ_TIMEOUT_MS,
    ).finally(() => {
      // Otherwise the next read replaces it.
      if (!this.next) this.refreshing = null;
    });
    return this.refreshing;
  }

  private async read(reading: Parameters<typeof loadFacts>[1]): Promise<StoreMemory> {
    const number = ++this.started;
    const startedAt = Date.now();
    const known = this.state;
    const facts = await loadFacts(known?.facts ?? NO_FACTS, reading);
    this.failures.clear();
    const state = known ? continueMemory(known, facts) : buildMemory(facts);
    const before = this.state;
    // A read that was given up may end after a later one, and one that ran during a write of this process after that.
    if (
      before &&
      (number < this.shown || (before !== known && hasRevisions(markFacts(facts), before.facts)))
    )
      return before;
    this.shown = number;
    this.confirmedAt = Math.max(startedAt, this.confirmedAt ?? 0);
    if (before && facts === before.facts) return before;
    if (before && !hasRevisions(markFacts(before.facts), facts))
      log.warn("The database has other revisions than before; everything was read again", {
        revision: facts.revision,
      });
    if (!before) {
      const [{ zones, claims, revision }, seconds] = [facts, (Date.now() - startedAt) / 1000];
      const size = { revision, zones: zones.length, claims: claims.length };
      log.info("The registry was loaded", { ...size, seconds });
    }
    this.show(state);
    return state;
  }

  private show(state: StoreMemory): void {
    const before = this.state;
    this.state = state;
    const { facts } = state;
    const last = { revision: facts.revision, identity: lastIdentity(facts) };
    const touched = before ? listChangedZones(before.facts, facts) : [];
    for (const follower of this.followers) follower.revision(last, touched);
  }

  /**
   * The state of the revision that the database has just named as its last, or of a later one. A transaction that holds the
   * lock of the ledger gets that one, because none can follow it.
   * @param sql reads on its connection what is not known here yet; absent: on one from the pool
   */
  async at(last: StoreState, sql?: Sql): Promise<StoreMemory> {
    const { state } = this;
    const isKnown = state?.facts.revision === last.revision && this.identity === last.identity;
    return state && isKnown ? state : this.read({ sql });
  }

  /** Takes a revision that this process is about to commit for its own. */
  expect(identity: string): void {
    // Some notifications never arrive.
    if (this.own.size > MAX_EXPECTED) this.own.clear();
    this.own.add(identity);
  }

  /** A commit that was announced has failed, or its answer was lost: whatever came of it is read as another's. */
  forget(identity: string): void {
    if (this.own.delete(identity)) return;
    this.refreshAlone();
  }

  /** Shows what this process has just recorded after `before`. */
  async add(before: StoreMemory, after: StoreMemory): Promise<void> {
    if (this.state !== before) {
      await this.reach(after.facts.revision);
      return;
    }
    this.confirmedAt = Date.now();
    this.show(after);
  }

  /** Stops noticing revisions. Resolves when no read is waited for; one that was given up may still run. */
  async stop(): Promise<void> {
    await this.watch.stop();
    for (let read = this.refreshing; read; read = this.next ?? this.refreshing) {
      await read.catch(() => undefined);
    }
  }
}

/**
 * The slugs of the zones that later facts change; null where these do not continue the earlier ones, as after a failover or
 * a removal: then every zone may have changed.
 */
function listChangedZones(before: Facts, after: Facts): readonly string[] | null {
  const mark = markFacts(before);
  return isContinued(mark, after) ? listTouchedZones(mark, after) : null;
}

function buildMemory(facts: Facts): StoreMemory {
  return {
    facts,
    evidence: indexEvidence(facts),
    queryContext: {
      openTerms: { sectors: listSectors(facts.claims, []) },
      zoneSlugs: facts.zones.map(({ slug }) => slug),
    },
  };
}

/** The memory of later facts. Where they continue those before, everything that did not change is shared. */
export function continueMemory(before: StoreMemory, facts: Facts): StoreMemory {
  if (facts === before.facts) return before;
  const mark = markFacts(before.facts);
  if (!isContinued(mark, facts)) return buildMemory(facts);
  const { openTerms, zoneSlugs } = before.queryContext;
  const added = facts.claims.slice(before.facts.claims.length);
  return {
    facts,
    evidence: continueIndex(before.evidence, mark, facts),
    queryContext: {
      openTerms: { sectors: listSectors(added, openTerms.sectors ?? []) },
      zoneSlugs:
        facts.zones === before.facts.zones ? zoneSlugs : facts.zones.map(({ slug }) => slug),
    },
  };
}

/** The identity of the last revision; empty where there is none. */
export function lastIdentity(facts: Facts | undefined): string {
  return facts?.revisions.at(-1)?.identity ?? "";
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
    "The database role of DATABASE_URL owns the ledger and could change what is recorded. Use a second role that only serves: see docs/accounts.md.",
  );
}

/** The process's registry store. */
export function registryStore(): RegistryStore {
  return processSingleton("registry", () => new RegistryStore());
}

/** All sectors of any claim, so that an address stays valid on a day when no zone has the sector. */
function listSectors(claims: readonly Claim[], known: readonly string[]): readonly string[] {
  const claimed = claims.filter(({ field }) => field === "sectors");
  if (claimed.length === 0) return known;
  const values = claimed.flatMap(({ value }) => (Array.isArray(value) ? value : []));
  return [...new Set([...known, ...values])].sort();
}
