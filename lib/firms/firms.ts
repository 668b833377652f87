import type { TenancyValues } from "../catalogue/fields";
import { STRATEGIC_SECTORS } from "../catalogue/tenancy-fields";
import { getStep, VOCABULARIES } from "../catalogue/vocabularies";
import { isStale } from "../evidence/age";
import type { TenancyRecord, ZoneRecord } from "../evidence/registry";
import { listActiveClaims } from "../evidence/resolve";
import type { Day } from "../time/day";
import { getFirmId } from "./firm-id";

/** A firm in one zone. A firm in two zones is there twice, once in each. */
export interface PlacedFirm {
  /** Id of the firm, by which its page is addressed. */
  readonly id: string;
  readonly zone: ZoneRecord;
  readonly record: TenancyRecord;
}

/** The firms of some zones, zone by zone in the order given, each zone's in that of the register. */
export function listPlacedFirms(zones: readonly ZoneRecord[]): PlacedFirm[] {
  return zones.flatMap((zone) =>
    zone.tenancies.map((record) => ({ id: getFirmId(record.tenancy.firm), zone, record })),
  );
}

/** Is the sector one that the brief treats as strategic? */
export function isStrategic(sector: string | null): boolean {
  return sector !== null && STRATEGIC_SECTORS.has(sector);
}

/** Whether a firm is tied to China by where it is registered or by who owns it in the end. */
export type ChineseTie = "chinese" | "other" | "unknown";

/**
 * Is a firm Chinese? `chinese`: registered in China, or its ultimate owner is from there. `other`:
 * its ultimate owner is known and from elsewhere. `unknown`: the owner is not known, for a firm
 * registered elsewhere may be owned from China. A minority share does not show in these fields.
 */
export function getChineseTie({
  nationality,
  ultimateOwnerNationality: owner,
}: Pick<TenancyValues, "nationality" | "ultimateOwnerNationality">): ChineseTie {
  if (nationality === "CN" || owner === "CN") return "chinese";
  return owner === null ? "unknown" : "other";
}

/**
 * The furthest step that any claim which counts puts a firm at, whatever stage shows: how far one
 * that left had come. Null where no claim names a step.
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
 * Has nothing been heard of a firm for over two years? Its stage is a step before `producing`, and
 * the claim that shows is older than a stage stays fresh.
 */
export function isSilent({ fields, values }: TenancyRecord, asOf: Day): boolean {
  const { evidence } = fields.tenancyStage;
  return (
    evidence !== null &&
    getStep("tenancyStage", values.tenancyStage) !== null &&
    !isProducing(values.tenancyStage) &&
    isStale("tenancyStage", evidence.effectiveOn, asOf)
  );
}
