import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckIcon } from "@/components/ui/icons";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { GateRequirement } from "@/lib/evidence/gates";
import { useText } from "@/lib/text/use-text";
import { describeRequirement } from "./check-draft";
import type { DraftItem } from "./draft";

interface GateChecklistProps {
  item: Pick<DraftItem, "field" | "text" | "notKnown" | "gateConfirmed">;
  requirements: readonly GateRequirement[];
  /** Was the form sent without the confirmation? */
  invalid: boolean;
  onConfirm: (confirmed: boolean) => void;
}

/** The requirements of a move on a ladder or of an emptied value, and which of them are missing. */
export function GateChecklist({ item, requirements, invalid, onConfirm }: GateChecklistProps) {
  const text = useText();
  const { t } = text;
  const title = useId();
  const spec = fieldSpec(item.field);
  const meaning =
    spec.kind === "choice" && !item.notKnown
      ? text.termDefinition(spec.vocabulary, item.text)
      : null;
  const missing = requirements.filter(({ met }) => !met).length;
  return (
    <section aria-labelledby={title} className="grid gap-2 border-ink border-l-2 pl-3">
      <h4 id={title} className="font-semibold text-12">
        {t("record.gate.title", {
          step: item.notKnown
            ? text.value(item.field, null)
            : text.choiceLabel(item.field, item.text),
        })}
      </h4>
      {meaning === null ? null : <p className="text-12 text-ink-2">{meaning}</p>}
      <ul className="grid gap-1 text-12">
        {requirements.map((requirement, place) => {
          const { part, met } = requirement;
          const checkbox = `${title}-${place}`;
          const key = "doubt" in requirement ? (requirement.doubt?.kind ?? part) : part;
          const words = describeRequirement(text, requirement);
          return part === "gateConfirmed" ? (
            <li key={key}>
              <label htmlFor={checkbox} className="flex items-start gap-2">
                <Checkbox
                  id={checkbox}
                  className="mt-0.5"
                  aria-invalid={invalid || undefined}
                  checked={item.gateConfirmed}
                  onChange={(event) => onConfirm(event.currentTarget.checked)}
                />
                <span className={invalid ? "text-rust" : undefined}>{words}</span>
              </label>
            </li>
          ) : (
            <li key={key} className="flex items-start gap-2">
              <span className="grid size-3.5 flex-none place-items-center" aria-hidden="true">
                {met ? <CheckIcon /> : "○"}
              </span>
              <span className={met ? "text-ink-2" : "text-rust"}>
                {words}
                <span className="sr-only">
                  {" "}
                  {t(met ? "record.gate.met" : "record.gate.missing")}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      <p role="status" className="text-12 text-ink-3">
        {t("record.gate.status", { missing, total: requirements.length })}
      </p>
    </section>
  );
}
