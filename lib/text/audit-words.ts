import type { Claim } from "@/lib/evidence/ledger-records";
import type { FieldEffect, SourceEffect } from "@/lib/evidence/revision-effects";
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

/** What a revision changed in a source: "Title: from “A” to “B”". */
export function describeSourceEffect({ t }: Text, { part, before, after }: SourceEffect): string {
  const write = (value: SourceEffect["before"]) =>
    value === null
      ? t("admin.audit.effect.none")
      : typeof value === "boolean"
        ? t(value ? "common.yes" : "common.no")
        : value;
  return t("admin.audit.effect.moved", {
    about: t(`admin.audit.effect.part.${part}`),
    before: write(before),
    after: write(after),
  });
}
