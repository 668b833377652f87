import { type FieldKey, fieldSpec } from "../catalogue/fields";
import { BLOCK_WEIGHTS } from "../catalogue/groups";
import { isStale } from "../evidence/age";
import type { Tenancy } from "../evidence/ledger-records";
import type { Registry, ZoneRecord } from "../evidence/registry";
import type { Evidence, Resolution } from "../evidence/resolve";
import type { ZoneRow } from "../evidence/row";
import { getReportDate } from "../evidence/zone-view";
import { computeGap, UTILITIES } from "../gaps/gaps";
import { DEFAULT_QUERY } from "../query/query";
import { inScope } from "../query/scope";
import { INDICATORS } from "../readiness/indicators";
import { listOpenQuestions } from "../readiness/open-questions";
import { getZoneTargets } from "../targets/targets";
import { firstDay } from "../time/day";
import { causeOfReports, type ReportedValue, type WorkOf, workKey } from "./work-item";

/** The registry of today and its rows. */
export interface RegistryInput {
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

/** Values that an active report contradicts, but for the day of our own search; those with most such reports first. */
export function listDisputed({ registry }: RegistryInput): WorkOf<"disputed">[] {
  return listFields(registry).flatMap(({ resolution, ...of }): WorkOf<"disputed">[] => {
    const { evidence, mark, rivals } = resolution;
    if (mark !== "contested" || evidence === null || of.field === "lastSearchedOn") return [];
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
export function listStale({ registry }: RegistryInput): WorkOf<"stale">[] {
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
export function listImplied({ registry }: RegistryInput): WorkOf<"implied">[] {
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
export function listQuestions({ registry, rows }: RegistryInput): WorkOf<"question">[] {
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
export function listDueTargets({ registry }: RegistryInput): WorkOf<"target">[] {
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
