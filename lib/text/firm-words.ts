import { TENANCY_FIELD_KEYS } from "@/lib/catalogue/fields";
import type { TenancyRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { FirmFilterKey } from "@/lib/firms/firm-filter";
import { UNKNOWN } from "@/lib/query/filters";
import type { ShownWords } from "./shown-words";
import type { Text } from "./text";

/** A term of the filters as people read it. `zoneNames`: names of zones by slug. */
export function describeFirmTerm(
  text: Text,
  key: FirmFilterKey,
  term: string,
  zoneNames: ReadonlyMap<string, string> = new Map(),
): string {
  if (term === UNKNOWN) return text.t("firms.filter.unknown");
  switch (key) {
    case "stage":
      return text.termLabel("tenancyStage", term);
    case "sector":
      return term.charAt(0).toUpperCase() + term.slice(1);
    case "strategic":
      return text.t(term === "yes" ? "firms.filter.isStrategic" : "firms.filter.notStrategic");
    case "nationality":
    case "owner":
      return text.country(term);
    case "zone":
      return shortZoneName(zoneNames.get(term) ?? term);
  }
}

/** A country within a sentence: "China", "the United Arab Emirates". */
export function countryInSentence(text: Text, code: string): string {
  return text.t("firms.country", { code, name: text.country(code) });
}

/** The values of a firm in one zone by label, as its page shows them, to tell what changed. */
export function firmShownWords(text: Text, { fields }: Pick<TenancyRecord, "fields">): ShownWords {
  return Object.fromEntries(
    TENANCY_FIELD_KEYS.map((key) => [text.fieldLabel(key), text.value(key, fields[key].value)]),
  );
}
