import { type FieldKey, fieldSpec } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { Text } from "../text/text";
import { type Cell, getCell, LIST_SEPARATOR } from "./columns";

/** The unit of a field's numbers; null where the label says what is counted, and for fields without numbers. */
export function describeUnit(text: Text, key: FieldKey): string | null {
  const spec = fieldSpec(key);
  if (spec.kind === "number") return spec.unit;
  if (spec.kind !== "level") return null;
  return text.t("files.values.level", { most: text.number(spec.levels.length - 1) });
}

/** The heading of a field's column: its label and unit. The label of a level alone does not say what it is a level of. */
export function getHeading(text: Text, key: FieldKey): string {
  const spec = fieldSpec(key);
  const label = text.fieldLabel(key);
  const unit = describeUnit(text, key);
  if (unit === null || COUNTED.includes(unit)) return label;
  if (spec.kind !== "level") return withUnit(text, label, unit);
  const group = text.groupLabel(spec.group);
  return withUnit(text, label, text.t("files.label.levelUnit", { group, unit }));
}

/** A heading with the unit of its numbers; without one where it is empty. */
export function withUnit({ t }: Text, label: string, unit: string): string {
  return unit === "" ? label : t("files.label.withUnit", { label, unit });
}

/** Units that are what the label counts. */
const COUNTED: readonly string[] = ["firms", "jobs"];

/** A value for a cell that people read: words of the vocabulary, names of countries; numbers and flags as they are. */
export function getFieldCell(text: Text, key: FieldKey, value: FieldValue): Cell {
  const spec = fieldSpec(key);
  if (value === null) return null;
  if (spec.kind === "choice") return text.choiceLabel(key, String(value));
  if (spec.kind === "country") return text.country(String(value));
  if (spec.kind === "list" && spec.items && Array.isArray(value)) {
    return value.map(text.involvement).join(LIST_SEPARATOR);
  }
  return getCell(value);
}
