import type { GroupKey } from "./groups";
import type { VocabularyKey, VocabularyValue } from "./vocabularies";

/** A point in WGS 84, degrees. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** How a value behaves in time, which decides when an older claim contradicts it (domain.md, section 1). */
export type Behaviour = "ordered" | "grows" | "fixed" | "changes";

/** How a filter on the field compares. Stated here, never guessed from a value's shape. */
export type FilterKind = "any-of" | "flag" | "range" | "period";

interface Declared {
  /** Name on pages and in the dictionary. */
  readonly label: string;
  /** Shorter name for a table's head; the label where absent. */
  readonly short?: string;
  readonly definition: string;
  readonly group: GroupKey;
  readonly behaviour: Behaviour;
  /** How the field may be filtered; null: it cannot (names are found by text search). */
  readonly filter: FilterKind | null;
  /** Is it a column of the table before the reader chooses? */
  readonly shown: boolean;
  /** Is it a column of the files? */
  readonly exported: boolean;
  /** Least role that may record it. */
  readonly editedBy: "analyst" | "admin";
  /** What a new claim must bring: a source, or the evidence gate of its ladder. */
  readonly evidence: "source" | "gate";
  /** Days after which a value counts as stale; null: never. */
  readonly freshFor: number | null;
}

/** Free text. */
export interface TextField extends Declared {
  readonly kind: "text";
}
/** Unordered list of plain words. */
export interface ListField extends Declared {
  readonly kind: "list";
}
/** One of a closed vocabulary. */
export interface ChoiceField extends Declared {
  readonly kind: "choice";
  readonly vocabulary: VocabularyKey;
}
/** Yes or no. */
export interface FlagField extends Declared {
  readonly kind: "flag";
}
/** A number in a unit; with `notApplicable` the word `not-applicable` may stand in its place. */
export interface NumberField extends Declared {
  readonly kind: "number";
  readonly unit: string;
  readonly min: number;
  readonly max: number | null;
  readonly integer: boolean;
  readonly notApplicable: boolean;
}
/** A partial date: year, month or day. */
export interface DateField extends Declared {
  readonly kind: "date";
}
/** A point. */
export interface PlaceField extends Declared {
  readonly kind: "place";
}
/** A level from 0 to 4, each with its definition. */
export interface LevelField extends Declared {
  readonly kind: "level";
  readonly levels: readonly [string, string, string, string, string];
}
/** A country by its ISO 3166 alpha-2 code. */
export interface CountryField extends Declared {
  readonly kind: "country";
}

/** One entry of the field catalogue: a plain object from which form, column, filter, file, API and dictionary are made. */
export type FieldSpec =
  | TextField
  | ListField
  | ChoiceField
  | FlagField
  | NumberField
  | DateField
  | PlaceField
  | LevelField
  | CountryField;

/** The word that stands for a number or an indicator which the zone has no need of. */
export const NOT_APPLICABLE = "not-applicable";

/** The values that a field of this entry can take, unknown (null) aside. */
export type ValueOf<S extends FieldSpec> = S extends { readonly kind: "text" | "date" | "country" }
  ? string
  : S extends { readonly kind: "list" }
    ? readonly string[]
    : S extends { readonly kind: "flag" }
      ? boolean
      : S extends { readonly kind: "place" }
        ? Place
        : S extends { readonly kind: "level" }
          ? number
          : S extends {
                readonly kind: "choice";
                readonly vocabulary: infer V extends VocabularyKey;
              }
            ? VocabularyValue<V>
            : S extends { readonly kind: "number"; readonly notApplicable: true }
              ? number | typeof NOT_APPLICABLE
              : number;

/** Any value that any field can take; null is unknown. */
export type FieldValue = string | number | boolean | readonly string[] | Place | null;
