import "server-only";
import type { ContextFigure, Event, Facts, Source } from "@/lib/evidence/ledger-records";
import {
  buildRegistry,
  type EvidenceIndex,
  indexEvidence,
  type Registry,
} from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { listRecordedAt, listSourcesAt } from "@/lib/evidence/source-versions";
import type { ParamIssue, ParamReason } from "@/lib/query/param-issues";
import type { ParseContext } from "@/lib/query/parse-query";
import { type Day, pakistanDay } from "@/lib/time/day";
import { KNOWN_ON_FORMS, resolveRevision } from "@/lib/time/revision-param";
import { loadFacts, NO_FACTS } from "./load-facts";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { type RevisionWatch, watchRevision } from "./revision-watch";

/** The registry at one moment with the data for pages and answers. Immutable. */
export interface RegistryView {
  readonly registry: Registry;
  readonly rows: readonly ZoneRow[];
  /** All sources, events and national figures as known at the revision. */
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  readonly context: readonly ContextFigure[];
  /** Of all revisions. */
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
  readonly asOf: Day;
  readonly revision: number;
  /** The last revision of the ledger. */
  readonly latestRevision: number;
  /** Its identity; empty for an empty ledger. */
  readonly latestIdentity: string;
  /** Is this today, with everything that is known? */
  readonly current: boolean;
}

/** A moment; null or absent: today, with everything that is known. */
interface MomentRequest {
  readonly asOf?: Day | null;
  readonly knownOn?: string | null;
  /** Wait until this revision is known here. */
  readonly minVersion?: number | null;
}

/** The registry at a moment, or what is wrong with the moment. */
type RegistryAnswer = { readonly view: RegistryView } | { readonly problem: ParamIssue };

/** The names in the data that parameters can have. */
type QueryContext = Required<Pick<ParseContext, "openTerms" | "zoneSlugs">>;

interface State {
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
  readonly queryContext: QueryContext;
  /** Views by day and revision, the least recently used first. */
  readonly views: Map<string, RegistryView>;
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
   * A new last revision, and the zones that changed since the previous one; null if the revisions are
   * others than before, after a failover that lost writes or a restored backup.
   */
  readonly revision: (state: StoreState, zones: readonly string[] | null) => void;
  /** Are new revisions noticed at once? False while the database is away. */
  readonly listening: (listening: boolean) => void;
}

/** Milliseconds. A read that takes longer is given up: its connection may never answer. */
const READ_TIMEOUT_MS = 20_000;

/** Views in the cache. Views of past days are cheap to build again. */
const KEPT_VIEWS = 64;

class RegistryStore {
  private state: State | null = null;
  private refreshing: Promise<State> | null = null;
  private refreshAgain = false;
  /** Milliseconds since 1970 when the database last confirmed what is in memory; null: never. */
  private confirmedAt: number | null = null;
  /** Does the database refuse changes, as a standby does? */
  readOnly = false;
  private readonly followers = new Set<Follower>();
  private readonly watch: RevisionWatch;

