import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  type TenancyFieldKey,
  type TenancyValues,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
  type ZoneValues,
} from "../catalogue/fields";
import { firstDay, type PartialDate, pakistanDay } from "./day";
import type { Decision, Facts, Tenancy } from "./facts";
import { type Evidence, type Moment, type Resolution, resolve } from "./resolve";

/** A firm in a zone with what shows for each of its fields. */
export interface TenancyRecord {
  readonly tenancy: Tenancy;
  readonly fields: Readonly<Record<TenancyFieldKey, Resolution>>;
  readonly values: TenancyValues;
}

/** A zone with what shows for each of its fields. */
export interface ZoneRecord {
  readonly slug: string;
  /** Order of the register, from 1. */
  readonly order: number;
  readonly fields: Readonly<Record<ZoneFieldKey, Resolution>>;
  readonly values: ZoneValues;
  readonly tenancies: readonly TenancyRecord[];
}

/** The registry at one moment: the zones that are in it by then, in the register's order. Immutable. */
export interface Registry extends Moment {
  readonly zones: readonly ZoneRecord[];
}

/** Evidence by subject (`zone` or `zone/tenancy`) and field. */
export type EvidenceIndex = ReadonlyMap<string, ReadonlyMap<FieldKey, readonly Evidence[]>>;

/** A zone is in the registry once a live claim on one of these holds. */
const ADMITTING: readonly ZoneFieldKey[] = ["legalStatus", "status", "cohort", "cpecStatus"];

/** The key of a claim's subject in the index. */
export function subjectKey(zone: string, tenancy: string | null): string {
  return tenancy === null ? zone : `${zone}/${tenancy}`;
}

/**
 * Every claim with its effective day and decisions, by subject and field. The effective day is the
 * first day of `asOf`; without one, of its source's `publishedOn`; without that, the day on which
 * it was recorded.
 * @throws Error where a claim without any date is of a revision that the facts do not hold
 */
export function indexEvidence(facts: Facts): EvidenceIndex {
  const sources = new Map(facts.sources.map((source) => [source.id, source]));
  const recordedOn = new Map(
    facts.revisions.map((r) => [r.number, pakistanDay(new Date(r.recordedAt))]),
  );
  const decisions = new Map<string, Decision[]>();
  for (const decision of facts.decisions) {
    const list = decisions.get(decision.claimId);
    if (list) list.push(decision);
    else decisions.set(decision.claimId, [decision]);
  }
  const index = new Map<string, Map<FieldKey, Evidence[]>>();
  for (const claim of facts.claims) {
    const date: PartialDate | undefined =
      claim.asOf ?? sources.get(claim.sourceId)?.publishedOn ?? recordedOn.get(claim.revision);
    if (date === undefined) throw new Error(`claim ${claim.id} has no revision`);
    const key = subjectKey(claim.zone, claim.tenancy);
    const subject = index.get(key) ?? new Map<FieldKey, Evidence[]>();
    index.set(key, subject);
    const list = subject.get(claim.field) ?? [];
    subject.set(claim.field, list);
    list.push({
      claim,
      date,
      effectiveOn: firstDay(date),
      decisions: decisions.get(claim.id) ?? [],
    });
  }
  return index;
}

/** What shows for every field of a zone, whether or not the registry holds it yet. */
export function resolveZone(
  index: EvidenceIndex,
  slug: string,
  moment: Moment,
): Readonly<Record<ZoneFieldKey, Resolution>> {
  return resolveSubject(index, slug, ZONE_FIELD_KEYS, moment);
}

function resolveSubject<K extends ZoneFieldKey | TenancyFieldKey>(
  index: EvidenceIndex,
  subject: string,
  keys: readonly K[],
  moment: Moment,
): Record<K, Resolution> {
  const claims = index.get(subject);
  return Object.fromEntries(
    keys.map((key) => [key, resolve(fieldSpec(key), claims?.get(key) ?? [], moment)]),
  ) as Record<K, Resolution>;
}

/** The bare values of resolved fields. Their types are the catalogue's: the ledger lets no other in. */
export function valuesOf(fields: Readonly<Record<ZoneFieldKey, Resolution>>): ZoneValues {
  return bareValues(fields) as ZoneValues;
}

function bareValues(fields: Readonly<Record<string, Resolution>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value]));
}

/** Is a zone in the registry by then? */
export function isRegistered(fields: Readonly<Record<ZoneFieldKey, Resolution>>): boolean {
  return ADMITTING.some((key) => fields[key].evidence !== null);
}

/** The registry at a moment. Pure: the same facts and moment always give the same registry. */
export function buildRegistry(facts: Facts, index: EvidenceIndex, moment: Moment): Registry {
  const tenancies = groupByZone(facts.tenancies);
  const zones = facts.zones.flatMap(({ slug, order }): ZoneRecord[] => {
    const fields = resolveZone(index, slug, moment);
    if (!isRegistered(fields)) return [];
    return [
      {
        slug,
        order,
        fields,
        values: valuesOf(fields),
        tenancies: (tenancies.get(slug) ?? []).flatMap((tenancy) =>
          tenancyRecord(index, tenancy, moment),
        ),
      },
    ];
  });
  return { ...moment, zones: zones.sort((a, b) => a.order - b.order) };
}

function tenancyRecord(index: EvidenceIndex, tenancy: Tenancy, moment: Moment): TenancyRecord[] {
  const fields = resolveSubject(
    index,
    subjectKey(tenancy.zone, tenancy.id),
    TENANCY_FIELD_KEYS,
    moment,
  );
  // A firm of which nothing is said yet by that day is not in its zone yet.
  if (TENANCY_FIELD_KEYS.every((key) => fields[key].evidence === null)) return [];
  return [{ tenancy, fields, values: bareValues(fields) as TenancyValues }];
}

function groupByZone(tenancies: readonly Tenancy[]): Map<string, Tenancy[]> {
  const groups = new Map<string, Tenancy[]>();
  for (const tenancy of tenancies) {
    const group = groups.get(tenancy.zone) ?? [];
    groups.set(tenancy.zone, group);
    group.push(tenancy);
  }
  return groups;
}

/** The evidence on one field of a zone (tenancy null) or of a firm in it. */
export interface FieldEvidence {
  readonly tenancy: string | null;
  readonly field: FieldKey;
  readonly evidence: readonly Evidence[];
}

/** The evidence on a zone and some of its firms, field by field. */
export function zoneEvidence(
  index: EvidenceIndex,
  slug: string,
  tenancies: readonly string[],
): FieldEvidence[] {
  return [null, ...tenancies].flatMap((tenancy) =>
    [...(index.get(subjectKey(slug, tenancy)) ?? [])].map(([field, evidence]) => ({
      tenancy,
      field,
      evidence,
    })),
  );
}
