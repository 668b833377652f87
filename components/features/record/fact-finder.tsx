import { Combobox } from "@base-ui/react/combobox";
import { useId, useMemo, useState } from "react";
import { fieldClass } from "@/components/ui/field-class";
import { type FactSubject, type FoundFact, findFacts } from "@/lib/entry/find-fact";
import { useText } from "@/lib/text/use-text";

interface FactFinderProps {
  subjects: readonly FactSubject[];
  /** Names of zones, by slug. */
  zoneNames: ReadonlyMap<string, string>;
  /** What the last fact was about; null: nothing yet. */
  before: FactSubject | null;
  onAdd: (fact: FoundFact) => void;
}

/** Adds a fact that is found by typing parts of its names, and a value after them: "dhab elec partial". */
export function FactFinder({ subjects, zoneNames, before, onAdd }: FactFinderProps) {
  const text = useText();
  const { t } = text;
  const id = useId();
  const [typed, setTyped] = useState("");
  const found = useMemo(() => findFacts(typed, subjects, before), [typed, subjects, before]);
  const nameOf = ({ subject, field }: FoundFact) =>
    [text.fieldLabel(field), subject.firm, zoneNames.get(subject.zone)].filter(Boolean).join(" · ");
  return (
    <div className="grid gap-1 border-line border-t pt-4">
      <label htmlFor={id} className="font-medium text-12">
        {t("record.find.label")}
      </label>
      <Combobox.Root
        items={found}
        filter={null}
        value={null}
        inputValue={typed}
        onInputValueChange={(next, { event }) => {
          // What matches nothing stays on Enter, so that it can be corrected.
          if (event.type === "input") setTyped(next);
        }}
        itemToStringLabel={nameOf}
        autoHighlight
        onValueChange={(fact: FoundFact | null) => {
          if (fact === null) return;
          setTyped("");
          onAdd(fact);
        }}
      >
        <Combobox.Input
          id={id}
          data-find-fact
          className={fieldClass()}
          placeholder={t("record.find.example")}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          onKeyDown={(event) => {
            // Enter would send the form where nothing is found.
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
        />
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-40">
            <Combobox.Popup className="max-h-[min(22rem,var(--available-height))] w-(--anchor-width) min-w-64 overflow-y-auto overscroll-contain rounded-pop bg-pop py-1.5 shadow-pop">
              <Combobox.Empty className="text-12 text-ink-3 not-empty:px-3 not-empty:py-1">
                {typed.trim() === "" ? t("record.find.start") : t("record.find.none")}
              </Combobox.Empty>
              <Combobox.List>
                {(fact: FoundFact) => (
                  <Combobox.Item
                    key={`${fact.subject.zone} ${fact.subject.tenancy} ${fact.field}`}
                    value={fact}
                    className="grid min-h-8 cursor-default content-center px-3 py-1 data-highlighted:bg-accent-wash data-highlighted:text-accent pointer-coarse:min-h-11"
                  >
                    <span className="font-medium">
                      {text.fieldLabel(fact.field)}
                      {fact.value === null ? null : (
                        <span className="font-normal">
                          {" "}
                          {t("record.find.value", { value: fact.value })}
                        </span>
                      )}
                    </span>
                    <span className="text-12 text-ink-3">
                      {[fact.subject.firm, zoneNames.get(fact.subject.zone)]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <span id={`${id}-hint`} className="text-12 text-ink-3">
        {t("record.find.hint")}
      </span>
    </div>
  );
}
