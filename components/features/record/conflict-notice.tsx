"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { Claim, Source } from "@/lib/evidence/ledger-records";
import { formatPartialDate } from "@/lib/text/format-date";
import { valueWords } from "@/lib/text/value-words";

/** Props of a conflict. */
export interface ConflictNoticeProps {
  field: FieldKey;
  /** What shows now; null: unknown shows. */
  current: Claim | null;
  /** Your value, in words. */
  yours: string;
  /** Your source, in words. */
  yourSource: string;
  sources: ReadonlyMap<string, Source>;
  /** Keep yours, over what shows now. */
  onKeep: () => void;
  /** Take yours out of the form. */
  onDrop: () => void;
}

/** Somebody recorded something else meanwhile: both values with their sources, and the choice. Nothing typed is lost. */
export function ConflictNotice({
  field,
  current,
  yours,
  yourSource,
  sources,
  onKeep,
  onDrop,
}: ConflictNoticeProps) {
  const source = current ? sources.get(current.sourceId) : undefined;
  return (
    <Notice
      tone="amber"
      live
      action={
        <div className="flex flex-wrap gap-2">
          <Button data-choice onClick={onKeep}>
            Keep mine as well
          </Button>
          <Button variant="quiet" onClick={onDrop}>
            Take mine out
          </Button>
        </div>
      }
    >
      <p className="font-medium">This value has changed since you looked.</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <dt>Shows now</dt>
        <dd>
          <b className={current?.value === null || !current ? "unknown" : "font-semibold"}>
            {valueWords(field, current?.value ?? null)}
          </b>
          {current?.asOf ? `, ${formatPartialDate(current.asOf)}` : ""}
          {source ? ` · ${source.publisher}: ${source.title}` : ""}
          {current?.note ? <span className="block">{current.note}</span> : null}
        </dd>
        <dt>Yours</dt>
        <dd>
          <b className="font-semibold">{yours}</b> · {yourSource}
        </dd>
      </dl>
      <p className="mt-1">
        Kept, yours stands beside it, and the rules decide which of the two shows.
      </p>
    </Notice>
  );
}
