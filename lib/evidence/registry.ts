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
import type { FieldValue } from "../catalogue/kinds";
import { getStep } from "../catalogue/vocabularies";
import { type IndicatorBounds, listBounds } from "../readiness/bounds";
import { formatKnownOn } from "../time/revision-param";
import { type EvidenceIndex, type Ledger, subjectKey } from "./evidence-index";
import { groupBy, groupOnce } from "./group-by";
import type { Claim, Facts, Tenancy, ZoneIdentity } from "./ledger-records";
import { type Producer, resolveProgress } from "./progress";
import { createCopies } from "./record-copies";
import { type Moment, type Resolution, resolve, UNKNOWN, type WeighedClaim } from "./resolve";
import { isShownAt, tenancyAt } from "./retirement";
import { getSupport, type NamedFirms, type ValueSupport } from "./support";

/** A firm in a zone with the resolution of each of its fields. */
export interface TenancyRecord<C extends WeighedClaim = Claim> {
  readonly tenancy: Tenancy;
  readonly fields: Readonly<Record<TenancyFieldKey, Resolution<C>>>;
  readonly values: TenancyValues;
}

/** A zone with the resolution of each of its fields. */
export interface ZoneRecord<C extends WeighedClaim = Claim> {
  readonly slug: string;
  /** Position in the register, from 1. */
  readonly order: number;
  /** Progress on site is the displayed one, which follows the producers. */
  readonly fields: Readonly<Record<ZoneFieldKey, Resolution<C>>>;
  readonly values: ZoneValues;
  /** The support of every field with a known value. */
  readonly support: Readonly<Partial<Record<ZoneFieldKey, ValueSupport>>>;
  readonly tenancies: readonly TenancyRecord<C>[];
  /** The scores of the indicators that the values alone do not give. */
  readonly bounds: IndicatorBounds;
  /** The firms that are known to produce. */
  readonly producers: readonly Producer[];
  /** Named firms that build or have come further, and have not closed or left. */
  readonly building: number;
  readonly named: NamedFirms;
}

/** The zones of the registry at one moment, in the register's order. */
export interface Registry extends Moment {
  /** Its revision as a permanent link names it, such as `r12-3f9a2c1e`; see `formatKnownOn`. */
  readonly knownOn: string;
  readonly zones: readonly ZoneRecord[];
}

/** A zone is in the registry once an active claim on one of these is in effect. */
export const ADMISSION_FIELDS = ["legalStatus", "status", "cohort", "cpecStatus"] as const;

/** The resolutions of the fields that put a zone in the registry. */
export type Admission<C extends WeighedClaim = Claim> = Readonly<
  Record<(typeof ADMISSION_FIELDS)[number], Resolution<C>>
>;

/** Resolves every field of a zone, whether or not it is in the registry yet. */
export function resolveZone<C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  slug: string,
  moment: Moment,
): Readonly<Record<ZoneFieldKey, Resolution<C>>> {
  return resolveSubject(index, slug, ZONE_FIELD_KEYS, moment, copyUnknownZone());
}

/**
 * Resolves some fields of a subject.
 * @param subject its index key (see `subjectKey`)
 * @param unknown the fields while nothing is known, which become the result; absent: it is made
 */
export function resolveSubject<K extends ZoneFieldKey | TenancyFieldKey, C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  subject: string,
  keys: readonly K[],
  moment: Moment,
  unknown: Record<K, Resolution<never>> = createCopies<K, Resolution<never>>(keys, UNKNOWN)(),
): Record<K, Resolution<C>> {
  const fields = unknown as Record<K, Resolution<C>>;
  for (const [key, evidence] of index.get(subject) ?? []) {
    if (Object.hasOwn(fields, key)) fields[key as K] = resolve(fieldSpec(key), evidence, moment);
  }
  return fields;
}

const copyUnknownZone = createCopies<ZoneFieldKey, Resolution<never>>(ZONE_FIELD_KEYS, UNKNOWN);
const copyUnknownTenancy = createCopies<TenancyFieldKey, Resolution<never>>(
  TENANCY_FIELD_KEYS,
  UNKNOWN,
);
const copyZoneValues = createCopies<ZoneFieldKey, FieldValue>(ZONE_FIELD_KEYS, null);
const copyTenancyValues = createCopies<TenancyFieldKey, FieldValue>(TENANCY_FIELD_KEYS, null);

/** The values of resolved fields. The ledger only accepts values of the catalogue's types. */
export function getValues(
  fields: Readonly<Record<ZoneFieldKey, Pick<Resolution, "value">>>,
): ZoneValues {
  return fillValues(copyZoneValues(), ZONE_FIELD_KEYS, fields) as unknown as ZoneValues;
}

function fillValues<K extends FieldKey>(
  values: Record<K, FieldValue>,
  keys: readonly K[],
  fields: Readonly<Record<K, Pick<Resolution, "value">>>,
): Record<K, FieldValue> {
  for (const key of keys) values[key] = fields[key].value;
  return values;
}

/** True once any admission field has a displayed claim. */
export function isRegistered(fields: Admission<WeighedClaim>): boolean {
  return ADMISSION_FIELDS.some((key) => fields[key].evidence !== null);
}

/** The registry at a moment. The same facts and moment always give the same registry. */
export function buildRegistry(facts: Facts, index: EvidenceIndex, moment: Moment): Registry {
  const zones = facts.zones.flatMap(
    (zone) => resolveZoneRecord(index, zone, listTenanciesOf(facts, zone.slug), moment) ?? [],
  );
  return describeRegistry(facts, moment, zones);
}

