import { type ReactNode, useId } from "react";
import type { Faults } from "@/components/entry/check-draft";
import { type DraftItem, readItem } from "@/components/entry/draft";
import { FieldInput } from "@/components/entry/field-input";
import { GateChecklist } from "@/components/entry/gate-checklist";
import { ItemDetails } from "@/components/entry/item-details";
import { PlaceButton } from "@/components/entry/place-button";
import type { Precision } from "@/components/entry/place-picker";
import { ValueReading } from "@/components/entry/value-reading";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { DateField } from "@/components/time/date-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Labelled, TextField } from "@/components/ui/text-field";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { FieldValue, Place } from "@/lib/catalogue/kinds";
import { isUnderstood } from "@/lib/entry/reading";
import { MAX_NOTE_LENGTH } from "@/lib/evidence/check-claim";
import { countWords, MAX_QUOTED_WORDS } from "@/lib/evidence/check-text";
import type { GateRequirement } from "@/lib/evidence/gates";
import type { Origin, Source } from "@/lib/evidence/ledger-records";
import type { Resolution } from "@/lib/evidence/resolve";
import { useText } from "@/lib/text/use-text";

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
  /** How exact the location of the zone is by now; null: unknown. */
  precision: Precision | null;
  /** A place was picked on the map. */
  onPick: (place: Place, precision: Precision) => void;
  /** The focus came into it. */
  onFocus: () => void;
  onRemove: () => void;
  /** Shown above the fields, such as a conflict. */
  children?: ReactNode;
}

/** One claim: its value, date, quotation and note, the rest of it folded away, and what its step requires. */
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
  precision,
  onChange,
  onPick,
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
              {item.field === "location" && !item.notKnown ? (
                <PlaceButton
                  place={readPlace(item) ?? readPlaceValue(shown.value)}
                  precision={precision}
                  onPick={onPick}
                />
              ) : null}
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
        <div className="grid gap-3 sm:col-span-3 sm:grid-cols-2">
          <TextField
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
          <TextField
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
        </div>
      </div>
      <ItemDetails item={item} draftOrigin={draftOrigin} faults={faults} onChange={onChange} />
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

/** The place that is typed; null: none can be read. */
function readPlace(item: DraftItem): Place | null {
  const reading = readItem(item);
  return isUnderstood(reading) ? readPlaceValue(reading.value) : null;
}

function readPlaceValue(value: FieldValue): Place | null {
  return typeof value === "object" && value !== null && "lat" in value ? value : null;
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
