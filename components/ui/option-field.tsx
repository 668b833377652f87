"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { cx } from "./cx";
import { fieldClass } from "./field-class";
import { Labelled } from "./text-field";

/** One of many things that a field can name. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

interface OptionFieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  options: readonly Option[];
  /** The id of the chosen one; empty: none. */
  value: string;
  onChange: (id: string) => void;
  words: {
    /** Where nothing matches what is typed. */
    readonly none: string;
    /** Where the field is left with words that name nothing. */
    readonly pickOne: string;
  };
  readOnly?: boolean;
}

/** The only option with a name before what stands in brackets; undefined: there are none or several. */
function findOnly(options: readonly Option[], name: string): Option | undefined {
  const [only, ...others] = options.filter(({ label }) =>
    label.toLowerCase().startsWith(`${name} (`),
  );
  return others.length === 0 ? only : undefined;
}

/** The most options that are drawn at once; more letters find the others. */
const MOST_SHOWN = 100;

const POPUP = "absolute inset-x-0 top-full z-40 mt-1 rounded-pop bg-pop py-1.5 shadow-pop";

/**
 * Chooses one of many by typing a part of its name and picking it, after the ARIA Authoring Practices: the focus stays in
 * the field, arrows move the active option, Enter picks it, Escape closes the list. A whole name or id may be typed
 * instead; what is chosen is shown by its name. Words that name nothing stay in the field, with what is wrong once it is
 * left. Written here, since the list of Base UI hides the label and the rest of the page from screen readers while it is
 * open.
 */
export function OptionField(props: OptionFieldProps) {
  const { label, hint, options, value, onChange, words, readOnly = false } = props;
  const list = useId();
  const [typed, setTyped] = useState("");
  const [isLeft, setLeft] = useState(false);
  /** Place of the active option; null: the list is closed. */
  const [active, setActive] = useState<number | null>(null);
  const chosen =
    value === "" ? null : (options.find(({ id }) => id === value) ?? { id: value, label: value });
  const wanted = typed.trim().toLowerCase();
  const shown = options
    .filter(({ label: name }) => chosen !== null || name.toLowerCase().includes(wanted))
    .slice(0, MOST_SHOWN);
  const current = active === null ? undefined : shown[active];
  const optionId = (place: number) => `${list}-${place}`;

  useEffect(() => {
    if (active === null) return;
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [list, active]);

  const pick = (id: string) => {
    setTyped("");
    setActive(null);
    onChange(id);
  };
  const type = (text: string) => {
    setTyped(text);
    setActive(text.trim() === "" ? null : 0);
    if (chosen !== null) onChange("");
  };
  const leave = () => {
    setActive(null);
    setLeft(true);
    if (chosen !== null || wanted === "") return;
    const named =
      options.find(({ id, label: name }) => [id, name.toLowerCase()].includes(wanted)) ??
      findOnly(options, wanted);
    if (named) pick(named.id);
  };
  const press = (event: KeyboardEvent) => {
    // The keys of an input method choose its letters.
    if (event.nativeEvent.isComposing || readOnly) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Down into a closed list is the first, up the last.
      const from = active ?? (step === 1 ? -1 : 0);
      setActive(shown.length === 0 ? null : (from + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && current) pick(current.id);
    else if (event.key === "Escape" && active !== null) setActive(null);
    else return;
    event.preventDefault();
  };

  const isUnknown = isLeft && chosen === null && wanted !== "";
  return (
    <Labelled label={label} hint={hint} error={isUnknown ? words.pickOne : props.error}>
      {({ id, invalid, describedBy }) => (
        <div className="relative">
          <input
            id={id}
            role="combobox"
            className={fieldClass(invalid)}
            autoComplete="off"
            readOnly={readOnly}
            value={chosen?.label ?? typed}
            aria-autocomplete="list"
            aria-expanded={current !== undefined}
            aria-controls={current && list}
            aria-activedescendant={current && active !== null ? optionId(active) : undefined}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={press}
            onFocus={() => setLeft(false)}
            onBlur={leave}
          />
          {active === null ? null : current ? (
            <div
              id={list}
              role="listbox"
              tabIndex={-1}
              aria-label={label}
              className={cx(POPUP, "max-h-64 overflow-y-auto overscroll-contain")}
              // Pressing an option leaves the focus in the field.
              onMouseDown={(event) => event.preventDefault()}
            >
              {shown.map((option, place) => (
                <button
                  key={option.id}
                  id={optionId(place)}
                  type="button"
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === active}
                  className={cx(
                    "block min-h-8 w-full px-3 py-1 text-start hover:bg-paper-2 pointer-coarse:min-h-11",
                    place === active && "bg-accent-wash text-accent",
                  )}
                  onClick={() => pick(option.id)}
                >
                  {option.label}
                </button>
              ))}
            </div>
          ) : (
            <p role="status" className={cx(POPUP, "px-3 text-12 text-ink-3")}>
              {words.none}
            </p>
          )}
        </div>
      )}
    </Labelled>
  );
}
