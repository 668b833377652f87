import type { FieldKey } from "@/lib/catalogue/fields";
import type { Resolution } from "@/lib/evidence/resolve";
import type { Support } from "@/lib/evidence/support-levels";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";
import { getDateLine, getRecordedLanguage } from "./field-value";

/** A fact in words, with what stands under it, for lists of facts that go to the browser as data. What is not known is left out. */
export interface Fact {
  readonly field: FieldKey;
  /** Of a firm's fact. */
  readonly tenancy?: string | undefined;
  /** Name of the field. */
  readonly label: string;
  /** The value; absent: unknown. */
  readonly words?: string;
  /** The language of words that are those of the record. */
  readonly lang?: string;
  /** As in `DateLine`. */
  readonly since?: string;
  readonly date?: string;
  readonly ageDays?: number;
  readonly isTimeless?: 1;
  readonly isFresh?: 1;
  readonly mark?: "contested" | "settled";
  readonly support?: Support;
  readonly isWeak?: 1;
  readonly unused?: number;
}

interface FactInput {
  field: FieldKey;
  tenancy?: string;
  resolution: Resolution;
  /** The day looked at. */
  asOf: Day;
  /** The last revision that is taken as known. */
  revision: number;
  /** Leaves the age out, where the column is narrow. */
  short?: boolean;
}

/** A fact in words. */
export function toFact(text: Text, { field, tenancy, resolution, ...moment }: FactInput): Fact {
  const { value } = resolution;
  const lang = getRecordedLanguage(text, field, value);
  const { fresh, support, timeless, ...line } = getDateLine({ resolution, ...moment });
  return {
    field,
    ...(tenancy === undefined ? {} : { tenancy }),
    label: text.fieldLabel(field),
    ...(value === null ? {} : { words: text.value(field, value) }),
    ...(lang === null ? {} : { lang }),
    ...line,
    ...(timeless ? { isTimeless: 1 } : {}),
    ...(fresh ? { isFresh: 1 } : {}),
    ...(support ? { support: support.support } : {}),
    ...(support?.weak ? { isWeak: 1 } : {}),
  };
}
