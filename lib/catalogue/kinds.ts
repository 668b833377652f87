import type { GroupKey } from "./groups";
import type { VocabularyKey, VocabularyValue } from "./vocabularies";

/** A point in WGS 84, degrees. */
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** How a value changes over time, which decides when an older claim contradicts it (docs/domain.md, section 1). */
export type Behaviour = "ordered" | "grows" | "fixed" | "changes";

/** How a filter on the field compares values. */
export type FilterKind = "any-of" | "flag" | "range" | "period";

/**
 * What a fact is about: `identity`, what a zone or firm is; `state`, how far it is; `promise`, what is planned or announced;
 * `dependence`, what it gets from partners abroad.
 */
export const SUBJECTS_OF_FACTS = ["identity", "state", "promise", "dependence"] as const;

interface Declared {
  /** Name on pages and in the data dictionary. */
  readonly label: string;
  /** Shorter name for the head of a column. Without one, the label is used. */
  readonly short?: string;
  readonly definition: string;
  readonly group: GroupKey;
  readonly about: (typeof SUBJECTS_OF_FACTS)[number];
  readonly behaviour: Behaviour;
  /** How the field can be filtered. Null: it cannot (text search finds names). */
  readonly filter: FilterKind | null;
  /** Whether the table shows it before the reader chooses columns. */
  readonly shown: boolean;
  /** Whether it is a column of the files. */
  readonly exported: boolean;
  /** The least role that may record it. */
  readonly editedBy: "analyst" | "admin";
  /** What a new claim needs: a source, or also the evidence that its step requires. */
  readonly evidence: "source" | "gate";
  /** Days after which a value is out of date. Null: never. */
  readonly freshFor: number | null;
}

/** Free text. */
interface TextField extends Declared {
  readonly kind: "text";
  /** Language of its values (BCP 47). Absent: as recorded, mostly English. */
  readonly lang?: string;
}
/** An unordered list of words. */
interface ListField extends Declared {
  readonly kind: "list";
  /** The form of every item, where it has one: `involvement` is a kind and a country, such as `technology:CN`. */
  readonly items?: "involvement";
}
/** A value of a closed vocabulary. */
export interface ChoiceField extends Declared {
  readonly kind: "choice";
  readonly vocabulary: VocabularyKey;
  /** Labels that fit this field better than those of the vocabulary, by value. */
  readonly labels?: Readonly<Record<string, string>>;
}
/** Yes or no. */
interface FlagField extends Declared {
  readonly kind: "flag";
}
/** A number with a unit. If `notApplicable`, the value can also be the word `not-applicable`. */
export interface NumberField extends Declared {
  readonly kind: "number";
  readonly unit: string;
  readonly min: number;
  /** The greatest that there can be; null: there is no such number. */
  readonly max: number | null;
  /** The greatest that is plausible, `max` where there is one: a claim above it is refused. */
  readonly limit: number;
  readonly integer: boolean;
  readonly notApplicable: boolean;
}
/** A date known to the year, the month or the day, from 2012 (the year of the SEZ Act) to 2099. */
export interface DateField extends Declared {
  readonly kind: "date";
}
/** A place on the map, within the territory that the tracker covers. */
interface PlaceField extends Declared {
  readonly kind: "place";
}
/** A level from 0 to 4, each with its definition. */
export interface LevelField extends Declared {
  readonly kind: "level";
  readonly levels: readonly [string, string, string, string, string];
}
/** A country, as its ISO 3166 alpha-2 code. */
interface CountryField extends Declared {
  readonly kind: "country";
}

/** An entry of the field catalogue. Form, column, filter, file, API and data dictionary are made from it. */
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

/** The value of a number or an indicator that the zone does not need. */
export const NOT_APPLICABLE = "not-applicable";

/** What a column of statuses in a file says about the numbers beside it. */
export const VALUE_STATUSES = ["known", "unknown", NOT_APPLICABLE] as const;

/** The name of the column of statuses beside the numbers of a column. */
export const statusKey = (key: string) => `${key}ValueStatus`;

/** The values of a field with this entry, without null (unknown). */
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

/** A value of any field. Null is unknown. */
export type FieldValue = string | number | boolean | readonly string[] | Place | null;
