import "server-only";
import type { ContextFigure, Event, Facts, Source } from "@/lib/evidence/ledger-records";
import {
  buildRegistry,
  type EvidenceIndex,
  indexEvidence,
  type Registry,
} from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { listRecordedAt, listSourcesAt } from "@/lib/evidence/source-versions";
import type { ParamIssue } from "@/lib/query/param-issues";
import type { ParseContext } from "@/lib/query/parse-query";
import { type Day, pakistanDay } from "@/lib/time/day";
import { KNOWN_ON_FORMS, resolveRevision } from "@/lib/time/revision-param";
import { loadFacts, NO_FACTS } from "./load-facts";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { type VersionWatch, watchVersion } from "./revision-watch";

/** The registry at one moment with all that pages and answers are made of. Immutable. */
export interface RegistryView {
  readonly registry: Registry;
  readonly rows: readonly ZoneRow[];
  /** Every source, event and figure on the country that was known by then, as it was known. */
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  readonly context: readonly ContextFigure[];
  /** Of every revision. */
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
  readonly asOf: Day;
  readonly revision: number;
  /** The last revision of all. */
  readonly version: number;
  /** Is this today, with everything that is known? */
  readonly current: boolean;
}

/** Which registry is asked for; null and absent: today, and all that is known. */
export interface MomentRequest {
  readonly asOf?: Day | null;
  readonly knownOn?: string | null;
  /** Wait until at least this version is known here. */
  readonly minVersion?: number | null;
}

/** The registry at a moment, or what is wrong with the moment. */
export type RegistryAnswer = { readonly view: RegistryView } | { readonly problem: ParamIssue };

/** What the reader of parameters needs to know of the data. */
export type QueryContext = Required<Pick<ParseContext, "openTerms" | "zoneSlugs">>;

interface State {
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
  readonly queryContext: QueryContext;
  /** Views by day and revision, the least lately used first. */
  readonly views: Map<string, RegistryView>;
}

/** Somebody who wants to hear of changes. */
export interface Follower {
  /** A new version, and the zones that changed on the way to it. */
  readonly version: (version: number, zones: readonly string[]) => void;
  /** Whether new versions are heard of at once; false while the database is away. */
  readonly listening: (listening: boolean) => void;
}

/** Past days are cheap to build anew, so few are kept. */
const KEPT_VIEWS = 64;

class RegistryStore {
  private state: State | null = null;
  private refreshing: Promise<State> | null = null;
  private refreshAgain = false;
  private readonly followers = new Set<Follower>();
  private readonly watch: VersionWatch;

  constructor() {
    this.watch = watchVersion({
      onNews: () => {
        this.refresh().catch((error) => log.warn("The registry could not be refreshed", { error }));
      },
      onListening: (listening) => {
        for (const follower of this.followers) follower.listening(listening);
      },
    });
  }

  /** The last revision known here; 0 before the first load. */
  get version(): number {
    return this.state?.facts.revision ?? 0;
  }

  /** Are new versions heard of at once? */
  get listening(): boolean {
    return this.watch.listening;
  }

  /** Tells `follower` of every new version, and as the database goes and comes, until the returned function is called. */
  follow(follower: Follower): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** What is known now; loads it the first time. Rejects where the database was never reached. */
  async current(): Promise<State> {
    return this.state ?? (await this.refresh());
  }

  /** Resolves once at least `version` is known here, or with what there is where it does not exist. */
  async reach(version: number): Promise<State> {
    const state = await this.current();
    return state.facts.revision >= version ? state : await this.refresh();
  }

  /** Reads what is new. A call during a read gives a read that begins after the call. */
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
      state = await this.read();
    } while (this.refreshAgain);
    return state;
  }

  private async read(): Promise<State> {
    const known = this.state;
    const facts = await loadFacts(known?.facts ?? NO_FACTS);
    if (known && facts.revision === known.facts.revision) return known;
    const state = {
      facts,
      evidence: indexEvidence(facts),
      queryContext: {
        openTerms: { sectors: sectorsOf(facts) },
        zoneSlugs: facts.zones.map(({ slug }) => slug),
      },
      views: new Map(),
    };
    this.state = state;
    const zones = known ? touchedSince(known.facts, facts) : [];
    for (const follower of this.followers) follower.version(facts.revision, zones);
    return state;
  }

  async stop(): Promise<void> {
    await this.watch.stop();
  }
}

