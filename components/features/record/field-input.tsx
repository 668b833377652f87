"use client";

import { fieldClass } from "@/components/ui/field-class";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { type FieldSpec, NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { listFieldTerms } from "@/lib/catalogue/vocabularies";

/** Props of a field's input. The text is what `readValue` reads. */
export interface FieldInputProps {
  field: FieldKey;
  text: string;
  onChange: (text: string) => void;
  id: string;
  disabled?: boolean;
  invalid?: boolean;
  describedBy?: string;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The values of a field that can be listed; null where it is typed. */
function choicesOf(spec: FieldSpec): readonly Choice[] | null {
  switch (spec.kind) {
    case "choice":
      return listFieldTerms(spec);
    case "flag":
      return [
        { value: "true", label: "Yes" },
        { value: "false", label: "No" },
      ];
    case "level":
      return spec.levels.map((words, level) => ({
        value: String(level),
        label: `${level} · ${words}`,
      }));
    default:
      return null;
  }
}

/** How a value that is typed is written. */
function exampleOf(spec: FieldSpec): string {
  switch (spec.kind) {
    case "number":
      return `A number, in ${spec.unit}${spec.notApplicable ? `, or ${NOT_APPLICABLE}` : ""}`;
    case "date":
      return "2025, 2025-04 or 2025-04-30";
    case "place":
      return "Latitude, longitude: 24.82, 67.35";
    case "list":
      return "Words, with commas between";
    case "country":
      return "Two letters, such as CN";
    default:
      return "";
  }
}

/** The input of any field, made from its catalogue entry: a list of its values, or a text for them. */
export function FieldInput({
  field,
  text,
  onChange,
  invalid,
  describedBy,
  ...input
}: FieldInputProps) {
  const spec = fieldSpec(field);
  const choices = choicesOf(spec);
  const shared = {
    ...input,
    "aria-invalid": invalid || undefined,
    "aria-describedby": describedBy,
    className: fieldClass(invalid),
  };
  if (choices) {
    return (
      <select {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">Choose…</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
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
      placeholder={exampleOf(spec)}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
