import { type FieldKey, fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import { BLOCK_WEIGHTS, type GroupKey, isBlockKey } from "../catalogue/groups";
import type { Behaviour, FieldSpec, FilterKind } from "../catalogue/kinds";
import { listTerms, type Term, VOCABULARIES } from "../catalogue/vocabularies";
import type { Text } from "../text/text";

/** One entry of the data dictionary. */
interface DictionaryEntry {
  readonly key: FieldKey;
  readonly subject: "zone" | "tenancy";
  readonly label: string;
  readonly definition: string;
  readonly kind: FieldSpec["kind"];
  readonly group: { readonly key: GroupKey; readonly label: string };
  readonly about: FieldSpec["about"];
  /** Default weight of the readiness block that the field belongs to; null for other fields. */
  readonly blockWeight: number | null;
  /** Unit of a number; null for other kinds. */
  readonly unit: string | null;
  /** Least and greatest number; null where there is no limit. */
  readonly min: number | null;
  readonly max: number | null;
  /** Can the value be the word `not-applicable` instead of a number? */
  readonly notApplicable: boolean;
  /** The values of a closed vocabulary, or the levels; null for open fields. */
  readonly values: readonly Term[] | null;
  /** Are the values, without asides, in order from least to most? */
  readonly ordered: boolean;
  readonly behaviour: Behaviour;
  readonly filter: FilterKind | null;
  readonly exported: boolean;
  readonly evidence: FieldSpec["evidence"];
  /** Days after which a value counts as stale; null: never. */
  readonly freshFor: number | null;
}

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
