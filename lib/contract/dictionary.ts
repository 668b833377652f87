import { type FieldKey, fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import { BLOCK_WEIGHTS, isBlockKey } from "../catalogue/groups";
import { listTerms, type Term, VOCABULARIES } from "../catalogue/vocabularies";
import type { Text } from "../text/text";
import type { DictionaryEntry } from "./answer-schemas";

/** The data dictionary: every field of zones and of tenancies in the catalogue's order. */
export function listDictionary(text: Text): readonly DictionaryEntry[] {
  return [
    ...ZONE_FIELD_KEYS.map((key) => describeField(text, key, "zone")),
    ...TENANCY_FIELD_KEYS.map((key) => describeField(text, key, "tenancy")),
  ];
}

function describeField(
  text: Text,
  key: FieldKey,
  subject: DictionaryEntry["subject"],
): DictionaryEntry {
  const spec = fieldSpec(key);
  const { kind, group, about, behaviour, filter, exported, evidence, freshFor } = spec;
  const number = spec.kind === "number" ? spec : null;
  return {
    key,
    subject,
    label: text.fieldLabel(key),
    definition: text.fieldDefinition(key),
    kind,
    group: { key: group, label: text.groupLabel(group) },
    about,
    blockWeight: isBlockKey(group) ? BLOCK_WEIGHTS[group] : null,
    unit: number?.unit ?? null,
    min: number?.min ?? null,
    max: number?.limit ?? null,
    notApplicable: number?.notApplicable ?? false,
    values: listValues(text, key),
    ordered:
      spec.kind === "level" || (spec.kind === "choice" && VOCABULARIES[spec.vocabulary].ordered),
    behaviour,
    filter,
    exported,
    evidence,
    freshFor,
  };
}

function listValues(text: Text, key: FieldKey): readonly Term[] | null {
  const spec = fieldSpec(key);
  switch (spec.kind) {
    case "choice":
      return listTerms(spec.vocabulary).map(({ value, definition }) => ({
        value,
        label: text.choiceLabel(key, value),
        definition: text.termDefinition(spec.vocabulary, value) ?? definition,
      }));
    case "level":
      return spec.levels.map((definition, level) => ({
        value: String(level),
        label: text.t("api.level", { level: String(level) }),
        definition: text.levelMeaning(key, level) ?? definition,
      }));
    default:
      return null;
  }
}
