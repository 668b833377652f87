"use client";

import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { fieldClass } from "@/components/ui/field-class";
import { Labelled, TextField } from "@/components/ui/text-field";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { GateRequirement } from "@/lib/evidence/gates";
import { CONFIDENCES, type Source } from "@/lib/evidence/ledger-records";
import type { Resolution } from "@/lib/evidence/resolve";
import { type DraftItem, dateFault } from "./draft";
import { FieldInput } from "./field-input";
import { GateChecklist } from "./gate-checklist";
import { ShownNow } from "./shown-now";

/** Props of one claim's editor. */
export interface ItemEditorProps {
  /** The part's id in the page. */
  id: string;
  item: DraftItem;
  /** Firm that the claim is on; null for the zone itself. */
  firm: string | null;
  shown: Resolution;
  sources: ReadonlyMap<string, Source>;
  /** The date of the whole draft, which counts where the claim has none of its own. */
  draftDate: string;
  gate: readonly GateRequirement[];
  faults: Readonly<Record<string, string>>;
  onChange: (part: Partial<DraftItem>) => void;
  onRemove: () => void;
  /** Stands above everything else, such as a conflict. */
  children?: ReactNode;
}

/** One claim: its value, date, place in the source, note and confidence, and what its step demands. */
export function ItemEditor({
  id: part,
  item,
  firm,
  shown,
  sources,
  draftDate,
  gate,
  faults,
  onChange,
  onRemove,
  children,
}: ItemEditorProps) {
  const spec = fieldSpec(item.field);
  const notKnown = useId();
  return (
    <section
      id={part}
      aria-label={firm === null ? spec.label : `${spec.label}, ${firm}`}
      className="grid gap-3 border-line border-t py-4"
    >
      <header className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h3 className="font-semibold text-15">
            {spec.label}
            {firm === null ? null : <span className="font-normal text-ink-3"> · {firm}</span>}
          </h3>
          <p className="text-12 text-ink-3">{spec.definition}</p>
          <ShownNow field={item.field} shown={shown} sources={sources} />
        </div>
        <Button variant="quiet" onClick={onRemove} aria-label={`Take ${spec.label} out`}>
          Take out
        </Button>
      </header>
      {children}
      <div className="grid gap-3 sm:grid-cols-3">
        <Labelled
          label="The source says"
          className="sm:col-span-2"
          fault={faults.value}
          hint={
            <label htmlFor={notKnown} className="mt-1 flex items-center gap-2 text-12">
              <Checkbox
                id={notKnown}
                checked={item.notKnown}
                onChange={(event) => onChange({ notKnown: event.currentTarget.checked })}
              />
              It says that this is not known
            </label>
          }
        >
          {({ id, invalid, describedBy }) => (
            <FieldInput
              field={item.field}
              id={id}
              invalid={invalid}
              describedBy={describedBy}
              disabled={item.notKnown}
              text={item.notKnown ? "" : item.text}
              onChange={(text) => onChange({ text, gateConfirmed: false })}
            />
          )}
        </Labelled>
        <TextField
          label="As of"
          hint="2025, 2025-04 or 2025-04-30"
          placeholder={draftDate}
          value={item.asOf}
          onChange={(asOf) => onChange({ asOf })}
          fault={faults.asOf ?? dateFault(item.asOf)}
        />
        <TextField
          label="Where in the source"
          hint="Page, paragraph or table"
          maxLength={4000}
          value={item.locator}
          onChange={(locator) => onChange({ locator })}
          fault={faults.locator}
        />
        <TextField
          className="sm:col-span-2"
          label="What it says, in your words"
          rows={2}
          maxLength={4000}
          value={item.note}
          onChange={(note) => onChange({ note })}
          fault={faults.note}
        />
        <Labelled label="Confidence" hint="How far you trust this claim">
          {({ id, describedBy }) => (
            <select
              id={id}
              aria-describedby={describedBy}
              className={fieldClass()}
              value={item.confidence}
              onChange={(event) => {
                const confidence = CONFIDENCES.find((word) => word === event.currentTarget.value);
                if (confidence) onChange({ confidence });
              }}
            >
              {CONFIDENCES.map((word) => (
                <option key={word} value={word}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      </div>
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
