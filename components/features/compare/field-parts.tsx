import { fieldSpec } from "@/lib/catalogue/fields";
import { GROUPS } from "@/lib/catalogue/groups";
import type { ComparedField, ComparedGroup } from "@/lib/query/compare";
import type { Day } from "@/lib/time/day";
import { ComparedValue } from "./compared-value";
import type { ComparedZone } from "./compared-zone";
import { ComparisonLine, ComparisonPart } from "./comparison-part";

/** Props of the comparison field by field. */
export interface FieldPartsProps {
  zones: readonly ComparedZone[];
  groups: readonly ComparedGroup[];
  asOf: Day;
}

/** Every field of every group, those that differ first; each value with its date, its mark and the way to its evidence. */
export function FieldParts({ zones, groups, asOf }: FieldPartsProps) {
  return groups.map(({ group, fields }) => (
    <ComparisonPart
      key={group}
      id={`fields-${group}`}
      title={GROUPS[group]}
      columns={zones.length + 1}
    >
      {fields.map((field) => (
        <ComparisonLine
          key={field.key}
          label={<span title={fieldSpec(field.key).definition}>{fieldSpec(field.key).label}</span>}
          note={standing(field, zones.length)}
          strong={field.difference === "differs"}
          zones={zones}
          cell={(zone) => <ComparedValue zone={zone} field={field.key} asOf={asOf} />}
        />
      ))}
    </ComparisonPart>
  ));
}

/** "Differs, known for 3 of 4": how the zones stand on a field, never counting what is unknown as a difference. */
function standing({ difference, known }: ComparedField, all: number): string {
  const of = known === all ? "" : `, known for ${known} of ${all}`;
  switch (difference) {
    case "differs":
      return `differs${of}`;
    case "same":
      return `the same${of}`;
    case "open":
      return known === 0 ? "unknown for all" : `known for ${known} of ${all}`;
    case "own":
      return known === all ? "each its own" : `known for ${known} of ${all}`;
  }
}
