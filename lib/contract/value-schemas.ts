import { z } from "zod";
import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  type TenancyValues,
  ZONE_FIELD_KEYS,
  type ZoneValues,
} from "../catalogue/fields";
import { type FieldSpec, type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import {
  CONFIDENCES,
  DECISION_KINDS,
  EVENT_KINDS,
  ORIGINS,
  SOURCE_KINDS,
} from "../evidence/ledger-records";

// A schema with an `id` is a component of that name in the OpenAPI document, and a reference wherever it is used.

/** A calendar day in Pakistan. */
export const daySchema = z.iso.date().meta({ id: "Day" });
/** A year, month or day. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ id: "PartialDate" });

/** Longitude and latitude, WGS 84, degrees. */
const placeSchema = z
  .strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
  .meta({ id: "Place" });

/** Where a claim comes from. */
export const originSchema = z.enum(ORIGINS).meta({ id: "Origin" });
/** How far a claim can be trusted. */
export const confidenceSchema = z.enum(CONFIDENCES).meta({ id: "Confidence" });
/** What an editor decided on a claim. */
export const decisionKindSchema = z.enum(DECISION_KINDS).meta({ id: "DecisionKind" });
/** Who publishes a source. */
export const sourceKindSchema = z.enum(SOURCE_KINDS).meta({ id: "SourceKind" });
/** What happened in an event. */
export const eventKindSchema = z.enum(EVENT_KINDS).meta({ id: "EventKind" });

const HIGHEST_LEVEL = 4;

/** Some text, which is not empty. */
export const textSchema = z.string().min(1);

/** A value of any field. Null is unknown. */
export const fieldValueSchema: z.ZodType<FieldValue> = z
  .union([textSchema, z.number(), z.boolean(), z.array(textSchema), placeSchema, z.null()])
  .meta({ id: "FieldValue" });

/** The name of the component with the known values of a field: fields with the same values share it. */
export function getValueName(spec: FieldSpec): string {
  switch (spec.kind) {
    case "text":
      return "Text";
    case "list":
      return "TextList";
    case "choice":
      return capitalise(spec.vocabulary);
    case "date":
      return "PartialDate";
    case "number": {
      const { integer, min, max, notApplicable } = spec;
      const bounds = `${min === 0 ? "" : `From${min}`}${max === null ? "" : `To${max}`}`;
      return `${integer ? "WholeNumber" : "Number"}${bounds}${notApplicable ? "OrNotApplicable" : ""}`;
    }
    default:
      return capitalise(spec.kind);
  }
}

/** With a capital letter at the beginning. */
export const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Makes the value of a name when it is first asked for. */
export function createOnce<T>(): (name: string, create: () => T) => T {
  const made = new Map<string, T>();
  return (name, create) => {
    const value = made.get(name) ?? create();
    made.set(name, value);
    return value;
  };
}

const knownSchemas = createOnce<z.ZodType>();

/** The known values of a field, from its catalogue entry. Text and flags say no more than their type, so they have no name. */
function buildKnownSchema(spec: FieldSpec): z.ZodType {
  const id = getValueName(spec);
  switch (spec.kind) {
    case "text":
      return textSchema;
    case "list":
      return z.array(textSchema).meta({ id });
    case "choice":
      return z.enum(listTerms(spec.vocabulary).map(({ value }) => value)).meta({ id });
    case "flag":
      return z.boolean();
    case "date":
      return partialDateSchema;
    case "place":
      return placeSchema;
    case "level":
      return z.int().min(0).max(HIGHEST_LEVEL).meta({ id });
    case "country":
      return z
        .string()
        .regex(/^[A-Z]{2}$/)
        .meta({ id });
    case "number": {
      const number = (spec.integer ? z.int() : z.number()).min(spec.min);
      const bounded = spec.max === null ? number : number.max(spec.max);
      const known = spec.notApplicable ? z.union([bounded, z.literal(NOT_APPLICABLE)]) : bounded;
      return known.meta({ id });
    }
  }
}

/** The values of a field; null is unknown. */
export function getValueSchema(key: FieldKey): z.ZodType {
  const spec = fieldSpec(key);
  return knownSchemas(getValueName(spec), () => buildKnownSchema(spec)).nullable();
}

/** Schemas by field, whose values have the types of the catalogue. */
type ValueSchemas<Values> = { readonly [K in keyof Values]: z.ZodType<Values[K]> };

function buildSchemas<Values>(keys: readonly (keyof Values & FieldKey)[]): ValueSchemas<Values> {
  return Object.fromEntries(
    keys.map((key) => [key, getValueSchema(key).describe(fieldSpec(key).definition)]),
  ) as unknown as ValueSchemas<Values>;
}

/** The values of every zone field; null is unknown. */
export const ZONE_VALUE_SCHEMAS = buildSchemas<ZoneValues>(ZONE_FIELD_KEYS);
/** The values of every tenancy field; null is unknown. */
export const TENANCY_VALUE_SCHEMAS = buildSchemas<TenancyValues>(TENANCY_FIELD_KEYS);
