import { BLOCK_INDICATORS, type FieldKey, fieldSpec } from "../catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS } from "../catalogue/groups";
import { isStale } from "../evidence/age";
import type { Source, Tenancy } from "../evidence/ledger-records";
import type { Registry, ZoneRecord } from "../evidence/registry";
import type { Evidence, Resolution } from "../evidence/resolve";
import type { ZoneRow } from "../evidence/row";
import { getReportDate } from "../evidence/zone-view";
import { computeGap, UTILITIES } from "../gaps/gaps";
import { DEFAULT_QUERY } from "../query/query";
import { inScope } from "../query/scope";
import { INDICATORS } from "../readiness/indicators";
import { listOpenQuestions } from "../readiness/open-questions";
import { getZoneTargets, TARGET_CONDITIONS } from "../targets/targets";
import { firstDay } from "../time/day";
import {
  type CheckedLink,
  canBeDone,
  causeOfReports,
  type OpenCorrection,
  type ReportedValue,
  type WaitingReports,
  WORK_KINDS,
  type WorkItem,
  type WorkKind,
  type WorkOf,
  workKey,
} from "./work-item";

/** Everything that work comes from. */
export interface WorkInput extends RegistryInput {
  /** As known today. */
  readonly sources: readonly Source[];
  /** The latest check of each link. */
  readonly links: readonly CheckedLink[];
  readonly corrections: readonly OpenCorrection[];
  readonly waiting: readonly WaitingReports[];
}

/** Sources whose link no longer works; a link that was changed since counts as not checked. */
function listDeadLinks({ sources, links }: WorkInput): WorkOf<"dead-link">[] {
  const checked = new Map(links.map((link) => [link.sourceId, link]));
  return sources.flatMap(({ id, title, url, archivedUrl }): WorkOf<"dead-link">[] => {
    const link = checked.get(id);
    if (url === null || link?.url !== url || link.result !== "dead") return [];
    return [
      {
        kind: "dead-link",
        key: workKey("dead-link", id),
        cause: url.slice(0, 400),
        zone: null,
        tenancy: null,
        field: null,
        // A source without a kept copy can be lost.
        worth: archivedUrl === null ? 1 : 0,
        sourceId: id,
        title,
        url,
        status: link.status,
        checkedAt: link.checkedAt,
        hasCopy: archivedUrl !== null,
      },
    ];
  });
}

/** Corrections without an answer, the oldest first. */
function listCorrections({ corrections, registry }: WorkInput): WorkOf<"correction">[] {
  return corrections.map(({ id, message, sentAt, page, zone, tenancy, field }) => {
    const firm = registry.zones
      .find(({ slug }) => slug === zone)
      ?.tenancies.find((known) => known.tenancy.id === tenancy)?.tenancy.firm;
    return {
      kind: "correction",
      key: workKey("correction", id),
      cause: "open",
      zone,
      tenancy: tenancy !== null && firm !== undefined ? { id: tenancy, firm } : null,
      field,
      worth: -Date.parse(sentAt),
      id,
      message,
      sentAt,
      page,
    };
  });
}

/** Reports that wait for another person, the oldest first. */
function listWaiting({ waiting }: WorkInput): WorkOf<"review">[] {
  return waiting.map(({ id, author, round, zones, claims, sentAt }) => ({
    kind: "review",
    key: workKey("review", id),
    cause: `round ${round}`,
    zone: zones.length === 1 ? (zones[0] ?? null) : null,
    tenancy: null,
    field: null,
    worth: -Date.parse(sentAt),
    id,
    author,
    claims,
    sentAt,
  }));
}

/**
 * Where work comes from, one entry a kind: a pure function of the registry or of the rows of a small table. Another
 * kind needs its entry here, its facts in `work-item.ts` and its words in the messages `queue`.
 */
const WORK_SOURCES: { readonly [K in WorkKind]: (input: WorkInput) => readonly WorkOf<K>[] } = {
  correction: listCorrections,
  review: listWaiting,
  disputed: listDisputed,
  target: listDueTargets,
  implied: listImplied,
  question: listQuestions,
  "dead-link": listDeadLinks,
  stale: listStale,
};

