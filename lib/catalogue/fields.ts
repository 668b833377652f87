import type { BlockKey } from "./groups";
import type { FieldSpec, ValueOf } from "./kinds";
import { TENANCY_FIELDS } from "./tenancy-fields";
import { renewTerm } from "./vocabularies";
import { ZONE_FIELDS } from "./zone-fields";

/** Key of a zone's field. */
export type ZoneFieldKey = keyof typeof ZONE_FIELDS;
/** Key of a tenancy's field. */
export type TenancyFieldKey = keyof typeof TENANCY_FIELDS;
/** Key of any field. */
export type FieldKey = ZoneFieldKey | TenancyFieldKey;

/** The value of every field of a zone. Null is unknown. */
export type ZoneValues = { readonly [K in ZoneFieldKey]: ValueOf<(typeof ZONE_FIELDS)[K]> | null };
/** The value of every field of a tenancy. Null is unknown. */
export type TenancyValues = {
  readonly [K in TenancyFieldKey]: ValueOf<(typeof TENANCY_FIELDS)[K]> | null;
};

/** The fields of a zone, in the order of the catalogue. */
export const ZONE_FIELD_KEYS = Object.keys(ZONE_FIELDS) as readonly ZoneFieldKey[];
/** The fields of a tenancy, in the order of the catalogue. */
export const TENANCY_FIELD_KEYS = Object.keys(TENANCY_FIELDS) as readonly TenancyFieldKey[];

/** Every field: those of a zone, then those of a tenancy. */
export const FIELD_KEYS: readonly FieldKey[] = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS];

const ALL_FIELDS: Readonly<Record<FieldKey, FieldSpec>> = { ...ZONE_FIELDS, ...TENANCY_FIELDS };

/** The catalogue entry of a field. */
export function fieldSpec(key: FieldKey): FieldSpec {
  return ALL_FIELDS[key];
}

/** The fields with a zone's name in another language. */
export const TRANSLATED_NAMES = ["nameUr", "nameZh"] as const satisfies readonly ZoneFieldKey[];

/** The language of a field's values, as the catalogue fixes it (BCP 47); undefined: as recorded. */
export function getFieldLanguage(key: FieldKey): string | undefined {
  const spec = fieldSpec(key);
  return spec.kind === "text" ? spec.lang : undefined;
}

/** Whether a word is the key of a zone's field. */
export function isZoneField(key: string): key is ZoneFieldKey {
  return Object.hasOwn(ZONE_FIELDS, key);
}

/** Whether a word is the key of a tenancy's field. */
export function isTenancyField(key: string): key is TenancyFieldKey {
  return Object.hasOwn(TENANCY_FIELDS, key);
}

/**
 * A value of a field with the word that the field's vocabulary has for it now. Claims that were recorded, sent or typed and
 * addresses that were made earlier can have a former word.
 */
export function renewValue<T>(field: string, value: T): T | string {
  if (typeof value !== "string" || !(isZoneField(field) || isTenancyField(field))) return value;
  const spec = fieldSpec(field);
  return spec.kind === "choice" ? renewTerm(spec.vocabulary, value) : value;
}

/** The readiness indicators of each block, in the order of the catalogue. */
export const BLOCK_INDICATORS: Readonly<Record<BlockKey, readonly ZoneFieldKey[]>> =
  blockIndicators();

function blockIndicators(): Record<BlockKey, readonly ZoneFieldKey[]> {
  const of = (block: BlockKey) => ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).group === block);
  return {
    legal: of("legal"),
    utilities: of("utilities"),
    access: of("access"),
    services: of("services"),
    investors: of("investors"),
    resilience: of("resilience"),
  };
}
