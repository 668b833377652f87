import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  ZONE_FIELD_KEYS,
} from "@/lib/catalogue/fields";
import { GROUPS, type GroupKey } from "@/lib/catalogue/groups";
import type { ZoneRecord } from "@/lib/registry/registry";
import type { Resolution } from "@/lib/registry/resolve";

/** One field of the zone or of one of its firms, with everything that is claimed of it. */
export interface LedgerEntry {
  readonly field: FieldKey;
  /** Label of the field; for a firm's, the firm's name comes with it in `firm`. */
  readonly label: string;
  readonly tenancyId: string | null;
  readonly firm: string | null;
  readonly resolution: Resolution;
}

/** The entries of one group of fields, and how many of them bear each mark. */
export interface LedgerGroup {
  readonly key: GroupKey;
  readonly label: string;
  readonly entries: readonly LedgerEntry[];
  readonly claims: number;
  readonly contested: number;
  readonly settled: number;
  readonly unknown: number;
}

/** Every field of a zone in the catalogue's order, unknown ones too, then those of its firms. */
export function ledgerEntries(zone: ZoneRecord): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = ZONE_FIELD_KEYS.map((field) => ({
    field,
    label: fieldSpec(field).label,
    tenancyId: null,
    firm: null,
    resolution: zone.fields[field],
  }));
  for (const { tenancy, fields } of zone.tenancies) {
    for (const field of TENANCY_FIELD_KEYS) {
      entries.push({
        field,
        label: fieldSpec(field).label,
        tenancyId: tenancy.id,
        firm: tenancy.firm,
        resolution: fields[field],
      });
    }
  }
  return entries;
}

/** The ledger of a zone by groups of fields, its firms last. Groups without entries are left out. */
export function ledgerOf(zone: ZoneRecord): readonly LedgerGroup[] {
  const entries = ledgerEntries(zone);
  return (Object.keys(GROUPS) as GroupKey[]).flatMap((key) => {
    const own = entries.filter(({ field }) => fieldSpec(field).group === key);
    return own.length === 0 ? [] : [groupOf(key, own)];
  });
}

function groupOf(key: GroupKey, entries: readonly LedgerEntry[]): LedgerGroup {
  const marked = (mark: string) => entries.filter(({ resolution }) => resolution.mark === mark);
  return {
    key,
    label: GROUPS[key],
    entries,
    claims: entries.reduce((sum, entry) => sum + claimCount(entry.resolution), 0),
    contested: marked("contested").length,
    settled: marked("settled").length,
    unknown: entries.filter(({ resolution }) => resolution.value === null).length,
  };
}

/** How many claims stand on a field: the one shown and its rivals. */
export function claimCount({ evidence, rivals }: Resolution): number {
  return rivals.length + (evidence === null ? 0 : 1);
}