/** Of 100 points of a score, those of each indicator. */
const POINTS = new Map<FieldKey, number>(
  BLOCKS.flatMap((block) => {
    const fields = BLOCK_INDICATORS[block];
    return fields.map((field) => [field, BLOCK_WEIGHTS[block] / fields.length] as const);
  }),
);

/**
 * How much an answer to an item can change, in points of a zone's score. Above all of them: what somebody waits for, then
 * legal status and progress, which the counts of the home page depend on. 0: it changes no score.
 */
export function getEffect(item: WorkItem): number {
  if (!canBeDone(item)) return Number.POSITIVE_INFINITY;
  if (item.kind === "question") return item.worth;
  const field = item.kind === "target" ? TARGET_CONDITIONS[item.target].field : item.field;
  if (field === "status" || field === "legalStatus") return 100;
  return field === null ? 0 : (POINTS.get(field) ?? 0);
}

/** All work in the order of the queue: by what it changes, then by kind, then by worth. */
export function listWork(input: WorkInput): readonly WorkItem[] {
  const work = WORK_KINDS.flatMap((kind): WorkItem[] =>
    [...WORK_SOURCES[kind](input)].sort((a, b) => b.worth - a.worth),
  );
  const effects = new Map(work.map((item) => [item, getEffect(item)]));
  const effectOf = (item: WorkItem) => effects.get(item) ?? 0;
  // Infinity less infinity is no number.
  return work.sort((a, b) => (effectOf(a) === effectOf(b) ? 0 : effectOf(b) - effectOf(a)));
}

/** The registry of today and its rows. */
interface RegistryInput {
  readonly registry: Registry;
  readonly rows: readonly ZoneRow[];
}

/** A resolved field of a zone or of a firm in it. */
interface ResolvedField {
  readonly zone: ZoneRecord;
  readonly tenancy: Tenancy | null;
  readonly field: FieldKey;
  readonly resolution: Resolution;
}

function listFields({ zones }: Registry): ResolvedField[] {
  return zones.flatMap((zone) => [
    ...Object.entries(zone.fields).map(([field, resolution]) => ({
      zone,
      tenancy: null,
      field: field as FieldKey,
      resolution,
    })),
    ...zone.tenancies.flatMap(({ tenancy, fields }) =>
      Object.entries(fields).map(([field, resolution]) => ({
        zone,
        tenancy,
        field: field as FieldKey,
        resolution,
      })),
    ),
  ]);
}

function toReported({ claim, date }: Evidence): ReportedValue {
  return { claimId: claim.id, value: claim.value, date };
}

/** The displayed value with its claim, which is that of a firm where the value follows from firms. */
function toShown(evidence: Evidence, { value }: Resolution): ReportedValue {
  return { ...toReported(evidence), value };
}

function subjectOf({ zone, tenancy, field }: Omit<ResolvedField, "resolution">) {
  return {
    zone: zone.slug,
    tenancy: tenancy && { id: tenancy.id, firm: tenancy.firm },
    field,
  };
}

/** Values that an active report contradicts; those with most such reports first. */
function listDisputed({ registry }: RegistryInput): WorkOf<"disputed">[] {
  return listFields(registry).flatMap(({ resolution, ...of }): WorkOf<"disputed">[] => {
    const { evidence, mark, rivals } = resolution;
    if (mark !== "contested" || evidence === null) return [];
    const against = rivals
      .filter(({ standing, contradicts }) => standing === "live" && contradicts)
      .map((rival) => toReported(rival.evidence));
    const ids = [evidence.claim.id, ...against.map(({ claimId }) => claimId)];
    return [
      {
        kind: "disputed",
        key: workKey("disputed", of.zone.slug, of.tenancy?.id ?? null, of.field),
        cause: causeOfReports(ids),
        ...subjectOf(of),
        worth: against.length,
        shown: toShown(evidence, resolution),
        against,
      },
    ];
  });
}

