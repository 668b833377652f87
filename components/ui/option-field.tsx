"use client";

import { Combobox } from "@base-ui/react/combobox";
import { type ReactNode, useState } from "react";
import { fieldClass } from "./field-class";
import { Labelled } from "./text-field";

/** One of many things that a field can name. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

interface OptionFieldProps {
  label: ReactNode;
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

/** The most options that are drawn at once; more letters find the others. */
const MOST_SHOWN = 100;

/**
 * Chooses one of many by typing a part of its name and picking it. A whole name or id may be typed instead; what is
 * chosen is shown by its name. Words that name nothing stay in the field, with what is wrong once it is left.
 */
export function OptionField(props: OptionFieldProps) {
  const { label, hint, options, value, onChange, words, readOnly = false } = props;
  const [typed, setTyped] = useState("");
  const [isLeft, setLeft] = useState(false);
  const chosen =
    value === "" ? null : (options.find(({ id }) => id === value) ?? { id: value, label: value });
  const pick = (id: string) => {
    setTyped("");
    onChange(id);
  };
  const leave = () => {
    setLeft(true);
    const wanted = typed.trim().toLowerCase();
    if (chosen !== null || wanted === "") return;
    const named = options.find(({ id, label: name }) => [id, name.toLowerCase()].includes(wanted));
    if (named) pick(named.id);
  };
  const isUnknown = isLeft && chosen === null && typed.trim() !== "";
  return (
    <Labelled label={label} hint={hint} error={isUnknown ? words.pickOne : props.error}>
      {({ id, invalid, describedBy }) => (
        <Combobox.Root
          items={options}
          value={chosen}
          isItemEqualToValue={(one: Option, other: Option) => one.id === other.id}
          itemToStringLabel={({ label: name }: Option) => name}
          inputValue={chosen?.label ?? typed}
          onInputValueChange={(text, { reason }) => {
            // The list itself clears the field when it closes; what was typed stays.
            if (reason !== "input-change") return;
            setTyped(text);
            if (chosen !== null) onChange("");
          }}
          onValueChange={(option: Option | null) => {
            if (option !== null) pick(option.id);
          }}
          limit={MOST_SHOWN}
          autoHighlight
          readOnly={readOnly}
        >
          <Combobox.Input
            id={id}
            className={fieldClass(invalid)}
            autoComplete="off"
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onFocus={() => setLeft(false)}
            onBlur={leave}
          />
          <Combobox.Portal>
            <Combobox.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-40">
              <Combobox.Popup className="max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-64 overflow-y-auto overscroll-contain rounded-pop bg-pop py-1.5 shadow-pop">
                <Combobox.Empty className="text-12 text-ink-3 not-empty:px-3 not-empty:py-1">
                  {words.none}
                </Combobox.Empty>
                <Combobox.List>
                  {(option: Option) => (
                    <Combobox.Item
                      key={option.id}
                      value={option}
                      className="grid min-h-8 cursor-default content-center px-3 py-1 data-highlighted:bg-accent-wash data-highlighted:text-accent pointer-coarse:min-h-11"
                    >
                      {option.label}
                    </Combobox.Item>
                  )}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      )}
    </Labelled>
  );
}
