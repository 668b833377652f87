import { fieldSpec, TENANCY_FIELD_KEYS } from "@/lib/catalogue/fields";
import type { TenancyRecord } from "@/lib/evidence/registry";
import type { ShownWords } from "./shown-words";
import { valueWords } from "./value-words";

/** What the page of a firm shows of it in one zone, by the label of each field: enough to tell what changed. */
export function firmShownWords({ fields }: Pick<TenancyRecord, "fields">): ShownWords {
  return Object.fromEntries(
    TENANCY_FIELD_KEYS.map((key) => [fieldSpec(key).label, valueWords(key, fields[key].value)]),
  );
}