/** The process's registry store. */
export function registryStore(): RegistryStore {
  return processSingleton("registry", () => new RegistryStore());
}

/**
 * The names that addresses may use: every zone and every sector ever claimed, whatever the day.
 * @throws where the database could not be reached and nothing is in memory
 */
export async function queryContext(): Promise<QueryContext> {
  return (await registryStore().current()).queryContext;
}

/**
 * The registry at a moment; a problem where the moment cannot be shown: a day in the future, or a
 * version that does not exist.
 * @throws where the database could not be reached and nothing is in memory
 */
export async function registryAt(moment: MomentRequest = {}): Promise<RegistryAnswer> {
  const store = registryStore();
  const { minVersion = null } = moment;
  const state = minVersion === null ? await store.current() : await store.reach(minVersion);
  const { revision: version, revisions } = state.facts;
  if (minVersion !== null && minVersion > version) {
    return { problem: problem("minVersion", String(minVersion), noSuchVersion(version), []) };
  }
  const today = pakistanDay(new Date());
  const asOf = moment.asOf ?? today;
  if (asOf > today) {
    return {
      problem: problem("asOf", asOf, `The day lies in the future; today in Pakistan is ${today}.`, [
        `up to ${today}`,
      ]),
    };
  }
  const asked = moment.knownOn ?? null;
  const knownOn = resolveRevision(asked, revisions);
  if (knownOn === null) {
    return { problem: problem("knownOn", asked ?? "", noSuchVersion(version), KNOWN_ON_FORMS) };
  }
  return { view: viewOf(state, asOf, knownOn, asOf === today && knownOn === version) };
}

function noSuchVersion(version: number): string {
  return `There is no such version yet; the last one is r${version}.`;
}

function problem(
  param: string,
  got: string,
  message: string,
  allowed: readonly string[],
): ParamIssue {
  return { param, got, message, allowed, nearest: null };
}

function viewOf(state: State, asOf: Day, knownOn: number, current: boolean): RegistryView {
  const key = `${asOf} r${knownOn}`;
  const kept = state.views.get(key);
  const view = kept?.current === current ? kept : buildView(state, asOf, knownOn, current);
  state.views.delete(key);
  state.views.set(key, view);
  const [oldest] = state.views.keys();
  if (state.views.size > KEPT_VIEWS && oldest !== undefined) state.views.delete(oldest);
  return view;
}

function buildView(state: State, asOf: Day, knownOn: number, current: boolean): RegistryView {
  const { facts, evidence } = state;
  const registry = buildRegistry(facts, evidence, { asOf, revision: knownOn });
  return {
    registry,
    rows: registry.zones.map(buildRow),
    sources: listSourcesAt(facts.sourceVersions, knownOn),
    events: listRecordedAt(facts.events, knownOn),
    context: listRecordedAt(facts.context, knownOn),
    facts,
    evidence,
    asOf,
    revision: knownOn,
    version: facts.revision,
    current,
  };
}

/** The zones on which something was claimed or judged since, or of which a source changed. Facts only grow at their end. */
function touchedSince(before: Facts, after: Facts): string[] {
  const judged = new Set(
    after.decisions.slice(before.decisions.length).map(({ claimId }) => claimId),
  );
  const changed = new Set(
    after.sourceVersions.slice(before.sourceVersions.length).map(({ source }) => source.id),
  );
  const touched = after.claims
    .filter(({ id, sourceId }) => judged.has(id) || changed.has(sourceId))
    .map(({ zone }) => zone);
  return [...new Set(touched)];
}

/** Every sector ever claimed, so that an address keeps its meaning on a day when no zone has it. */
function sectorsOf(facts: Facts): string[] {
  const claimed = facts.claims.filter(({ field }) => field === "sectors");
  return [...new Set(claimed.flatMap(({ value }) => (Array.isArray(value) ? value : [])))].sort();
}
