"use client";

import { useState } from "react";
import { fieldClass } from "./field-class";
import type { InputFieldProps } from "./input-field";
import { Labelled } from "./text-field";

/** Props of a password field: those of an input field, its label in words. */
export type PasswordFieldProps = Omit<InputFieldProps, "type" | "label"> & { label: string };

/** A password that the form reads when it is sent; a button shows what was typed. */
export function PasswordField({ label, hint, fault, className, ...props }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Labelled label={label} hint={hint} fault={fault} className={className}>
      {({ id, invalid, describedBy }) => (
        <div className="relative">
          <input
            {...props}
            id={id}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            className={fieldClass(invalid, "pr-14")}
          />
          <button
            type="button"
            aria-label={`${shown ? "Hide" : "Show"} ${label.toLowerCase()}`}
            onClick={() => setShown((now) => !now)}
            className="absolute inset-y-0 right-0 rounded-2 px-2.5 text-12 text-ink-2 hover:text-ink"
          >
            {shown ? "Hide" : "Show"}
          </button>
        </div>
      )}
    </Labelled>
  );
}
