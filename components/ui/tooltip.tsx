"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { type FocusEvent, type ReactNode, useId, useState } from "react";
import { cx } from "./cx";
import { TooltipPopup } from "./tooltip-popup";

/** Milliseconds that a mouse rests before it opens. */
const DELAY = 150;

interface TooltipProps {
  /** What can be pointed at: a mark with its value, or a word. */
  children: ReactNode;
  /** Name of the button, where `children` has no words. */
  label?: string;
  /** The explanation. No controls inside, because it closes when the focus leaves. */
  tip: ReactNode;
  className?: string;
}

/**
 * A short explanation of a mark or a word. It opens by mouse, by keyboard focus and by touch, and
 * closes with Escape or when the focus or the mouse leaves. A value must also stand in the table.
 */
export function Tooltip({ children, label, tip, className }: TooltipProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  /** A press focuses too, and would close what the focus has opened. */
  const focus = (event: FocusEvent<HTMLButtonElement>) => {
    if (event.currentTarget.matches(":focus-visible")) setOpen(true);
  };
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger
        openOnHover
        delay={DELAY}
        aria-label={label}
        aria-describedby={open ? id : undefined}
        onFocus={focus}
        onBlur={() => setOpen(false)}
        className={cx("min-h-6 cursor-help text-start pointer-coarse:min-h-11", className)}
      >
        {children}
      </Base.Trigger>
      <TooltipPopup id={id}>{tip}</TooltipPopup>
    </Base.Root>
  );
}
