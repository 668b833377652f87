import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { Text } from "./text";

/** Displayed values in words by the label of their field, to find what changed. */
export type ShownWords = Readonly<Record<string, string>>;

/** The value of every field of a zone and the stage of each of its firms, in words. */
export function listShownWords(text: Text, { fields, tenancies }: ZoneRecord): ShownWords {
  return Object.fromEntries([
    ...ZONE_FIELD_KEYS.map((key) => [text.fieldLabel(key), text.value(key, fields[key].value)]),
    ...tenancies.map(({ tenancy: { firm }, values }) => [
      text.t("zones.firms.stageOf", { firm }),
      text.value("tenancyStage", values.tenancyStage),
    ]),
  ]);
}
