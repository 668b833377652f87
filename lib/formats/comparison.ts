import { stringify } from "csv-stringify/sync";
import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import type { ZoneRecord } from "../evidence/registry";
import type { ComparedGroup } from "../query/compare";
import type { Text } from "../text/text";
import { getCell } from "./columns";

/**
 * A comparison as a CSV file: one field per line, with the difference between the zones and, for each
 * zone, its value, date, mark and source. Empty where there is no date, mark or source.
 */
export function comparisonCsv(
  text: Text,
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
        text.fieldLabel(key),
        spec.kind === "number" ? spec.unit : "",
        difference,
        known,
        ...zones.flatMap((zone) => listCells(zone, key)),
      ];
    }),
  );
  return stringify([head, ...lines], { escape_formulas: true });
}

function listCells({ fields }: ZoneRecord, key: ZoneFieldKey): (string | number)[] {
  const { value, evidence, mark } = fields[key];
  const cell = getCell(value);
  return [
    typeof cell === "boolean" ? String(cell) : cell,
    evidence?.date ?? "",
    mark ?? "",
    evidence?.claim.sourceId ?? "",
  ];
}
