import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  ZONE_FIELD_KEYS,
} from "@/lib/catalogue/fields";
import { GROUPS } from "@/lib/catalogue/groups";
import { GLOSSARY, GLOSSARY_KEYS } from "@/lib/catalogue/terms";
import { listTerms, VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import type { CatalogueWords, FieldWords, TermWords } from "./catalogue-words";

/** The English words of the catalogue, in the shape that another language gives its own. */
export function catalogueEnglish(): CatalogueWords {
  const vocabularies = Object.keys(VOCABULARIES) as VocabularyKey[];
  return {
    fields: fromKeys([...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS], fieldWords),
    groups: GROUPS,
    terms: fromKeys(vocabularies, termWords),
    glossary: fromKeys(GLOSSARY_KEYS, (key) => ({
      label: GLOSSARY[key].label,
      definition: GLOSSARY[key].definition,
    })),
  };
}

function fieldWords(key: FieldKey): FieldWords {
  const spec = fieldSpec(key);
  const { label, short, definition } = spec;
  return {
    label,
    definition,
    ...(short === undefined ? {} : { short }),
    ...(spec.kind === "level" ? { levels: spec.levels } : {}),
    ...(spec.kind === "choice" && spec.labels ? { values: spec.labels } : {}),
  };
}

function termWords(vocabulary: VocabularyKey): Record<string, TermWords> {
  return Object.fromEntries(
    listTerms(vocabulary).map(({ value, label, definition }) => [value, { label, definition }]),
  );
}

function fromKeys<K extends string, V>(keys: readonly K[], make: (key: K) => V): { [P in K]?: V } {
  const all: { [P in K]?: V } = {};
  for (const key of keys) all[key] = make(key);
  return all;
}
