import { z } from "zod";
import {
  fieldSpec,
  TENANCY_FIELD_KEYS,
  type TenancyFieldKey,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
} from "../catalogue/fields";
import { type FieldSpec, NOT_APPLICABLE } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";

/** A calendar day in Pakistan. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A year, month or day. */
export const partialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** Longitude and latitude, WGS 84, degrees. */
const placeSchema = z.strictObject({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
});

const HIGHEST_LEVEL = 4;

/** The known values of a field, from its catalogue entry. */
function buildKnownSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case "text":
      return z.string().min(1);
    case "list":
      return z.array(z.string().min(1));
    case "choice":
      return z.enum(listTerms(spec.vocabulary).map(({ value }) => value));
    case "flag":
      return z.boolean();
    case "date":
      return partialDateSchema;
    case "place":
      return placeSchema;
    case "level":
      return z.int().min(0).max(HIGHEST_LEVEL);
    case "country":
      return z.string().regex(/^[A-Z]{2}$/);
    case "number": {
      const number = (spec.integer ? z.int() : z.number()).min(spec.min);
      const bounded = spec.max === null ? number : number.max(spec.max);
      return spec.notApplicable ? z.union([bounded, z.literal(NOT_APPLICABLE)]) : bounded;
    }
  }
}

function buildSchemas<K extends ZoneFieldKey | TenancyFieldKey>(
  keys: readonly K[],
): Record<K, z.ZodType> {
  const build = (spec: FieldSpec): z.ZodType =>
    buildKnownSchema(spec).nullable().describe(spec.definition);
  return Object.fromEntries(keys.map((key) => [key, build(fieldSpec(key))])) as Record<
    K,
    z.ZodType
  >;
}

/** The values of every zone field; null is unknown. */
export const ZONE_VALUE_SCHEMAS = buildSchemas(ZONE_FIELD_KEYS);
/** The values of every tenancy field; null is unknown. */
export const TENANCY_VALUE_SCHEMAS = buildSchemas(TENANCY_FIELD_KEYS);
