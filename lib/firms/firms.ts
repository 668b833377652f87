import type { TenancyValues } from "../catalogue/fields";
import { type Involvement, parseInvolvement } from "../catalogue/involvement";
import { STRATEGIC_SECTORS } from "../catalogue/tenancy-fields";
import { getStep, VOCABULARIES } from "../catalogue/vocabularies";
import { getJudgedOn, isStale } from "../evidence/age";
import type { TenancyRecord, ZoneRecord } from "../evidence/registry";
import { listActiveClaims } from "../evidence/resolve";
import type { Day } from "../time/day";
import { getFirmId } from "./firm-address";

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
    zone.tenancies.map((record) => ({ id: getFirmId(record.tenancy.firm), zone, record })),
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

/** How a firm is tied to China. */
type ChineseTie = "chinese" | "involved" | "other" | "unknown";

/**
 * `chinese`: registered in China, or with an ultimate owner from China. `involved`: neither, but partners from China take
 * part: with a minority share, a joint venture, technology and so on. `other`: the ultimate owner is from another country,
 * and no part of China is reported. `unknown`: the owner is unknown, and may be from China.
 */
export function getChineseTie(
  values: InvolvementValues & Pick<TenancyValues, "nationality" | "ultimateOwnerNationality">,
): ChineseTie {
  const { nationality, ultimateOwnerNationality: owner } = values;
  if (nationality === "CN" || owner === "CN") return "chinese";
  if (listInvolvement(values).some(({ country }) => country === "CN")) return "involved";
  return owner === null ? "unknown" : "other";
}

/** Firms by their tie to China. */
type FirmsByTie = Readonly<Record<ChineseTie, readonly PlacedFirm[]>>;

/** Groups firms by tie to China, in the register's order of zones, then furthest stage first. */
export function groupFirmsByTie(firms: readonly PlacedFirm[]): FirmsByTie {
  const of = (tie: ChineseTie) =>
    firms.filter(({ record }) => getChineseTie(record.values) === tie).sort(byZoneAndStage);
  return {
    chinese: of("chinese"),
    involved: of("involved"),
    other: of("other"),
    unknown: of("unknown"),
  };
}

/** Sorts firms in the register's order of zones, then furthest stage first, then in the register's order. */
export function byZoneAndStage(a: PlacedFirm, b: PlacedFirm): number {
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

/**
 * Is there no news of a firm for over two years, up to the last search? Its stage is before `producing`, and the displayed
 * claim is stale.
 */
export function isSilent({ zone, record }: Omit<PlacedFirm, "id">, asOf: Day): boolean {
  const { fields, values } = record;
  const { evidence } = fields.tenancyStage;
  return (
    evidence !== null &&
    getStep("tenancyStage", values.tenancyStage) !== null &&
    !isProducing(values.tenancyStage) &&
    isStale("tenancyStage", evidence.effectiveOn, getJudgedOn(zone.values, asOf))
  );
}
