import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { type FactsMark, isContinued, markFacts } from "@/lib/evidence/add-facts";
import type { EvidenceIndex } from "@/lib/evidence/evidence-index";
import {
  type ContextFigure,
  type ContextItem,
  type Event,
  type Facts,
  isFigure,
  type Source,
} from "@/lib/evidence/ledger-records";
import {
  buildRegistry,
  continueRegistry,
  type Registry,
  type ZoneRecord,
} from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { listShown, listShownEvents } from "@/lib/evidence/retirement";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { listContextAt, listEventsAt, listSourcesAt } from "@/lib/evidence/source-versions";
import { listTouchedZones } from "@/lib/evidence/touched-zones";
import type { ParamIssue, ParamReason } from "@/lib/query/param-issues";
import { type Day, pakistanDay } from "@/lib/time/day";
import {
  isReplaced,
  KNOWN_ON_FORMS,
  readRevisionNumber,
  resolveRevision,
} from "@/lib/time/revision-param";
import { processSingleton } from "../process-singleton";
import { lastIdentity, type QueryContext, registryStore, type StoreMemory } from "./store";

/** The registry at one moment with the data for pages and answers. Immutable. */
export interface RegistryView {
  readonly registry: Registry;
  readonly rows: readonly ZoneRow[];
  /** The rows of another day, as known at the same revision; other requests go on while they are made. */
  readonly loadRowsOn: (day: Day) => Promise<readonly ZoneRow[]>;
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

/** The day of the last revision; null for an empty ledger. */
export function getChangeDay({ facts }: Pick<RegistryView, "facts">): Day | null {
  const last = facts.revisions.at(-1);
  return last ? pakistanDay(new Date(last.recordedAt)) : null;
}

/** A moment; null or absent: today, with everything that is known. */
interface MomentRequest {
  readonly asOf?: Day | null;
  readonly knownOn?: string | null;
}

/** The registry at a moment, or what is wrong with the moment. */
type RegistryAnswer = { readonly view: RegistryView } | { readonly problem: ParamIssue };

/** Views in the cache. Views of past days are cheap to build again. */
const KEPT_VIEWS = 16;

/**
 * The names that addresses can have: all zones and all sectors of any claim on any day.
 * @throws if the database cannot be reached and no data is in memory
 */
export async function queryContext(): Promise<QueryContext> {
  return (await registryStore().current()).queryContext;
}

/**
 * The registry at a moment; a problem if the day is in the future or the revision does not exist. A revision that another
 * instance has recorded and this one has not heard of yet is read from the database first.
 * @throws if the database cannot be reached and no data is in memory
 */
export async function registryAt(moment: MomentRequest = {}): Promise<RegistryAnswer> {
  const store = registryStore();
  const knownOn = moment.knownOn ?? null;
  const state = await store.reach(readRevisionNumber(knownOn) ?? 0);
  const { revision: latest, revisions } = state.facts;
  const noRevision = { code: "no-revision", last: `r${latest}` } as const;
  const today = pakistanDay(new Date());
  const asOf = moment.asOf ?? today;
  if (asOf > today) {
    return buildProblem("asOf", asOf, { code: "future-day", last: today });
  }
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

/** What a view shows, without the ledger behind it. */
type Shown = Pick<
  RegistryView,
  "registry" | "rows" | "sources" | "events" | "context" | "statements"
>;

/** It holds no facts of its own, so that a kept one of long ago does not keep those alive. */
interface KeptShown {
  readonly shown: Shown;
  /** Of the facts that it was made of. */
  readonly mark: FactsMark;
}

/** Views of one state of the ledger, and what any state showed last; the least recently used first. */
function getKept() {
  return processSingleton("registry-views", () => ({
    views: new WeakMap<StoreMemory, Map<string, RegistryView>>(),
    shown: new Map<string, KeptShown>(),
  }));
}

/** Gives a kept value again, or makes and keeps it, and forgets the least recently used. */
function keepRecent<T>(kept: Map<string, T>, key: string, make: (before: T | undefined) => T): T {
  const value = make(kept.get(key));
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_VIEWS && oldest !== undefined) kept.delete(oldest);
  return value;
}

const getViewKey = ({ asOf, revision }: Moment): string => `${asOf} r${revision}`;

/** A view; kept, with what it shows. */
function getView(memory: StoreMemory, moment: Moment, current: boolean): RegistryView {
  const { views } = getKept();
  const known = views.get(memory) ?? new Map<string, RegistryView>();
  views.set(memory, known);
  return keepRecent(known, getViewKey(moment), (kept) =>
    kept?.current === current ? kept : buildView(memory, moment, current, getShown(memory, moment)),
  );
}

/** What a moment shows; kept, and made from what was kept of the same day where that is possible. */
function getShown(memory: StoreMemory, moment: Moment): Shown {
  const { facts } = memory;
  const { asOf, revision } = moment;
  const key = `${asOf} ${revision === facts.revision ? "last" : `r${revision}`}`;
  return keepRecent(getKept().shown, key, (kept) => {
    const isUsable = kept && isContinued(kept.mark, facts);
    const shown = buildShown(memory, moment, isUsable ? kept : undefined);
    return { shown, mark: markFacts(facts) };
  }).shown;
}

function buildView(
  memory: StoreMemory,
  { asOf, revision }: Moment,
  current: boolean,
  shown: Shown,
): RegistryView {
  const { facts, evidence } = memory;
  const { rows } = shown;
  return {
    ...shown,
    loadRowsOn: async (day) => {
      if (day === asOf) return rows;
      await letOthersRun();
      return getView(memory, { asOf: day, revision }, false).rows;
    },
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
 * What a day shows; the records and rows of zones that were not touched are those that it showed before.
 * @param kept of the same day and of facts that these continue; of a revision that is past already, it is the same
 */
function buildShown(memory: StoreMemory, moment: Moment, kept: KeptShown | undefined): Shown {
  const { facts } = memory;
  const { revision } = moment;
  if (kept?.shown.registry.revision === revision) return kept.shown;
  const registry = kept
    ? continueRegistry(kept.shown.registry, memory, moment, listTouchedZones(kept.mark, facts))
    : buildRegistry(facts, memory.evidence, moment);
  const items = listContextAt(facts.context, revision);
  const context = listShown(items, facts, "figure", ({ key }) => key, moment);
  return {
    registry,
    rows: buildRows(kept?.shown, registry.zones),
    sources: listSourcesAt(facts.sourceVersions, revision),
    events: listShownEvents(listEventsAt(facts.events, revision), facts, moment),
    context: context.filter(isFigure),
    statements: context.filter((item) => !isFigure(item)),
  };
}

/** The rows of zones; those of zones that did not change are the same as before. */
function buildRows(
  before: Pick<Shown, "registry" | "rows"> | undefined,
  zones: readonly ZoneRecord[],
): readonly ZoneRow[] {
  const known = new Map(before?.registry.zones.map((zone, place) => [zone, before.rows[place]]));
  return zones.map((zone) => known.get(zone) ?? buildRow(zone));
}
