import { useId, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { TextField } from "@/components/ui/text-field";
import { isMoneyField, MAX_NOTE_LENGTH } from "@/lib/evidence/check-claim";
import { CONFIDENCES, ORIGINS, type Origin } from "@/lib/evidence/ledger-records";
import { QUOTED_LANGUAGES } from "@/lib/records/record-kinds";
import { useText } from "@/lib/text/use-text";
import type { Faults } from "./check-draft";
import type { DraftItem } from "./draft";

interface ItemDetailsProps {
  item: DraftItem;
  /** Who makes the reports of the whole draft. */
  draftOrigin: Origin;
  /** Changes that; absent: it is changed elsewhere, and the report can differ from it. */
  onOrigin?: ((origin: Origin) => void) | undefined;
  faults: Faults;
  onChange: (part: Partial<DraftItem>) => void;
}

/**
 * What a claim mostly has in common with the one before it, folded away with its values in one line: confidence, type
 * of source, language, place in the source, whether the value fell, and the sum in another currency. It opens where something is wrong in it.
 */
export function ItemDetails({ item, draftOrigin, onOrigin, faults, onChange }: ItemDetailsProps) {
  const text = useText();
  const { t } = text;
  const decline = useId();
  const [opened, setOpened] = useState(false);
  const isWrong = Boolean(faults.locator ?? faults.money ?? faults.currency);
  return (
    <details
      className="fold"
      open={opened || isWrong}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>
        {t("record.report.more", {
          confidence: t(`record.report.confidence.${item.confidence}`),
          origin: t(`record.source.origin.${item.origin ?? draftOrigin}`),
          language: text.language(item.quotationLang),
        })}
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        <ChoiceField
          label={t("record.report.confidence.label")}
          hint={t("record.report.confidence.hint")}
          values={CONFIDENCES}
          labelOf={(confidence) => t(`record.report.confidence.${confidence}`)}
          value={item.confidence}
          onChange={(confidence) => onChange({ confidence })}
        />
        <ChoiceField
          label={t("record.report.origin")}
          values={onOrigin ? ORIGINS : ["", ...ORIGINS]}
          labelOf={(origin) =>
            origin === ""
              ? t("record.report.sameOrigin", {
                  origin: t(`record.source.origin.${draftOrigin}`),
                })
              : t(`record.source.origin.${origin}`)
          }
          value={item.origin ?? (onOrigin ? draftOrigin : "")}
          onChange={(origin) => {
            if (onOrigin && origin !== "") onOrigin(origin);
            else onChange({ origin: origin === "" ? null : origin });
          }}
        />
        <ChoiceField
          label={t("record.report.language")}
          values={QUOTED_LANGUAGES}
          labelOf={(code) => text.language(code)}
          value={item.quotationLang}
          onChange={(quotationLang) => onChange({ quotationLang })}
        />
        <TextField
          label={t("record.report.locator")}
          hint={t("record.report.locatorHint")}
          maxLength={MAX_NOTE_LENGTH}
          value={item.locator}
          onChange={(locator) => onChange({ locator })}
          error={faults.locator}
        />
        <label htmlFor={decline} className="flex min-h-6 items-center gap-2 text-12">
          <Checkbox
            id={decline}
            checked={item.decline}
            onChange={(event) => onChange({ decline: event.currentTarget.checked })}
          />
          {t("record.report.decline")}
        </label>
        {isMoneyField(item.field) ? (
          <>
            <TextField
              label={t("record.report.amount")}
              hint={t("record.report.amountHint")}
              inputMode="decimal"
              value={item.amount}
              onChange={(amount) => onChange({ amount })}
              error={faults.money}
            />
            <TextField
              label={t("record.report.currency")}
              hint={t("record.report.currencyHint")}
              maxLength={3}
              value={item.currency}
              onChange={(currency) => onChange({ currency })}
              error={faults.currency}
            />
          </>
        ) : null}
      </div>
    </details>
  );
}
