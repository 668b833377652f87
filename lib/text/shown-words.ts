import { fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { valueWords } from "./value-words";

/** What a zone shows, in words, by the label of each field: enough to tell what changed. */
export type ShownWords = Readonly<Record<string, string>>;

/** The words of every field of a zone, and of the stage of each of its firms. */
export function shownWords({ fields, tenancies }: ZoneRecord): ShownWords {
  const words: Record<string, string> = {};
  for (const key of ZONE_FIELD_KEYS)
    words[fieldSpec(key).label] = valueWords(key, fields[key].value);
  for (const { tenancy, values } of tenancies) {
    words[`Stage of ${tenancy.firm}`] = valueWords("tenancyStage", values.tenancyStage);
  }
  return words;
}
