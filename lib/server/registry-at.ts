import "server-only";
import {
  type ContextFigure,
  type ContextItem,
  type Event,
  type Facts,
  isFigure,
  type Source,
} from "@/lib/evidence/ledger-records";
import { buildRegistry, type EvidenceIndex, type Registry } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { listShown, listShownEvents } from "@/lib/evidence/retirement";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { listContextAt, listEventsAt, listSourcesAt } from "@/lib/evidence/source-versions";
import type { ParamIssue, ParamReason } from "@/lib/query/param-issues";
import { type Day, pakistanDay } from "@/lib/time/day";
import { isReplaced, KNOWN_ON_FORMS, resolveRevision } from "@/lib/time/revision-param";
import { processSingleton } from "./process-singleton";
import { lastIdentity, type QueryContext, registryStore, type StoreMemory } from "./store";

/** The registry at one moment with the data for pages and answers. Immutable. */
export interface RegistryView {
  readonly registry: Registry;
  readonly rows: readonly ZoneRow[];
  /** The rows of another day, as known at the same revision. */
  readonly rowsOn: (day: Day) => readonly ZoneRow[];
  /** All sources, events and national figures as known at the revision. */
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  readonly context: readonly ContextFigure[];
  /** What sources state about the country without a number. */
  readonly statements: readonly ContextItem[];
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

/** Views in the cache. Views of past days are cheap to build again. */
const KEPT_VIEWS = 64;

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
    return isReplaced(knownOn ?? "", revisions)
      ? buildProblem("knownOn", knownOn ?? "", { code: "revision-replaced" })
      : buildProblem("knownOn", knownOn ?? "", noRevision, KNOWN_ON_FORMS);
  }
  const isCurrent = asOf === today && revision === latest;
  return { view: getView(state, { asOf, revision }, isCurrent) };
}

/**
 * The registry today, with everything that is known.
 * @throws if the database cannot be reached and no data is in memory
 */
export async function currentView(): Promise<RegistryView> {
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  return answer.view;
}

function buildProblem(
  param: string,
  got: string,
  reason: ParamReason,
  allowed: readonly string[] = [],
): { readonly problem: ParamIssue } {
  return { problem: { param, got, reason, allowed, nearest: null } };
}

/** Views by day and revision, the least recently used first. They go with the memory that they are made of. */
function getKeptViews(memory: StoreMemory): Map<string, RegistryView> {
  const all = processSingleton(
    "registry-views",
    () => new WeakMap<StoreMemory, Map<string, RegistryView>>(),
  );
  const views = all.get(memory) ?? new Map<string, RegistryView>();
  all.set(memory, views);
  return views;
}

function getView(memory: StoreMemory, moment: Moment, current: boolean): RegistryView {
  const views = getKeptViews(memory);
  const key = `${moment.asOf} r${moment.revision}`;
  const kept = views.get(key);
  const view = kept?.current === current ? kept : buildView(memory, moment, current);
  views.delete(key);
  views.set(key, view);
  const [oldest] = views.keys();
  if (views.size > KEPT_VIEWS && oldest !== undefined) views.delete(oldest);
  return view;
}

function buildView(memory: StoreMemory, moment: Moment, current: boolean): RegistryView {
  const { facts, evidence } = memory;
  const { asOf, revision } = moment;
  const registry = buildRegistry(facts, evidence, moment);
  const context = listShown(
    listContextAt(facts.context, revision),
    facts,
    "figure",
    ({ key }) => key,
    moment,
  );
  const rows = registry.zones.map(buildRow);
  return {
    registry,
    rows,
    rowsOn: (day) => (day === asOf ? rows : getView(memory, { asOf: day, revision }, false).rows),
    sources: listSourcesAt(facts.sourceVersions, revision),
    events: listShownEvents(listEventsAt(facts.events, revision), facts, moment),
    context: context.filter(isFigure),
    statements: context.filter((item) => !isFigure(item)),
    facts,
    evidence,
    asOf,
    revision,
    latestRevision: facts.revision,
    latestIdentity: lastIdentity(facts),
    current,
  };
}
