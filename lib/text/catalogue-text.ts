import { type FieldKey, fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { GROUPS, type GroupKey } from "@/lib/catalogue/groups";
import type { GlossaryKey } from "@/lib/catalogue/terms";
import { listTerms, type VocabularyKey } from "@/lib/catalogue/vocabularies";

/** The words of a field in another language; each one missing falls back to the catalogue's English. */
export interface FieldWords {
  readonly label?: string;
  readonly short?: string;
  readonly definition?: string;
  /** What the levels 0 to 4 mean. */
  readonly levels?: readonly string[];
  /** Labels of values for this field alone. */
  readonly values?: Readonly<Record<string, string>>;
}

/** The words of a term in another language. */
export interface TermWords {
  readonly label?: string;
  readonly definition?: string;
}

/** The words of a national constraint in another language. */
export interface ConstraintWords {
  readonly label?: string;
  readonly question?: string;
  /** Why it affects a field. */
  readonly bearsOn?: { readonly [K in ZoneFieldKey]?: string };
  readonly compared?: { readonly title?: string; readonly unit?: string; readonly note?: string };
}

/**
 * The words of the catalogue in another language, `messages/<locale>/catalogue.json`. Plain text, no
 * ICU. English has no such file: the catalogue itself holds its words.
 */
export interface CatalogueWords {
  readonly fields?: { readonly [K in FieldKey]?: FieldWords };
  readonly groups?: { readonly [K in GroupKey]?: string };
  readonly terms?: { readonly [K in VocabularyKey]?: Readonly<Record<string, TermWords>> };
  readonly glossary?: { readonly [K in GlossaryKey]?: TermWords };
  /** By key of the constraint. */
  readonly constraints?: Readonly<Record<string, ConstraintWords>>;
}

/** The words of the catalogue: fields, groups of fields and terms. */
export interface CatalogueText {
  fieldLabel(key: FieldKey): string;
  /** The name for the head of a column; the label where the field has no shorter one. */
  fieldShort(key: FieldKey): string;
  fieldDefinition(key: FieldKey): string;
  groupLabel(key: GroupKey): string;
  /** The label of a value of a field with a vocabulary; an unlisted value comes back as it is. */
  choiceLabel(key: FieldKey, value: string): string;
  /** The label of a value of a vocabulary; an unlisted value comes back as it is. */
  termLabel(vocabulary: VocabularyKey, value: string): string;
  /** What a value of a vocabulary means; null for an unlisted value. */
  termDefinition(vocabulary: VocabularyKey, value: string): string | null;
  /** What a level means; null for a field without levels and for a value that is no level. */
  levelMeaning(key: FieldKey, level: unknown): string | null;
  /** What another language says in place of a term of the glossary; empty in English. */
  translatedTerm(key: GlossaryKey): TermWords;
  /** What another language says in place of a constraint; empty in English. */
  translatedConstraint(key: string): ConstraintWords;
}

/**
 * The words of the catalogue in a language.
 * @param words what that language says in place of English; empty for English
 */
export function createCatalogueText(words: CatalogueWords): CatalogueText {
  const termOf = (vocabulary: VocabularyKey, value: string) =>
    listTerms(vocabulary).find((term) => term.value === value);
  const fieldLabel = (key: FieldKey) => words.fields?.[key]?.label ?? fieldSpec(key).label;
  const termLabel = (vocabulary: VocabularyKey, value: string) =>
    words.terms?.[vocabulary]?.[value]?.label ?? termOf(vocabulary, value)?.label ?? value;
  return {
    fieldLabel,
    fieldShort: (key) =>
      words.fields?.[key]?.short ??
      words.fields?.[key]?.label ??
      fieldSpec(key).short ??
      fieldSpec(key).label,
    fieldDefinition: (key) => words.fields?.[key]?.definition ?? fieldSpec(key).definition,
    groupLabel: (key) => words.groups?.[key] ?? GROUPS[key],
    termLabel,
    choiceLabel(key, value) {
      const spec = fieldSpec(key);
      if (spec.kind !== "choice") return value;
      const own = words.fields?.[key]?.values?.[value] ?? spec.labels?.[value];
      return own ?? termLabel(spec.vocabulary, value);
    },
    termDefinition: (vocabulary, value) =>
      words.terms?.[vocabulary]?.[value]?.definition ??
      termOf(vocabulary, value)?.definition ??
      null,
    levelMeaning(key, level) {
      const spec = fieldSpec(key);
      if (spec.kind !== "level" || typeof level !== "number") return null;
      return words.fields?.[key]?.levels?.[level] ?? spec.levels[level] ?? null;
    },
    translatedTerm: (key) => words.glossary?.[key] ?? {},
    translatedConstraint: (key) => words.constraints?.[key] ?? {},
  };
}
