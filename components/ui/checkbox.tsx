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
  return <input ref={input} type="checkbox" className={cx("checkbox", className)} {...props} />;
}
