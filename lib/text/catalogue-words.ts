import type { FieldKey } from "@/lib/catalogue/fields";
import type { GroupKey } from "@/lib/catalogue/groups";
import type { GlossaryKey } from "@/lib/catalogue/terms";
import type { VocabularyKey } from "@/lib/catalogue/vocabularies";

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

/**
 * The words of the catalogue in another language, `messages/<locale>/catalogue.json`. Plain text, no
 * ICU. English has no such file: the catalogue itself holds its words.
 */
export interface CatalogueWords {
  readonly fields?: { readonly [K in FieldKey]?: FieldWords };
  readonly groups?: { readonly [K in GroupKey]?: string };
  readonly terms?: { readonly [K in VocabularyKey]?: Readonly<Record<string, TermWords>> };
  readonly glossary?: { readonly [K in GlossaryKey]?: TermWords };
}
