import type { Claim, Quotation } from "@/lib/evidence/ledger-records";
import type { FieldEffect, RecordEffect, RecordPart } from "@/lib/evidence/revision-effects";
import type { Text } from "./text";

/** What a revision did to a field: one sentence for each decision, and one for what is displayed. */
export function describeFieldEffect(text: Text, effect: FieldEffect): string[] {
  const { t } = text;
  const { field, firm, before, after, recorded, decisions } = effect;
  const label = text.fieldLabel(field);
  const about = firm === null ? label : t("admin.audit.effect.ofFirm", { firm, field: label });
  const shown = { about, before: text.value(field, before), after: text.value(field, after) };
  const moved = shown.before !== shown.after;
  return [
    ...decisions.map(({ decision, claim }) => {
      const values = {
        about,
        value: describeReport(text, claim),
        kind: decision.kind,
      };
      return decision.reason === null
        ? t("admin.audit.effect.decided", values)
        : t("admin.audit.effect.decidedFor", { ...values, reason: decision.reason });
    }),
    ...(moved
      ? [t("admin.audit.effect.moved", shown)]
      : recorded.map((claim) =>
          t("admin.audit.effect.recorded", { ...shown, value: describeReport(text, claim) }),
        )),
    ...(!moved && recorded.length === 0 ? [t("admin.audit.effect.stays", shown)] : []),
  ];
}

function describeReport(text: Text, { field, value, asOf }: Claim): string {
  const words = text.value(field, value);
  return asOf === null
    ? words
    : text.t("admin.audit.effect.report", { value: words, date: text.partialDate(asOf) });
}

/** What a revision changed in a source, an event, a figure or a firm: "Title: from A to B". */
export function describeRecordEffect(text: Text, { part, before, after }: RecordEffect): string {
  return text.t("admin.audit.effect.moved", {
    about: text.t(`records.part.${part}`),
    before: writePart(text, part, before),
    after: writePart(text, part, after),
  });
}

function writePart({ t, list }: Text, part: RecordPart, value: unknown): string {
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  if (Array.isArray(value) && value.length > 0) return list(value.map(String));
  if (part === "quotation" && value) return (value as Quotation).text;
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : t("admin.audit.effect.none");
}
