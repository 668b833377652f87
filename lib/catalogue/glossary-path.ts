import type { FieldKey } from "./fields";
import type { GlossaryKey } from "./terms";
import type { VocabularyKey } from "./vocabularies";

const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Anchor of a term on the glossary page: "confirmed-score". */
export function termAnchor(key: GlossaryKey): string {
  return kebab(key);
}

/** Anchor of a field on the glossary page: "field-area-acres". */
export function fieldAnchor(key: FieldKey): string {
  return `field-${kebab(key)}`;
}

/** Anchor of a list of values on the glossary page, or of one of its values: "values-status-operational". */
export function valueAnchor(vocabulary: VocabularyKey, value?: string): string {
  const list = `values-${kebab(vocabulary)}`;
  return value === undefined ? list : `${list}-${value}`;
}

/** Address of an entry of the glossary: "/glossary#confirmed-score". */
export function glossaryPath(anchor: string): string {
  return `/glossary#${anchor}`;
}
