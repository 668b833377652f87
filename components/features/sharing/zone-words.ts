import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { ZoneRow } from "@/lib/evidence/row";
import type { Readiness } from "@/lib/readiness/readiness";
import { describeProgress } from "@/lib/text/progress-words";
import { formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";

/** The moment of a picture. */
export interface PictureMoment {
  readonly asOf: Day;
  readonly revision: number;
  readonly latestRevision: number;
}

/** "As of 26 November 2026"; of an older revision with its number. */
export function describePictureMoment(text: Text, moment: PictureMoment): string {
  const { asOf, revision, latestRevision } = moment;
  return text.t("sharing.asOf", {
    day: text.day(asOf, "long"),
    known: revision === latestRevision ? "all" : "part",
    revision: formatRevision(revision),
  });
}

/** A value with a word of caution where its evidence is weak: "Operational (weak evidence)". Unknown says so. */
export function describeValue(text: Text, row: ZoneRow, field: ZoneFieldKey): string {
  const value = getWords(text, row, field);
  return row.weak.includes(field) ? text.t("sharing.weak", { value }) : value;
}

/** A value with how well it is supported: "Notified (1 source)". Unknown has no support. */
export function describeSupported(text: Text, row: ZoneRow, field: ZoneFieldKey): string {
  const support = row.support[field];
  if (support === undefined || row.weak.includes(field)) return describeValue(text, row, field);
  const value = getWords(text, row, field);
  return text.t("sharing.supported", { value, support: text.t(`common.support.${support}`) });
}

/** A value in words; of progress with its dates. */
function getWords(text: Text, { values, progress }: ZoneRow, field: ZoneFieldKey): string {
  return field === "status"
    ? describeProgress(text, values.status, progress)
    : text.value(field, values[field]);
}

/** A readiness as its range: "31–86"; unknown where no indicator applies. */
export function describeRange(text: Text, readiness: Readiness | null): string {
  return readiness === null
    ? text.t("common.notApplicableBare")
    : text.range(readiness.low, readiness.high);
}
