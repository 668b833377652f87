"use client";

import type { ComponentPropsWithRef } from "react";
import { fieldClass, Labelled, type LabelledProps } from "./text-field";

/** Props of an input field: those of the input, its label, hint and fault. */
export type InputFieldProps = ComponentPropsWithRef<"input"> & Omit<LabelledProps, "children">;

/**
 * Text to type that the form reads when it is sent. What the browser or a password manager filled in
 * before the page was ready counts too, which a field held in React's state would lose.
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
