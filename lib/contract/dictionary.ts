import { type FieldKey, fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import { BLOCK_WEIGHTS, GROUPS, type GroupKey, isBlockKey } from "../catalogue/groups";
import type { Behaviour, FieldSpec, FilterKind } from "../catalogue/kinds";
import { listFieldTerms, type Term, VOCABULARIES } from "../catalogue/vocabularies";

/** One entry of the data dictionary. */
export interface DictionaryEntry {
  readonly key: FieldKey;
  readonly subject: "zone" | "tenancy";
  readonly label: string;
  readonly definition: string;
  readonly kind: FieldSpec["kind"];
  readonly group: { readonly key: GroupKey; readonly label: string };
  /** Default weight of the readiness block that the field is an indicator of; null for others. */
  readonly blockWeight: number | null;
  /** Unit of a number; null for other kinds. */
  readonly unit: string | null;
  /** Least and greatest number; null where there is no bound. */
  readonly min: number | null;
  readonly max: number | null;
  /** May the word `not-applicable` stand in the place of the number? */
  readonly notApplicable: boolean;
  /** The values of a closed vocabulary, or the levels; null for open fields. */
  readonly values: readonly Term[] | null;
  /** Are the values, asides left out, in order from least to most? */
  readonly ordered: boolean;
  readonly behaviour: Behaviour;
  readonly filter: FilterKind | null;
  readonly exported: boolean;
  readonly evidence: FieldSpec["evidence"];
  /** Days after which a value counts as stale; null: never. */
  readonly freshFor: number | null;
}

/** The data dictionary: every field of zones and of tenancies in the catalogue's order. */
export function dictionary(): readonly DictionaryEntry[] {
  return [
    ...ZONE_FIELD_KEYS.map((key) => entryOf(key, "zone")),
    ...TENANCY_FIELD_KEYS.map((key) => entryOf(key, "tenancy")),
  ];
}

function entryOf(key: FieldKey, subject: DictionaryEntry["subject"]): DictionaryEntry {
  const spec = fieldSpec(key);
  const { label, definition, kind, group, behaviour, filter, exported, evidence, freshFor } = spec;
  const number = spec.kind === "number" ? spec : null;
  return {
    key,
    subject,
    label,
    definition,
    kind,
    group: { key: group, label: GROUPS[group] },
    blockWeight: isBlockKey(group) ? BLOCK_WEIGHTS[group] : null,
    unit: number?.unit ?? null,
    min: number?.min ?? null,
    max: number?.max ?? null,
    notApplicable: number?.notApplicable ?? false,
    values: getValues(spec),
    ordered: spec.kind === "level" || (spec.kind === "choice" && isOrdered(spec.vocabulary)),
    behaviour,
    filter,
    exported,
    evidence,
    freshFor,
  };
}

function isOrdered(vocabulary: keyof typeof VOCABULARIES): boolean {
  return VOCABULARIES[vocabulary].ordered;
}

function getValues(spec: FieldSpec): readonly Term[] | null {
  switch (spec.kind) {
    case "choice":
      return listFieldTerms(spec);
    case "level":
      return spec.levels.map((definition, level) => ({
        value: String(level),
        label: `Level ${level}`,
        definition,
      }));
    default:
      return null;
  }
}
