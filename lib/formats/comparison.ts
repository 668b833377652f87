import { stringify } from "csv-stringify/sync";
import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import type { ZoneRecord } from "../evidence/registry";
import type { ComparedGroup } from "../query/compare";
import { getCell } from "./columns";

/**
 * A comparison as a CSV file: one field a line, with how the zones stand to each other on it, then
 * for each zone its value, the date it holds from, its mark and the source of its claim. Written as
 * every CSV of the tracker; a date, mark or source that there is none of is empty.
 */
export function comparisonCsv(
  zones: readonly ZoneRecord[],
  groups: readonly ComparedGroup[],
): string {
  const head = [
    "group",
    "field",
    "label",
    "unit",
    "difference",
    "known",
    ...zones.flatMap(({ slug }) => [slug, `${slug} date`, `${slug} mark`, `${slug} source`]),
  ];
  const lines = groups.flatMap(({ group, fields }) =>
    fields.map(({ key, difference, known }) => {
      const spec = fieldSpec(key);
      return [
        group,
        key,
        spec.label,
        spec.kind === "number" ? spec.unit : "",
        difference,
        known,
        ...zones.flatMap((zone) => cellsOf(zone, key)),
      ];
    }),
  );
  return stringify([head, ...lines], { escape_formulas: true });
}

function cellsOf({ fields }: ZoneRecord, key: ZoneFieldKey): (string | number)[] {
  const { value, evidence, mark } = fields[key];
  const cell = getCell(value);
  return [
    typeof cell === "boolean" ? String(cell) : cell,
    evidence?.date ?? "",
    mark ?? "",
    evidence?.claim.sourceId ?? "",
  ];
}