/** Known values that are older today than the limit of their field; the oldest by that limit first. */
function listStale({ registry }: RegistryInput): WorkOf<"stale">[] {
  return listFields(registry).flatMap(({ resolution, ...of }): WorkOf<"stale">[] => {
    const { evidence, value } = resolution;
    const { freshFor } = fieldSpec(of.field);
    const report = getReportDate(resolution, registry.asOf);
    if (evidence === null || report === null || value === null || freshFor === null) return [];
    const { date, ageDays } = report;
    if (!isStale(of.field, firstDay(date), registry.asOf)) return [];
    return [
      {
        kind: "stale",
        key: workKey("stale", of.zone.slug, of.tenancy?.id ?? null, of.field),
        cause: causeOfReports([evidence.claim.id]),
        ...subjectOf(of),
        worth: ageDays / freshFor,
        shown: { ...toShown(evidence, resolution), date },
        ageDays,
        freshFor,
      },
    ];
  });
}

/** Unknown indicators that other evidence implies, and deliveries that are unknown although the need is known. */
function listImplied({ registry }: RegistryInput): WorkOf<"implied">[] {
  return registry.zones.flatMap((zone) => {
    const { slug, values, bounds } = zone;
    const item = (
      field: WorkOf<"implied">["field"] & string,
      reason: WorkOf<"implied">["reason"],
      worth: number,
    ): WorkOf<"implied"> => ({
      kind: "implied",
      key: workKey("implied", slug, field),
      cause: reason,
      zone: slug,
      tenancy: null,
      field,
      worth,
      reason,
    });
    const implied = INDICATORS.flatMap((field) => {
      const by = bounds[field]?.impliedBy ?? null;
      return by === null || values[field] !== null ? [] : [item(field, by, 1)];
    });
    const undelivered = UTILITIES.flatMap((utility) => {
      const { needed, delivered } = computeGap(utility, values);
      return needed === null || delivered !== null ? [] : [item(utility.delivered, "needed", 0)];
    });
    return [...implied, ...undelivered];
  });
}

/**
 * Unknown and weakly evidenced indicators; those whose answers would narrow the range of their zone most first. Values
 * that are only old are in `listStale`.
 */
function listQuestions({ registry, rows }: RegistryInput): WorkOf<"question">[] {
  const announced = rows.filter(({ values }) => inScope(values, DEFAULT_QUERY.scope));
  const shown = new Map(registry.zones.map((zone) => [zone.slug, zone.fields]));
  return listOpenQuestions(announced, BLOCK_WEIGHTS, registry.asOf).flatMap(
    ({ slug, field, why, width }): WorkOf<"question">[] => {
      if (why === "stale") return [];
      const claim = shown.get(slug)?.[field].evidence?.claim;
      return [
        {
          kind: "question",
          key: workKey("question", slug, field),
          cause: claim ? causeOfReports([claim.id]) : why,
          zone: slug,
          tenancy: null,
          field,
          worth: width,
          why,
        },
      ];
    },
  );
}

/** The latest target of each kind whose day has passed without a report that it was met; the latest due first. */
function listDueTargets({ registry }: RegistryInput): WorkOf<"target">[] {
  return registry.zones.flatMap((zone) =>
    getZoneTargets(zone, registry).flatMap(({ field, targets }): WorkOf<"target">[] => {
      const last = targets.at(-1);
      if (!last) return [];
      const { outcome, evidence } = last;
      if (outcome.state !== "missed" && outcome.state !== "not-known") return [];
      const reports = [evidence, ...("by" in outcome ? [outcome.by] : [])];
      return [
        {
          kind: "target",
          key: workKey("target", zone.slug, field),
          cause: causeOfReports(reports.map(({ claim }) => claim.id)),
          ...subjectOf({ zone, tenancy: null, field }),
          worth: -outcome.daysOverdue,
          target: field,
          announced: toReported(evidence),
          state: outcome.state,
          daysOverdue: outcome.daysOverdue,
        },
      ];
    }),
  );
}
