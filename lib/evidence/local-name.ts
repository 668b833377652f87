import { getFieldLanguage, TRANSLATED_NAMES, type ZoneValues } from "../catalogue/fields";

/**
 * A zone with the name that sources give in a language as its name, and the one in Latin letters among its other names;
 * unchanged where no source names it in that language.
 * @param language such as "ur"
 */
export function nameIn<Z extends { readonly values: ZoneValues }>(language: string, zone: Z): Z {
  const field = TRANSLATED_NAMES.find((key) => getFieldLanguage(key) === language);
  const name = field === undefined ? null : zone.values[field];
  if (name === null) return zone;
  const { name: latin, aliases } = zone.values;
  const others = [...(latin === null ? [] : [latin]), ...(aliases ?? [])];
  return { ...zone, values: { ...zone.values, name, aliases: others } };
}