/**
 * The registry of facts that were added to others, equal to `buildRegistry`. The records of all zones that were not touched are
 * those of before.
 * @param before the registry of the same day, before the facts were added
 * @param touched slugs of the zones on which something was added
 */
export function continueRegistry(
  before: Registry,
  { facts, evidence }: Ledger,
  moment: Moment,
  touched: Iterable<string>,
): Registry {
  const zones = new Map(before.zones.map((zone) => [zone.slug, zone]));
  for (const zone of findZones(facts, touched)) {
    const record = resolveZoneRecord(evidence, zone, listTenanciesOf(facts, zone.slug), moment);
    if (record) zones.set(zone.slug, record);
    else zones.delete(zone.slug);
  }
  return describeRegistry(facts, moment, [...zones.values()]);
}

function describeRegistry({ revisions }: Facts, moment: Moment, zones: ZoneRecord[]): Registry {
  return {
    ...moment,
    knownOn: formatKnownOn(moment.revision, revisions),
    zones: zones.sort((a, b) => a.order - b.order),
  };
}

/**
 * One zone at a moment; null where it is not in the registry yet, or was merged, retired or withdrawn.
 * @param tenancies every firm ever reported in it
 */
export function resolveZoneRecord<C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  identity: ZoneIdentity,
  tenancies: readonly Tenancy[],
  moment: Moment,
): ZoneRecord<C> | null {
  if (!isShownAt(identity, moment)) return null;
  const fields = resolveZone(index, identity.slug, moment);
  return isRegistered(fields) ? completeRecord(index, identity, fields, tenancies, moment) : null;
}

/** One zone at a moment, whether or not it is in the registry yet. */
export function resolveRecord<C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  identity: ZoneIdentity,
  tenancies: readonly Tenancy[],
  moment: Moment,
): ZoneRecord<C> {
  const fields = resolveZone(index, identity.slug, moment);
  return completeRecord(index, identity, fields, tenancies, moment);
}

function completeRecord<C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  { slug, order }: ZoneIdentity,
  claimed: ZoneRecord<C>["fields"],
  tenancies: readonly Tenancy[],
  moment: Moment,
): ZoneRecord<C> {
  const firms = tenancies.flatMap((tenancy) => resolveTenancies(index, tenancy, moment));
  const { shown, producers, building } = resolveProgress({ index, slug, tenancies, moment });
  const named = { admitted: countAdmitted(firms), producing: producers.length };
  const fields = { ...claimed, status: shown };
  addSupport(fields, moment.revision, named);
  const zone = {
    slug,
    order,
    fields,
    values: getValues(fields),
    support: pickSupport(fields),
    tenancies: firms,
    producers,
    building,
    named,
  };
  return { ...zone, bounds: listBounds(zone, moment.revision) };
}

/** The named firms that are admitted or have come further, and have not closed or left. */
function countAdmitted(firms: readonly Pick<TenancyRecord<WeighedClaim>, "values">[]): number {
  const least = getStep("tenancyStage", "admitted") ?? 0;
  return firms.filter(({ values }) => (getStep("tenancyStage", values.tenancyStage) ?? -1) >= least)
    .length;
}

/** Adds to each known value how well it is supported. */
function addSupport<K extends FieldKey>(
  fields: Record<K, Resolution<WeighedClaim>>,
  revision: number,
  named: NamedFirms | null,
): void {
  for (const field of Object.keys(fields) as K[]) {
    const support = getSupport(field, fields[field], revision, named);
    if (support) fields[field] = { ...fields[field], support };
  }
}

function pickSupport(
  fields: Readonly<Record<ZoneFieldKey, Pick<Resolution, "support">>>,
): ZoneRecord["support"] {
  return Object.fromEntries(
    ZONE_FIELD_KEYS.flatMap((key) => (fields[key].support ? [[key, fields[key].support]] : [])),
  );
}

function resolveTenancies<C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  tenancy: Tenancy,
  moment: Moment,
): TenancyRecord<C>[] {
  if (!isShownAt(tenancy, moment)) return [];
  const fields = resolveSubject(
    index,
    subjectKey(tenancy.zone, tenancy.id),
    TENANCY_FIELD_KEYS,
    moment,
    copyUnknownTenancy(),
  );
  // A firm without any claim by that day is not in the zone yet.
  if (TENANCY_FIELD_KEYS.every((key) => fields[key].evidence === null)) return [];
  addSupport(fields, moment.revision, null);
  const values = fillValues(copyTenancyValues(), TENANCY_FIELD_KEYS, fields);
  return [
    {
      tenancy: tenancyAt(tenancy, moment.revision),
      fields,
      values: values as unknown as TenancyValues,
    },
  ];
}

/** Firms or claims by the slug of their zone, in the given order. */
export function groupByZone<T extends { readonly zone: string }>(
  items: Iterable<T>,
): Map<string, T[]> {
  return groupBy(items, ({ zone }) => zone);
}

const groupBySlug = groupOnce("zones-by-slug", ({ slug }: ZoneIdentity) => slug);
const groupTenancies = groupOnce("tenancies-by-zone", ({ zone }: Tenancy) => zone);

/** The zones with some slugs. */
export function findZones(
  { zones }: Pick<Facts, "zones">,
  slugs: Iterable<string>,
): readonly ZoneIdentity[] {
  const groups = groupBySlug(zones);
  return [...new Set(slugs)].flatMap((slug) => groups.get(slug) ?? []);
}

/** Every firm ever reported in a zone. */
export function listTenanciesOf(
  { tenancies }: Pick<Facts, "tenancies">,
  zone: string,
): readonly Tenancy[] {
  return groupTenancies(tenancies).get(zone) ?? [];
}
