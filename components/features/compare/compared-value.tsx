import { ValueDate } from "@/components/evidence/field-value";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { valueWords } from "@/lib/text/value-words";
import type { Day } from "@/lib/time/day";
import { type ComparedZone, evidenceHref } from "./compared-zone";

/** Props of a value in a column. */
export interface ComparedValueProps {
  zone: ComparedZone;
  field: ZoneFieldKey;
  asOf: Day;
}

/** What shows for a field of a zone, which leads to its evidence; under it the date, age and mark. */
export function ComparedValue({ zone, field, asOf }: ComparedValueProps) {
  const resolution = zone.record.fields[field];
  const { value } = resolution;
  return (
    <>
      <a
        href={evidenceHref(zone, field)}
        className={value === null ? "evidence-link unknown" : "evidence-link font-medium"}
      >
        {value === null ? "Unknown" : valueWords(field, value)}
        <span className="sr-only">{`, ${fieldSpec(field).label}, ${zone.name}`}</span>
      </a>
      <ValueDate resolution={resolution} asOf={asOf} className="block" />
    </>
  );
}
