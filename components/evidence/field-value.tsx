import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Original } from "@/components/ui/original";
import { type FieldKey, getFieldLanguage } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { getsOld } from "@/lib/evidence/age";
import type { Resolution } from "@/lib/evidence/resolve";
import { getReportDate } from "@/lib/evidence/zone-view";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { DateLine, type DateLineProps } from "./date-line";
import { EvidenceAnchor } from "./evidence-anchor";

interface EvidenceLinkProps {
  field: FieldKey;
  /** The firm that the value is about; null or absent: the zone itself. */
  tenancyId?: string | null;
  /** The page of the zone at the date and revision; absent: the current page. */
  page?: string;
  /** The value as displayed; a screen reader says it before the name of the field. */
  children: ReactNode;
  className?: string;
}

/** A link from a value to its entry in the ledger, which `EvidencePopover` opens beside the value where scripts run. */
export function EvidenceLink(props: EvidenceLinkProps) {
  const { field, tenancyId = null, page = "", children, className } = props;
  return (
    <EvidenceAnchor
      href={`${page}#${getLedgerAnchor(field, tenancyId)}`}
      label={useText().fieldLabel(field)}
      {...(className ? { className } : {})}
    >
      {children}
    </EvidenceAnchor>
  );
}

interface FieldValueViewProps {
  field: FieldKey;
  tenancyId?: string | null;
  /** The page of the zone at the date and revision; absent: the current page. */
  page?: string;
  resolution: Resolution;
  /** Replaces "Unknown", where other words are clearer. */
  unknown?: string;
  className?: string;
}

/** A field's value, which leads to its evidence; an unknown one is in italics and leads there too. */
export function FieldValueView(props: FieldValueViewProps) {
  const { field, tenancyId, page, resolution, unknown, className } = props;
  const { value } = resolution;
  const text = useText();
  return (
    <EvidenceLink
      field={field}
      tenancyId={tenancyId}
      page={page}
      className={cx(value === null && "unknown", className)}
    >
      {value === null ? (
        (unknown ?? text.t("evidence.unknown"))
      ) : (
        <ValueWords field={field} value={value} />
      )}
    </EvidenceLink>
  );
}

interface ValueWordsProps {
  field: FieldKey;
  value: FieldValue;
}

/** A known value in words. Names and free text are as recorded, and are marked so in another language. */
function ValueWords({ field, value }: ValueWordsProps) {
  const text = useText();
  const words = text.value(field, value);
  const lang = getRecordedLanguage(text, field, value);
  return lang === null ? words : <Original lang={lang}>{words}</Original>;
}

/** The language of a value whose words are those of the record; null: they are written in the language of the page. */
export function getRecordedLanguage(text: Text, field: FieldKey, value: FieldValue): string | null {
  const isRecorded = field === "aliases" || (value !== null && text.value(field, value) === value);
  return isRecorded ? (getFieldLanguage(field) ?? "en") : null;
}

interface ValueDateProps {
  resolution: Resolution;
  /** The day looked at. */
  asOf: Day;
  /** The last revision that is taken as known; absent: the support is not shown. */
  revision?: number;
  /** Leaves the age out, where the column is narrow. */
  short?: boolean;
  className?: string;
}

/** The date, age, support and mark under a value; under an unknown one, whether there is any report. */
export function ValueDate({ className, ...value }: ValueDateProps) {
  return <DateLine {...getDateLine(value)} {...(className ? { className } : {})} />;
}

/** What stands under a value, without what there is none of, as a page repeats it. */
export function getDateLine(value: Omit<ValueDateProps, "className">): DateLineProps {
  const { resolution, asOf, revision, short = false } = value;
  const { evidence, rivals, mark, progress } = resolution;
  const report = getReportDate(resolution, asOf);
  if (evidence === null || report === null) {
    return rivals.length === 0 ? {} : { unused: rivals.length };
  }
  const { date, ageDays, fresh } = report;
  const support = revision === undefined ? null : resolution.support;
  return {
    ...(progress?.since ? { since: progress.since } : {}),
    date,
    ...(getsOld(evidence.claim.field) ? {} : { timeless: true }),
    ...(short || !getsOld(evidence.claim.field) ? {} : { ageDays }),
    ...(fresh ? { fresh } : {}),
    ...(mark ? { mark } : {}),
    ...(support ? { support: { support: support.support, weak: support.weak } } : {}),
  };
}
