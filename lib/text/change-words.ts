import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type { ChangeRow } from "@/lib/contract/changes-answer";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { shortZoneName } from "../evidence/short-zone-name";
import { formatPartialDate } from "./format-date";
import { formatValue } from "./format-value";

/** What of a change is put in words. */
export type WordedChange = Pick<
  ChangeRow,
  "kind" | "zone" | "name" | "tenancy" | "firm" | "field" | "before" | "after" | "against"
>;

/** A value in words with its unit; "unknown" for null. */
export function valueInWords(field: FieldKey, value: FieldValue): string {
  if (value === null) return "unknown";
  const spec = fieldSpec(field);
  const words = formatValue(spec, value);
  return spec.kind === "number" && typeof value === "number" && spec.unit !== ""
    ? `${words} ${spec.unit}`
    : words;
}

/** What a change is about: the field, with the firm where it is about one. */
export function subjectInWords({ field, firm }: WordedChange): string {
  const label = field === null ? "The zone" : fieldSpec(field).label;
  return firm === null ? label : `${firm}, ${label.toLowerCase()}`;
}

/** What happened, after its subject: "moved up from Planned to Partial". */
export function happeningInWords(change: WordedChange): string {
  const { kind, field, before, after, against } = change;
  if (field !== null && fieldSpec(field).group === "targets") return promiseInWords(before, after);
  const words = (value: FieldValue) => (field === null ? "" : valueInWords(field, value));
  switch (kind) {
    case "zone-added":
      return "is in the registry";
    case "zone-removed":
      return "is no longer in the registry";
    case "approval-evidenced":
      return "has its approval evidenced by name";
    case "approval-withdrawn":
      return "has its approval no longer evidenced";
    case "moved-up":
      return `moved up from ${words(before)} to ${words(after)}`;
    case "moved-down":
      return `moved down from ${words(before)} to ${words(after)}`;
    case "first-known":
      return `became known: ${words(after)}`;
    case "no-longer-known":
      return `is no longer known; it was ${words(before)}`;
    case "slipped-later":
    case "slipped-earlier":
      return promiseInWords(before, after);
    case "contradicted":
      return `is contradicted: ${words(after)} is shown, ${words(against)} stands against it`;
    case "settled":
      return `is settled: ${words(after)}; ${words(against)} no longer stands against it`;
    case "changed":
      return `changed from ${words(before)} to ${words(after)}`;
    case "went-silent":
      return `went silent at ${words(after)}`;
  }
}

/** What happened to a target, after a label such as "Gas target". */
function promiseInWords(before: FieldValue, after: FieldValue): string {
  const day = (value: FieldValue) => (value === null ? "no day" : formatPartialDate(String(value)));
  return before === null
    ? `set for the first time: ${day(after)}`
    : `moved from ${day(before)} to ${day(after)}`;
}

/** A change as one sentence without its full stop. */
export function changeInWords(change: WordedChange): string {
  const zone = shortZoneName(change.name);
  const happening = happeningInWords(change);
  return change.field === null
    ? `${zone} ${happening}`
    : `${zone}: ${subjectInWords(change)} ${happening}`;
}

/**
 * Path of the place in a zone's ledger that tells of a change, or of the zone's page.
 * @param asOf the day on which the zone is to be shown; null: today
 */
export function changePath(
  { zone, field, tenancy }: Pick<WordedChange, "zone" | "field" | "tenancy">,
  asOf: string | null = null,
): string {
  const page = asOf === null ? `/zones/${zone}` : `/zones/${zone}?asOf=${asOf}`;
  return field === null ? page : `${page}#${getLedgerAnchor(field, tenancy)}`;
}
