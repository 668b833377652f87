import { type ReactNode, useState } from "react";
import { DateField } from "@/components/time/date-field";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { guessLanguage } from "@/components/ui/original";
import { TextField } from "@/components/ui/text-field";
import { MAX_NOTE_LENGTH } from "@/lib/evidence/check-claim";
import { countWords, MAX_QUOTED_WORDS } from "@/lib/evidence/check-text";
import type { GateRequirement } from "@/lib/evidence/gates";
import type { Origin } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";
import type { Faults } from "./check-draft";
import type { DraftItem } from "./draft";
import { ItemDetails } from "./item-details";

interface EvidenceFieldsProps {
  /** The source; absent: it is that of another report. */
  source?: ReactNode;
  item: DraftItem;
  /** The date as typed, and where nothing is typed. */
  asOf: string;
  placeholder?: string;
  onAsOf: (asOf: string) => void;
  draftOrigin: Origin;
  /** Absent: the type of source is that of another report. */
  onOrigin?: (origin: Origin) => void;
  requirements: readonly GateRequirement[];
  /** What is wrong or missing: what is said, and all of it. */
  faults: Faults;
  missing: Faults;
  onChange: (part: Partial<DraftItem>) => void;
}

/** The evidence for a value in one line: source, date, the source's words; below it a summary and what is guessed. */
export function EvidenceFields({
  source,
  item,
  asOf,
  placeholder,
  onAsOf,
  draftOrigin,
  onOrigin,
  requirements,
  faults,
  missing,
  onChange,
}: EvidenceFieldsProps) {
  const { t, number } = useText();
  const [hasNote, setHasNote] = useState(false);
  const need = (part: string) => requirements.some((one) => one.part === part);
  const named = (name: string, part: string) => (
    <>
      {name}{" "}
      {need(part) ? (
        <span className="font-normal text-ink-3">{t("record.value.needed")}</span>
      ) : null}
    </>
  );
  const showsNote = hasNote || item.note !== "" || need("note") || missing.note !== undefined;
  return (
    <div className="grid gap-3 border-line border-t pt-3">
      <div className={cx("grid gap-x-4 gap-y-3", source !== undefined && "md:grid-cols-2")}>
        {source}
        <div className="grid content-start gap-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <div data-missing={missing.asOf !== undefined || undefined}>
            <DateField
              label={named(t("record.value.day"), "asOf")}
              hint={t("record.value.dayHint")}
              placeholder={placeholder}
              value={asOf}
              onChange={onAsOf}
              error={faults.asOf}
            />
          </div>
          <div data-missing={missing.quotation !== undefined || undefined}>
            <TextField
              label={named(t("record.value.words"), "quotation")}
              hint={t("record.value.wordsHint", {
                count: countWords(item.quotation),
                max: number(MAX_QUOTED_WORDS),
              })}
              rows={2}
              value={item.quotation}
              onChange={(quotation) =>
                onChange({
                  quotation,
                  ...(item.quotationLang === guessLanguage(item.quotation)
                    ? { quotationLang: guessLanguage(quotation) }
                    : {}),
                })
              }
              error={faults.quotation}
            />
          </div>
        </div>
      </div>
      {showsNote ? (
        <div data-missing={missing.note !== undefined || undefined}>
          <TextField
            label={named(t("record.report.note"), "note")}
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
      ) : null}
      <div
        className="flex flex-wrap items-start gap-x-4"
        data-missing={missing.locator !== undefined || undefined}
      >
        <div className="min-w-0 flex-1 basis-60">
          <ItemDetails
            item={item}
            draftOrigin={draftOrigin}
            onOrigin={onOrigin}
            faults={{ ...missing, ...faults }}
            onChange={onChange}
          />
        </div>
        {showsNote ? null : (
          <Button variant="quiet" onClick={() => setHasNote(true)}>
            {t("record.value.summary")}
          </Button>
        )}
      </div>
    </div>
  );
}
