import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { GROUPS, type GroupKey } from "../catalogue/groups";
import type { FieldValue } from "../catalogue/kinds";
import type { ZoneRecord } from "../evidence/registry";
import type { WeighedClaim } from "../evidence/resolve";
import { differs } from "../evidence/value-equality";
import type { Readiness } from "../readiness/readiness";

/** The least and the most zones that can stand side by side. */
export const COMPARE_LIMITS = { least: 2, most: 6 } as const;

/**
 * How zones stand to each other on one field. `differs`: at least two known values differ, in the
 * sense in which claims do. `same`: at least two are known and none differ. `open`: fewer than two
 * are known, so nothing can be said; unknown is never a difference. `own`: each zone has its own by
 * nature (other names, place), which says nothing of how they stand.
 */
export type Difference = "differs" | "same" | "open" | "own";

/** One field of a comparison. */
export interface ComparedField {
  readonly key: ZoneFieldKey;
  readonly difference: Difference;
  /** Of how many of the zones it is known. */
  readonly known: number;
}

/** The fields of one group of the catalogue, those that differ first. */
export interface ComparedGroup {
  readonly group: GroupKey;
  readonly fields: readonly ComparedField[];
}

/** How many fields stand how. */
export type DifferenceCounts = Readonly<Record<Difference, number>>;

const OWN: ReadonlySet<ZoneFieldKey> = new Set<ZoneFieldKey>(["aliases", "location"]);
/** The name stands over its zone and is no line of its own. */
const LINES = ZONE_FIELD_KEYS.filter((key) => key !== "name");
const ORDER: readonly Difference[] = ["differs", "same", "open", "own"];

/** How some zones stand to each other on a field, from what shows for each of them. */
export function compareField(key: ZoneFieldKey, values: readonly FieldValue[]): ComparedField {
  const known = values.filter((value) => value !== null);
  return { key, known: known.length, difference: getDifference(key, known) };
}

function getDifference(key: ZoneFieldKey, known: readonly FieldValue[]): Difference {
  if (OWN.has(key)) return "own";
  if (known.length < COMPARE_LIMITS.least) return "open";
  const spec = fieldSpec(key);
  const anyDiffer = known.some((value, i) =>
    known.slice(i + 1).some((other) => differs(spec, value, other)),
  );
  return anyDiffer ? "differs" : "same";
}

/**
 * Zones field by field, in the catalogue's groups. Within a group what differs comes first, then
 * what is the same, then what cannot be said; each in the catalogue's order, unknown of all last.
 */
export function compareZones(
  zones: readonly Pick<ZoneRecord<WeighedClaim>, "fields">[],
): ComparedGroup[] {
  const compared = LINES.map((key) =>
    compareField(
      key,
      zones.map(({ fields }) => fields[key].value),
    ),
  );
  const rank = ({ difference, known }: ComparedField) =>
    2 * ORDER.indexOf(difference) + Number(known === 0);
  return (Object.keys(GROUPS) as GroupKey[]).flatMap((group) => {
    const fields = compared
      .filter(({ key }) => fieldSpec(key).group === group)
      .sort((a, b) => rank(a) - rank(b));
    return fields.length === 0 ? [] : [{ group, fields }];
  });
}

/** Counts the fields of a comparison by how they stand. */
export function countDifferences(groups: readonly ComparedGroup[]): DifferenceCounts {
  const counts: Record<Difference, number> = { differs: 0, same: 0, open: 0, own: 0 };
  for (const { fields } of groups) for (const { difference } of fields) counts[difference] += 1;
  return counts;
}

/** Two zones of which the first is certainly ahead, by their places in the list. */
export interface CertainPair {
  readonly ahead: number;
  readonly behind: number;
}

/** The pairs in a certain order: the floor of the one lies above the ceiling of the other. */
export function listCertainPairs(readiness: readonly (Readiness | null)[]): CertainPair[] {
  return readiness.flatMap((first, ahead) =>
    readiness.flatMap((second, behind) =>
      first !== null && second !== null && first.low > second.high ? [{ ahead, behind }] : [],
    ),
  );
}
