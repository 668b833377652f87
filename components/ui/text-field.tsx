"use client";

import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { cx } from "./cx";

/** The look of something to type or choose in; also for inputs made elsewhere. */
export function fieldClass(invalid = false, className?: string): string {
  return cx(
    "h-(--field) w-full min-w-0 rounded-2 bg-paper px-2 text-ink outline-none pointer-coarse:text-[1rem]",
    "focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-1 disabled:bg-paper-3 disabled:text-ink-3",
    invalid
      ? "shadow-[inset_0_0_0_1.5px_var(--color-rust)]"
      : "shadow-[inset_0_0_0_1px_var(--color-edge)]",
    className,
  );
}

/** What a labelled field hands to its input. */
export interface FieldParts {
  readonly id: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}

/** Props of a labelled field. */
export interface LabelledProps {
  label: ReactNode;
  /** What to give, where the label alone does not say. */
  hint?: ReactNode;
  /** What is wrong and what to do; read aloud with the field. */
  fault?: string | null;
  className?: string;
  children: (parts: FieldParts) => ReactNode;
}

/** A label, its input, and under it a hint and what is wrong. */
export function Labelled({ label, hint, fault, className, children }: LabelledProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : null, fault ? `${id}-fault` : null].filter(Boolean);
  return (
    <div className={cx("grid content-start gap-1", className)}>
      <label htmlFor={id} className="font-medium text-12">
        {label}
      </label>
      {children({
        id,
        invalid: Boolean(fault),
        describedBy: described.length > 0 ? described.join(" ") : undefined,
      })}
      {hint ? (
        <span id={`${id}-hint`} className="text-11 text-ink-3">
          {hint}
        </span>
      ) : null}
      {fault ? (
        <span id={`${id}-fault`} className="text-12 text-rust">
          {fault}
        </span>
      ) : null}
    </div>
  );
}

/** Props of a text field: those of the input, its label, hint and fault; `rows` makes it taller. */
export type TextFieldProps = Omit<ComponentPropsWithRef<"input">, "onChange" | "value"> &
  Omit<LabelledProps, "children"> & {
    value: string;
    onChange: (value: string) => void;
    rows?: number;
  };

/** Text to type, with its label, a hint, and what is wrong with it. */
export function TextField({
  label,
  hint,
  fault,
  className,
  value,
  onChange,
  rows,
  ...props
}: TextFieldProps) {
  return (
    <Labelled label={label} hint={hint} fault={fault} className={className}>
      {({ id, invalid, describedBy }) =>
        rows === undefined ? (
          <input
            {...props}
            id={id}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            className={fieldClass(invalid)}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <textarea
            id={id}
            rows={rows}
            maxLength={props.maxLength}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            className={fieldClass(invalid, "h-auto py-1.5")}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </Labelled>
  );
}
