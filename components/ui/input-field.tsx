"use client";

import type { ComponentPropsWithRef } from "react";
import { fieldClass } from "./field-class";
import { Labelled, type LabelledProps } from "./text-field";

/** Props of an input field: those of the input, its label, hint and fault. */
export type InputFieldProps = ComponentPropsWithRef<"input"> & Omit<LabelledProps, "children">;

/**
 * A text field that the form reads when it is submitted. It keeps what the browser or a password manager
 * filled in before the scripts ran, which a field in React's state would lose.
 */
export function InputField({ label, hint, fault, className, ...props }: InputFieldProps) {
  return (
    <Labelled label={label} hint={hint} fault={fault} className={className}>
      {({ id, invalid, describedBy }) => (
        <input
          {...props}
          id={id}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          className={fieldClass(invalid)}
        />
      )}
    </Labelled>
  );
}
