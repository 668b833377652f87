import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import type { PartialDate } from "@/lib/registry/day";
import type { ZoneRecord } from "@/lib/registry/registry";
import type { Evidence } from "@/lib/registry/resolve";

/** One promise: what was promised, for when, and the claim that says so. */
export interface Promised {
  readonly field: ZoneFieldKey;
  /** Year, month or day for which it was promised; null: the source says that no date was given. */
  readonly due: PartialDate | null;
  readonly evidence: Evidence;
  /** Does this promise show today, among those made for the same thing? */
  readonly shown: boolean;
  /** Deprecated or set aside: told for the record. */
  readonly counts: boolean;
}

/** The promises made for one thing, the latest said first. */
export interface PromiseGroup {
  readonly field: ZoneFieldKey;
  readonly label: string;
  readonly promises: readonly Promised[];
}

/** Every promise that was made of a zone by the day looked at, grouped by what was promised; empty groups left out. */
export function promisesOf({ fields }: Pick<ZoneRecord, "fields">): readonly PromiseGroup[] {
  return ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).group === "targets").flatMap((field) => {
    const { evidence, rivals } = fields[field];
    const promises = [
      ...(evidence ? [promised(field, evidence, true, true)] : []),
      ...rivals.map((rival) => promised(field, rival.evidence, false, rival.standing === "live")),
    ].sort(byDayLatestFirst);
    return promises.length === 0 ? [] : [{ field, label: fieldSpec(field).label, promises }];
  });
}

function promised(
  field: ZoneFieldKey,
  evidence: Evidence,
  shown: boolean,
  counts: boolean,
): Promised {
  const { value } = evidence.claim;
  return { field, due: typeof value === "string" ? value : null, evidence, shown, counts };
}

/** The order within one day is that of resolution, in which the promises arrive. */
function byDayLatestFirst(a: Promised, b: Promised): number {
  if (a.evidence.effectiveOn === b.evidence.effectiveOn) return 0;
  return a.evidence.effectiveOn > b.evidence.effectiveOn ? -1 : 1;
}