  constructor() {
    this.watch = watchRevision({
      onLast: ({ number, identity, readOnly }) => {
        this.readOnly = readOnly;
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

  /** Are new revisions noticed at once? */
  get listening(): boolean {
    return this.watch.listening;
  }

  /** Calls `follower` until the returned function is called. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** The present state; loads it on first use. Rejects if the database was never reached. */
  async current(): Promise<State> {
    return this.state ?? (await this.refresh());
  }

  /** Resolves when `revision` is known here, or with the present state if it does not exist. */
  async reach(revision: number): Promise<State> {
    const state = await this.current();
    return state.facts.revision >= revision ? state : await this.refresh();
  }

  /** Reads new revisions. A call during a read causes another read after it. */
  refresh(): Promise<State> {
    if (this.refreshing) {
      this.refreshAgain = true;
      return this.refreshing;
    }
    this.refreshing = this.readUntilQuiet().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async readUntilQuiet(): Promise<State> {
    let state: State;
    do {
      this.refreshAgain = false;
      state = await withTimeout(this.read(), READ_TIMEOUT_MS);
    } while (this.refreshAgain);
    return state;
  }

  private async read(): Promise<State> {
    const known = this.state;
    const facts = await loadFacts(known?.facts ?? NO_FACTS);
    // A read that was given up may end after a later one.
    if (this.state !== known && this.state) return this.state;
    this.confirmedAt = Date.now();
    if (known && facts === known.facts) return known;
    const state = {
      facts,
      evidence: indexEvidence(facts),
      queryContext: {
        openTerms: { sectors: listSectors(facts) },
        zoneSlugs: facts.zones.map(({ slug }) => slug),
      },
      views: new Map(),
    };
    this.state = state;
    const zones = known ? listTouchedZones(known.facts, facts) : [];
    if (zones === null)
      log.warn("The database has other revisions than before; everything was read again", {
        revision: facts.revision,
      });
    for (const follower of this.followers) {
      follower.revision({ revision: facts.revision, identity: lastIdentity(facts) }, zones);
    }
    return state;
  }

  async stop(): Promise<void> {
    await this.watch.stop();
  }
}

/** The identity of the last revision; empty where there is none. */
function lastIdentity(facts: Facts | undefined): string {
  return facts?.revisions.at(-1)?.identity ?? "";
}

/** @throws after `ms` milliseconds without a result */
async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The database did not answer within ${ms / 1000} seconds.`)),
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

/** The process's registry store. */
export function registryStore(): RegistryStore {
  return processSingleton("registry", () => new RegistryStore());
}

/**
 * The names that addresses can have: all zones and all sectors of any claim on any day.
 * @throws if the database cannot be reached and no data is in memory
 */
export async function queryContext(): Promise<QueryContext> {
  return (await registryStore().current()).queryContext;
}

/**
 * The registry at a moment; a problem if the day is in the future or the revision does not exist.
 * @throws if the database cannot be reached and no data is in memory
 */
export async function registryAt(moment: MomentRequest = {}): Promise<RegistryAnswer> {
  const store = registryStore();
  const { minVersion = null } = moment;
  const state = minVersion === null ? await store.current() : await store.reach(minVersion);
  const { revision: latest, revisions } = state.facts;
  const noRevision = { code: "no-revision", last: `r${latest}` } as const;
  if (minVersion !== null && minVersion > latest) {
    return buildProblem("minVersion", String(minVersion), noRevision);
  }
  const today = pakistanDay(new Date());
  const asOf = moment.asOf ?? today;
  if (asOf > today) {
    return buildProblem("asOf", asOf, { code: "future-day", last: today });
  }
  const knownOn = moment.knownOn ?? null;
  const revision = resolveRevision(knownOn, revisions);
  if (revision === null) {
    return buildProblem("knownOn", knownOn ?? "", noRevision, KNOWN_ON_FORMS);
  }
  const isCurrent = asOf === today && revision === latest;
  return { view: getView(state, { asOf, revision }, isCurrent) };
}

function buildProblem(
  param: string,
  got: string,
  reason: ParamReason,
  allowed: readonly string[] = [],
): { readonly problem: ParamIssue } {
  return { problem: { param, got, reason, allowed, nearest: null } };
}

function getView(state: State, moment: Moment, current: boolean): RegistryView {
  const key = `${moment.asOf} r${moment.revision}`;
  const kept = state.views.get(key);
  const view = kept?.current === current ? kept : buildView(state, moment, current);
  state.views.delete(key);
  state.views.set(key, view);
  const [oldest] = state.views.keys();
  if (state.views.size > KEPT_VIEWS && oldest !== undefined) state.views.delete(oldest);
  return view;
}

function buildView(state: State, moment: Moment, current: boolean): RegistryView {
  const { facts, evidence } = state;
  const { asOf, revision } = moment;
  const registry = buildRegistry(facts, evidence, moment);
  return {
    registry,
    rows: registry.zones.map(buildRow),
    sources: listSourcesAt(facts.sourceVersions, revision),
    events: listRecordedAt(facts.events, revision),
    context: listRecordedAt(facts.context, revision),
    facts,
    evidence,
    asOf,
    revision,
    latestRevision: facts.revision,
    latestIdentity: lastIdentity(facts),
    current,
  };
}

/**
 * The zones with a new claim or decision, or with a changed source. Facts only grow at their end.
 * @returns null where `after` does not continue `before`
 */
function listTouchedZones(before: Facts, after: Facts): string[] | null {
  if (
    after.revisions[before.revisions.length - 1]?.identity !== before.revisions.at(-1)?.identity
  ) {
    return null;
  }
  const decided = new Set(
    after.decisions.slice(before.decisions.length).map(({ claimId }) => claimId),
  );
  const changed = new Set(
    after.sourceVersions.slice(before.sourceVersions.length).map(({ source }) => source.id),
  );
  const touched = after.claims
    .filter(({ id, sourceId }) => decided.has(id) || changed.has(sourceId))
    .map(({ zone }) => zone);
  return [...new Set(touched)];
}

/** All sectors of any claim, so that an address stays valid on a day when no zone has the sector. */
function listSectors(facts: Facts): string[] {
  const claimed = facts.claims.filter(({ field }) => field === "sectors");
  return [...new Set(claimed.flatMap(({ value }) => (Array.isArray(value) ? value : [])))].sort();
}
