"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckIcon } from "@/components/ui/icons";
import { fieldSpec } from "@/lib/catalogue/fields";
import { listTerms } from "@/lib/catalogue/vocabularies";
import type { GateRequirement } from "@/lib/evidence/gates";
import type { DraftItem } from "./draft";

/** Props of the gate's checklist. */
export interface GateChecklistProps {
  item: DraftItem;
  requirements: readonly GateRequirement[];
  /** Was the form sent without the tick? */
  invalid: boolean;
  onConfirm: (confirmed: boolean) => void;
}

/** What a step up a ladder demands, and what of it is still missing. */
export function GateChecklist({ item, requirements, invalid, onConfirm }: GateChecklistProps) {
  const title = useId();
  const tick = useId();
  const spec = fieldSpec(item.field);
  const step =
    spec.kind === "choice"
      ? listTerms(spec.vocabulary).find(({ value }) => value === item.text)
      : undefined;
  const missing = requirements.filter(({ met }) => !met).length;
  return (
    <section aria-labelledby={title} className="grid gap-2 border-ink border-l-2 pl-3">
      <h4 id={title} className="font-semibold text-12">
        What “{step?.label ?? item.text}” must be evidenced by
      </h4>
      {step ? <p className="text-12 text-ink-2">{step.definition}</p> : null}
      <ul className="grid gap-1 text-12">
        {requirements.map(({ part, met, words }) =>
          part === "gateConfirmed" ? (
            <li key={part}>
              <label htmlFor={tick} className="flex items-start gap-2">
                <Checkbox
                  id={tick}
                  className="mt-0.5"
                  aria-invalid={invalid || undefined}
                  checked={item.gateConfirmed}
                  onChange={(event) => onConfirm(event.currentTarget.checked)}
                />
                <span className={invalid ? "text-rust" : undefined}>
                  The source says what this step asks.
                </span>
              </label>
            </li>
          ) : (
            <li key={part} className="flex items-start gap-2">
              <span className="grid size-3.5 flex-none place-items-center" aria-hidden="true">
                {met ? <CheckIcon /> : "○"}
              </span>
              <span className={met ? "text-ink-2" : "text-rust"}>
                {words}
                <span className="sr-only">{met ? " Given." : " Missing."}</span>
              </span>
            </li>
          ),
        )}
      </ul>
      <p role="status" className="text-12 text-ink-3">
        {missing === 0
          ? "Nothing is missing."
          : `${missing} of ${requirements.length} still missing; until then it cannot be recorded.`}
      </p>
    </section>
  );
}
