import type { TenancyValues } from "../catalogue/fields";
import { type Involvement, parseInvolvement } from "../catalogue/involvement";
import { STRATEGIC_SECTORS } from "../catalogue/tenancy-fields";
import { getStep, VOCABULARIES } from "../catalogue/vocabularies";
import { getJudgedOn, isStale } from "../evidence/age";
import type { TenancyRecord, ZoneRecord } from "../evidence/registry";
import { listActiveClaims } from "../evidence/resolve";
import type { Day } from "../time/day";

/** A firm in one zone; a firm in two zones is listed twice. */
export interface PlacedFirm {
  /** The firm's id in addresses. */
  readonly id: string;
  readonly zone: ZoneRecord;
  readonly record: TenancyRecord;
}

/** The firms of some zones, in the given order of zones, then in the register's order. */
export function listPlacedFirms(zones: readonly ZoneRecord[]): PlacedFirm[] {
  return zones.flatMap((zone) =>
    zone.tenancies.map((record) => ({ id: record.tenancy.firmId, zone, record })),
  );
}

/** Does the issue brief treat the sector as strategic? */
export function isStrategic(sector: string | null): boolean {
  return sector !== null && STRATEGIC_SECTORS.has(sector);
}

/** The fields that say how partners abroad take part in a firm. */
type InvolvementValues = Pick<TenancyValues, "involvement" | "foreignEquityCountry">;

/**
 * What partners abroad give a firm, in the order reported. Foreign equity with a known country is involvement too. Empty:
 * unknown, as no source says that there is none.
 */
export function listInvolvement({
  involvement,
  foreignEquityCountry: country,
}: InvolvementValues): Involvement[] {
  const items = (involvement ?? []).flatMap((item) => parseInvolvement(item) ?? []);
  return country === null || items.some((one) => one.kind === "equity" && one.country === country)
    ? items
    : [{ kind: "equity", country }, ...items];
}

/** The country that the issue brief asks about, which pages show first. */
export const CHINA = "CN";

/** Ties to this country are not ties abroad. */
export const HOME = "PK";

/** How a firm is tied to a country. */
type CountryTie = "owned" | "involved" | "other" | "unknown";

/**
 * `owned`: registered in the country, or with an ultimate owner from it. `involved`: neither, but partners from there take
 * part: with a minority share, a joint venture, technology and so on. `other`: the ultimate owner is from elsewhere, and no
 * part of the country is reported. `unknown`: the owner is unknown, and may be from there.
 */
export function getCountryTie(
  values: InvolvementValues & Pick<TenancyValues, "nationality" | "ultimateOwnerNationality">,
  country: string,
): CountryTie {
  const { nationality, ultimateOwnerNationality: owner } = values;
  if (nationality === country || owner === country) return "owned";
  if (listInvolvement(values).some((one) => one.country === country)) return "involved";
  return owner === null ? "unknown" : "other";
}

/** The number of firms whose ultimate owner is unknown, whatever else ties them to a country. */
export function countUnknownOwners(firms: readonly PlacedFirm[]): number {
  return firms.filter(({ record }) => record.values.ultimateOwnerNationality === null).length;
}

/** Firms by their tie to a country. */
type FirmsByTie = Readonly<Record<CountryTie, readonly PlacedFirm[]>>;

/** Groups firms by tie to a country, in the register's order of zones, then furthest stage first. */
export function groupFirmsByTie(firms: readonly PlacedFirm[], country: string): FirmsByTie {
  const of = (tie: CountryTie) =>
    firms
      .filter(({ record }) => getCountryTie(record.values, country) === tie)
      .sort(byZoneAndStage);
  return {
    owned: of("owned"),
    involved: of("involved"),
    other: of("other"),
    unknown: of("unknown"),
  };
}

/** Sorts firms in the register's order of zones, then furthest stage first, then in the register's order. */
function byZoneAndStage(a: PlacedFirm, b: PlacedFirm): number {
  return (
    a.zone.order - b.zone.order ||
    stageRank(b) - stageRank(a) ||
    a.record.tenancy.order - b.record.tenancy.order
  );
}

function stageRank({ record }: PlacedFirm): number {
  return getStep("tenancyStage", record.values.tenancyStage) ?? -1;
}

/**
 * The furthest stage in any active claim, whatever stage is displayed: how far a firm came before it
 * left. Null where no claim names a stage.
 */
export function getFurthestStep({ fields }: Pick<TenancyRecord, "fields">): string | null {
  const steps = listActiveClaims(fields.tenancyStage).flatMap(
    ({ claim }) => getStep("tenancyStage", claim.value) ?? [],
  );
  if (steps.length === 0) return null;
  return VOCABULARIES.tenancyStage.steps[Math.max(...steps)]?.value ?? null;
}

/** Is a stage `producing` or beyond? */
export function isProducing(stage: string | null): boolean {
  const step = getStep("tenancyStage", stage);
  return step !== null && step >= (getStep("tenancyStage", "producing") ?? 0);
}

/** Is there no news of a firm for over two years, up to the last search? It is at a stage, and the displayed claim is stale. */
export function isSilent({ zone, record }: Omit<PlacedFirm, "id">, asOf: Day): boolean {
  const { fields, values } = record;
  const { evidence } = fields.tenancyStage;
  return (
    evidence !== null &&
    getStep("tenancyStage", values.tenancyStage) !== null &&
    isStale("tenancyStage", evidence.effectiveOn, getJudgedOn(zone.values, asOf))
  );
}
