import { type ReactNode, useId } from "react";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { fieldClass } from "@/components/ui/field-class";
import { Labelled, TextField } from "@/components/ui/text-field";
import type { FieldKey } from "@/lib/catalogue/fields";
import { isMoneyField, MAX_NOTE_LENGTH } from "@/lib/evidence/check-claim";
import { countWords, MAX_QUOTED_WORDS } from "@/lib/evidence/check-text";
import type { GateRequirement } from "@/lib/evidence/gates";
import { CONFIDENCES, ORIGINS, type Origin, type Source } from "@/lib/evidence/ledger-records";
import type { Resolution } from "@/lib/evidence/resolve";
import { useText } from "@/lib/text/use-text";
import type { Faults } from "./check-draft";
import { DateField } from "./date-field";
import type { DraftItem } from "./draft";
import { FieldInput } from "./field-input";
import { GateChecklist } from "./gate-checklist";
import { ValueReading } from "./value-reading";

/** Languages of the sources, BCP 47: the most frequent first. */
const QUOTED_LANGUAGES = ["en", "ur", "zh", "sd", "ps", "pa", "bal", "ar", "ja", "ko", "ru"];

interface ItemEditorProps {
  /** Id of the element. */
  id: string;
  item: DraftItem;
  /** The firm, and the zone where it is not that of the whole form; empty: neither. */
  subject: string;
  shown: Resolution;
  sources: ReadonlyMap<string, Source>;
  /** The date of the whole draft, used where the claim has none of its own. */
  draftDate: string;
  /** Who makes the reports of the whole draft. */
  draftOrigin: Origin;
  gate: readonly GateRequirement[];
  faults: Faults;
  onChange: (part: Partial<DraftItem>) => void;
  /** The focus came into it. */
  onFocus: () => void;
  onRemove: () => void;
  /** Shown above the fields, such as a conflict. */
  children?: ReactNode;
}

/** One claim: its value, date, place in the source, note and confidence, and what its step requires. */
export function ItemEditor({
  id: part,
  item,
  subject,
  shown,
  sources,
  draftDate,
  draftOrigin,
  gate,
  faults,
  onChange,
  onFocus,
  onRemove,
  children,
}: ItemEditorProps) {
  const text = useText();
  const { t, number } = text;
  const field = text.fieldLabel(item.field);
  return (
    <section
      id={part}
      aria-label={subject === "" ? field : t("record.report.label", { field, subject })}
      onFocus={onFocus}
      className="grid gap-3 border-line border-t py-4"
    >
      <header className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h3 className="font-semibold text-15">
            {field}
            {subject === "" ? null : <span className="font-normal text-ink-3"> · {subject}</span>}
          </h3>
          <p className="text-12 text-ink-3">{text.fieldDefinition(item.field)}</p>
          <DisplayedValue field={item.field} shown={shown} sources={sources} />
        </div>
        <Button
          variant="quiet"
          onClick={onRemove}
          aria-label={t("record.report.removeNamed", { field })}
        >
          {t("record.report.remove")}
        </Button>
      </header>
      {children}
      <div className="grid gap-3 sm:grid-cols-3">
        <Labelled
          label={t("record.report.value")}
          className="sm:col-span-2"
          error={faults.value}
          hint={
            <span className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
              <Flag checked={item.notKnown} onChange={(on) => onChange({ notKnown: on })}>
                {t("record.report.notKnown")}
              </Flag>
              <Flag checked={item.decline} onChange={(on) => onChange({ decline: on })}>
                {t("record.report.decline")}
              </Flag>
            </span>
          }
        >
          {({ id, invalid, describedBy }) => (
            <>
              <FieldInput
                field={item.field}
                id={id}
                invalid={invalid}
                describedBy={describedBy}
                disabled={item.notKnown}
                text={item.notKnown ? "" : item.text}
                onChange={(typed) => onChange({ text: typed, gateConfirmed: false })}
              />
              <ValueReading
                item={item}
                refused={faults.value !== undefined}
                onUse={(typed) => onChange({ text: typed, gateConfirmed: false })}
              />
            </>
          )}
        </Labelled>
        <DateField
          label={t("record.report.asOf")}
          hint={t("record.report.dateHint")}
          placeholder={draftDate}
          value={item.asOf}
          onChange={(asOf) => onChange({ asOf })}
          error={faults.asOf}
        />
        <TextField
          label={t("record.report.locator")}
          hint={t("record.report.locatorHint")}
          maxLength={MAX_NOTE_LENGTH}
          value={item.locator}
          onChange={(locator) => onChange({ locator })}
          error={faults.locator}
        />
        <TextField
          className="sm:col-span-2"
          label={t("record.report.quotation")}
          hint={t("record.report.words", {
            count: countWords(item.quotation),
            max: number(MAX_QUOTED_WORDS),
          })}
          rows={2}
          value={item.quotation}
          onChange={(quotation) => onChange({ quotation })}
          error={faults.quotation}
        />
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
              className="sm:col-span-2"
              label={t("record.report.currency")}
              hint={t("record.report.currencyHint")}
              maxLength={3}
              value={item.currency}
              onChange={(currency) => onChange({ currency })}
              error={faults.currency}
            />
          </>
        ) : null}
        <TextField
          className="sm:col-span-2"
          label={t("record.report.note")}
          hint={t("record.report.length", {
            count: number(item.note.length),
            max: number(MAX_NOTE_LENGTH),
          })}
          rows={2}
          value={item.note}
          onChange={(note) => onChange({ note })}
          error={faults.note}
        />
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
      </div>
      <Labelled label={t("record.report.origin")} className="sm:max-w-72">
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
              {t("record.report.sameOrigin", { origin: t(`record.source.origin.${draftOrigin}`) })}
            </option>
            {ORIGINS.map((origin) => (
              <option key={origin} value={origin}>
                {t(`record.source.origin.${origin}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {gate.length > 0 ? (
        <GateChecklist
          item={item}
          requirements={gate}
          invalid={faults.gateConfirmed !== undefined}
          onConfirm={(gateConfirmed) => onChange({ gateConfirmed })}
        />
      ) : null}
    </section>
  );
}

interface FlagProps {
  checked: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}

function Flag({ checked, onChange, children }: FlagProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex min-h-6 items-center gap-2 text-12">
      <Checkbox
        id={id}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}

interface DisplayedValueProps {
  field: FieldKey;
  shown: Resolution;
  sources: ReadonlyMap<string, Source>;
}

/** The value that is displayed now, with its date and publisher. */
function DisplayedValue({ field, shown, sources }: DisplayedValueProps) {
  const text = useText();
  const { value, evidence, mark } = shown;
  const source = evidence ? sources.get(evidence.claim.sourceId) : undefined;
  return (
    <p className="text-12 text-ink-3">
      {text.t.rich("record.report.displayed", {
        value: text.value(field, value),
        shown: (words) => (
          <span className={value === null ? "unknown" : "font-medium text-ink"}>{words}</span>
        ),
      })}{" "}
      <EvidenceLine date={evidence?.date ?? null} mark={mark} />
      {source ? ` · ${source.publisher}` : null}
    </p>
  );
}
