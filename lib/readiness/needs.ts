import { BLOCK_INDICATORS, fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import type { BlockKey } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { getStep } from "../catalogue/vocabularies";
import type { ZoneRow } from "../evidence/row";
import { shortZoneName } from "../evidence/zone-name";

/** What a firm asks about first comes first. */
const GROUPS = ["utilities", "access", "legal", "services", "resilience"] as const;

/** What a zone needs, by block: the indicators of readiness that have the steps from absent to available. */
export const NEEDS: readonly {
  readonly group: BlockKey;
  readonly fields: readonly ZoneFieldKey[];
}[] = GROUPS.map((group) => ({
  group,
  fields: BLOCK_INDICATORS[group].filter((key) => fieldSpec(key).kind !== "number"),
}));

/** The same without their blocks. */
export const NEED_FIELDS: readonly ZoneFieldKey[] = NEEDS.flatMap(({ fields }) => fields);

type NeedsRow = Pick<ZoneRow, "slug" | "values" | "weak">;

/** Is it reported as partial or available? */
export function isReached({ values }: Pick<NeedsRow, "values">, field: ZoneFieldKey): boolean {
  const step = getStep("indicator", values[field]);
  return step !== null && step >= (getStep("indicator", "partial") ?? 0);
}

/** Of what a zone needs: how much is there at least in part, and how much is unknown or has weak evidence. */
export interface NeedCounts {
  readonly reached: number;
  readonly unknown: number;
  readonly weak: number;
  /** What applies to the zone, unknown or not. */
  readonly all: number;
}

/** Counts the facts of one zone. */
export function countNeeds(row: NeedsRow): NeedCounts {
  return {
    reached: NEED_FIELDS.filter((key) => isReached(row, key)).length,
    unknown: NEED_FIELDS.filter((key) => row.values[key] === null).length,
    weak: NEED_FIELDS.filter((key) => row.weak.includes(key)).length,
    all: NEED_FIELDS.filter((key) => row.values[key] !== NOT_APPLICABLE).length,
  };
}

/** The orders of the table: by province, then name; by name; by the share that is there at least in part. */
export const NEED_ORDERS = ["province", "name", "reached"] as const;
/** One of them. */
export type NeedOrder = (typeof NEED_ORDERS)[number];

/** The zones in an order; equals by name. @param nameOf the name of a province, as readers see it; unknown comes last */
export function sortByNeeds<R extends NeedsRow>(
  rows: readonly R[],
  order: NeedOrder,
  nameOf: (province: string) => string,
  locale: string,
): R[] {
  const { compare } = new Intl.Collator(locale);
  const share = (row: R) => {
    const { reached, all } = countNeeds(row);
    return all === 0 ? -1 : reached / all;
  };
  const byOrder = (a: R, b: R): number => {
    if (order === "reached") return share(b) - share(a);
    if (order === "name") return 0;
    const [one, other] = [a.values.province, b.values.province];
    if (one === other) return 0;
    return one === null ? 1 : other === null ? -1 : compare(nameOf(one), nameOf(other));
  };
  return [...rows].sort((a, b) => byOrder(a, b) || compare(shortZoneName(a), shortZoneName(b)));
}
