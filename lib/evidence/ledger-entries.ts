import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  ZONE_FIELD_KEYS,
} from "@/lib/catalogue/fields";
import { GROUP_KEYS, type GroupKey } from "@/lib/catalogue/groups";
import type { Tenancy } from "./ledger-records";
import type { TenancyRecord, ZoneRecord } from "./registry";
import { listClaims, type Resolution } from "./resolve";

/** One field of a zone or of one of its firms, with all claims on it. */
export interface LedgerEntry {
  readonly field: FieldKey;
  readonly tenancyId: string | null;
  /** Text before the label: the firm, on the page of a zone; null: none. */
  readonly subject: string | null;
  readonly resolution: Resolution;
  /** For progress on site, which the claims of firms can imply: the firms of the zone. */
  readonly firms?: readonly Tenancy[];
}

/** The number of claims on some entries, and of entries by mark. */
interface LedgerCounts {
  readonly claims: number;
  readonly contested: number;
  readonly settled: number;
  readonly unknown: number;
}

/** A group of fields with its entries and their counts. */
export interface LedgerGroup extends LedgerCounts {
  readonly key: GroupKey;
  readonly entries: readonly LedgerEntry[];
}

/** Every field of a zone in the catalogue's order, unknown ones included, then those of its firms. */
export function listLedgerEntries(zone: ZoneRecord): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = ZONE_FIELD_KEYS.map((field) => ({
    field,
    tenancyId: null,
    subject: null,
    resolution: zone.fields[field],
    ...(field === "status" ? { firms: zone.tenancies.map(({ tenancy }) => tenancy) } : {}),
  }));
  for (const record of zone.tenancies) {
    entries.push(...listTenancyEntries(record, record.tenancy.firm));
  }
  return entries;
}

/** The entries of a zone by group of fields, firms last. Groups without entries are left out. */
export function listLedgerGroups(zone: ZoneRecord): readonly LedgerGroup[] {
  const entries = listLedgerEntries(zone);
  return GROUP_KEYS.flatMap((key) => {
    const own = entries.filter(({ field }) => fieldSpec(field).group === key);
    return own.length === 0 ? [] : [{ key, entries: own, ...countLedger(own) }];
  });
}

/**
 * The entries of a firm in a zone, in the catalogue's order.
 * @param subject text before each label; null: none
 */
export function listTenancyEntries(
  { tenancy, fields }: TenancyRecord,
  subject: string | null,
): LedgerEntry[] {
  return TENANCY_FIELD_KEYS.map((field) => ({
    field,
    tenancyId: tenancy.id,
    subject,
    resolution: fields[field],
  }));
}

/** Counts claims, marks and unknown fields. */
export function countLedger(entries: readonly LedgerEntry[]): LedgerCounts {
  const marked = (mark: string) => entries.filter(({ resolution }) => resolution.mark === mark);
  return {
    claims: entries.reduce((sum, entry) => sum + countFieldClaims(entry.resolution), 0),
    contested: marked("contested").length,
    settled: marked("settled").length,
    unknown: entries.filter(({ resolution }) => resolution.value === null).length,
  };
}

/** Is there no report on a field at all? A field with reports that are not used, or that say "not known", is not one. */
export function isNothingFound({
  evidence,
  rivals,
}: Pick<Resolution, "evidence" | "rivals">): boolean {
  return evidence === null && rivals.length === 0;
}

/** The number of claims on a field: the displayed one and its rivals. */
export function countFieldClaims(resolution: Resolution): number {
  return listClaims(resolution).length;
}
