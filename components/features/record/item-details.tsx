import { useState } from "react";
import { fieldClass } from "@/components/ui/field-class";
import { Labelled, TextField } from "@/components/ui/text-field";
import { isMoneyField, MAX_NOTE_LENGTH } from "@/lib/evidence/check-claim";
import { CONFIDENCES, ORIGINS, type Origin } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";
import type { Faults } from "./check-draft";
import type { DraftItem } from "./draft";

/** Languages of the sources, BCP 47: the most frequent first. */
const QUOTED_LANGUAGES = ["en", "ur", "zh", "sd", "ps", "pa", "bal", "ar", "ja", "ko", "ru"];

interface ItemDetailsProps {
  item: DraftItem;
  /** Who makes the reports of the whole draft. */
  draftOrigin: Origin;
  faults: Faults;
  onChange: (part: Partial<DraftItem>) => void;
}

/**
 * What a claim mostly has in common with the one before it, folded away with its values in one line: confidence, type
 * of source, language, place in the source, and the sum in another currency. It opens where something is wrong in it.
 */
export function ItemDetails({ item, draftOrigin, faults, onChange }: ItemDetailsProps) {
  const text = useText();
  const { t } = text;
  const [opened, setOpened] = useState(false);
  const isWrong = Boolean(faults.locator ?? faults.money ?? faults.currency);
  return (
    <details
      open={opened || isWrong}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary className="min-h-6 cursor-pointer text-12 text-ink-2">
        {t("record.report.more", {
          confidence: t(`record.report.confidence.${item.confidence}`),
          origin: t(`record.source.origin.${item.origin ?? draftOrigin}`),
          language: text.language(item.quotationLang),
        })}
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        <Labelled
          label={t("record.report.confidence.label")}
          hint={t("record.report.confidence.hint")}
        >
          {({ id, describedBy }) => (
            <select
              id={id}
              aria-describedby={describedBy}
              className={fieldClass()}
              value={item.confidence}
              onChange={(event) => {
                const confidence = CONFIDENCES.find((key) => key === event.currentTarget.value);
                if (confidence) onChange({ confidence });
              }}
            >
              {CONFIDENCES.map((confidence) => (
                <option key={confidence} value={confidence}>
                  {t(`record.report.confidence.${confidence}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t("record.report.origin")}>
          {({ id }) => (
            <select
              id={id}
              className={fieldClass()}
              value={item.origin ?? ""}
              onChange={(event) => {
                const typed = event.currentTarget.value;
                onChange({ origin: ORIGINS.find((key) => key === typed) ?? null });
              }}
            >
              <option value="">
                {t("record.report.sameOrigin", {
                  origin: t(`record.source.origin.${draftOrigin}`),
                })}
              </option>
              {ORIGINS.map((origin) => (
                <option key={origin} value={origin}>
                  {t(`record.source.origin.${origin}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t("record.report.language")}>
          {({ id }) => (
            <select
              id={id}
              className={fieldClass()}
              value={item.quotationLang}
              onChange={(event) => onChange({ quotationLang: event.currentTarget.value })}
            >
              {QUOTED_LANGUAGES.map((code) => (
                <option key={code} value={code}>
                  {text.language(code)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <TextField
          label={t("record.report.locator")}
          hint={t("record.report.locatorHint")}
          maxLength={MAX_NOTE_LENGTH}
          value={item.locator}
          onChange={(locator) => onChange({ locator })}
          error={faults.locator}
        />
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
