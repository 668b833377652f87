import { fieldClass } from "@/components/ui/field-class";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldSpec, FieldValue } from "@/lib/catalogue/kinds";
import { listFieldTerms } from "@/lib/catalogue/vocabularies";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";

interface FieldInputProps {
  field: FieldKey;
  /** As `readTypedValue` reads it. */
  text: string;
  onChange: (text: string) => void;
  id: string;
  disabled?: boolean;
  invalid?: boolean;
  describedBy?: string;
}

/** The values of a field that can be listed; null where the value is typed. */
export function listChoices(spec: FieldSpec): readonly NonNullable<FieldValue>[] | null {
  switch (spec.kind) {
    case "choice":
      return listFieldTerms(spec).map(({ value }) => value);
    case "flag":
      return [true, false];
    case "level":
      return spec.levels.map((_, level) => level);
    default:
      return null;
  }
}

/** How a value is typed; undefined where there is nothing to say. */
export function describeExample({ t }: Text, spec: FieldSpec): string | undefined {
  switch (spec.kind) {
    case "number":
      if (spec.unit === "USD m") return t("record.example.money");
      return t("record.example.number", {
        unit: spec.unit,
        applicable: spec.notApplicable ? "no" : "yes",
      });
    case "list":
      return t(`record.example.${spec.items ?? "list"}`);
    case "date":
    case "place":
    case "country":
      return t(`record.example.${spec.kind}`);
    default:
      return undefined;
  }
}

/** The input of any field, made from its catalogue entry: a list of its values, or a text field. */
export function FieldInput({
  field,
  text: typed,
  onChange,
  invalid,
  describedBy,
  ...input
}: FieldInputProps) {
  const text = useText();
  const spec = fieldSpec(field);
  const choices = listChoices(spec);
  const shared = {
    ...input,
    "aria-invalid": invalid || undefined,
    "aria-describedby": describedBy,
    className: fieldClass(invalid),
  };
  if (choices) {
    return (
      <select {...shared} value={typed} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{text.t("record.report.choose")}</option>
        {choices.map((value) => (
          <option key={String(value)} value={String(value)}>
            {text.bareValue(field, value)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      type="text"
      inputMode={spec.kind === "number" ? "decimal" : undefined}
      autoComplete="off"
      placeholder={describeExample(text, spec)}
      value={typed}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
