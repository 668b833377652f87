"use client";

import { type ComponentPropsWithRef, useEffect, useRef } from "react";
import { cx } from "./cx";

/** `indeterminate`: some of its items are chosen. */
type CheckboxProps = Omit<ComponentPropsWithRef<"input">, "type" | "ref"> & {
  indeterminate?: boolean;
};

/** A checkbox. Put it in a label, or give it an `aria-label`. */
export function Checkbox({ indeterminate = false, className, ...props }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) {
      input.current.indeterminate = indeterminate;
    }
  }, [indeterminate]);
  return (
    <input
      ref={input}
      type="checkbox"
      className={cx(
        "grid size-3.5 flex-none cursor-pointer appearance-none place-items-center rounded-1 bg-paper shadow-[inset_0_0_0_1px_var(--color-edge)]",
        "checked:bg-accent checked:shadow-none indeterminate:bg-accent indeterminate:shadow-none hover:not-checked:not-indeterminate:shadow-[inset_0_0_0_1px_var(--color-ink-2)] disabled:cursor-not-allowed disabled:opacity-50 forced-colors:appearance-auto",
        "before:hidden checked:before:block checked:before:h-1 checked:before:w-2 checked:before:translate-y-[-1px] checked:before:rotate-[-45deg] checked:before:border-accent-ink checked:before:border-b-[1.8px] checked:before:border-l-[1.8px]",
        "indeterminate:before:block indeterminate:before:h-[1.8px] indeterminate:before:w-2 indeterminate:before:bg-accent-ink",
        className,
      )}
      {...props}
    />
  );
}
