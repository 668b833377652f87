import { cx } from "@/components/ui/cx";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { Resolution } from "@/lib/evidence/resolve";
import { getClaimDate } from "@/lib/evidence/zone-view";
import { valueWords } from "@/lib/text/value-words";
import type { Day } from "@/lib/time/day";
import { EvidenceLine } from "./evidence-line";
import { EvidenceLink } from "./evidence-link";

/** Props of a field's value. */
export interface FieldValueViewProps {
  field: FieldKey;
  tenancyId?: string | null;
  resolution: Resolution;
  /** Words in place of "Unknown", where they say it better. */
  unknown?: string;
  className?: string;
}

/** A field's value in words, which answers "says who?"; unknown says so in italics and can be asked too. */
export function FieldValueView({
  field,
  tenancyId,
  resolution,
  unknown = "Unknown",
  className,
}: FieldValueViewProps) {
  const { value } = resolution;
  return (
    <EvidenceLink
      field={field}
      tenancyId={tenancyId}
      className={cx(value === null && "unknown", className)}
    >
      {value === null ? unknown : valueWords(field, value)}
    </EvidenceLink>
  );
}

/** Props of the line under a value. */
export interface ValueDateProps {
  resolution: Resolution;
  /** The day looked at. */
  asOf: Day;
  /** Leaves the age out, where the column is narrow. */
  short?: boolean;
  className?: string;
}

/** The date, age and mark under a value; for an unknown one, whether any claim was found. */
export function ValueDate({ resolution, asOf, short = false, className }: ValueDateProps) {
  const { evidence, rivals, mark } = resolution;
  if (evidence === null) {
    return (
      <span className={cx("meta", className)}>
        {rivals.length === 0 ? "no claim found" : "no claim counts"}
      </span>
    );
  }
  const { date, ageDays, fresh } = getClaimDate(evidence, asOf);
  return (
    <EvidenceLine
      date={date}
      ageDays={short ? null : ageDays}
      fresh={fresh}
      mark={mark}
      className={className}
    />
  );
}
