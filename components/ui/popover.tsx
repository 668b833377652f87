"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx";

interface PopoverProps {
  /** Its accessible name. */
  label: string;
  /** The button that opens it. */
  trigger?: ReactElement;
  /** Where it opens when the owner opens it: an element that is in the page now. */
  anchor?: Element | null;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}

/** A box that opens at its trigger or at an `anchor`. Escape and a press outside close it. */
export function Popover({
  label,
  trigger,
  anchor,
  open,
  onOpenChange,
  side = "bottom",
  align = "start",
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Positioner
          anchor={anchor ?? undefined}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Base.Popup
            aria-label={label}
            className={cx(
              "max-h-(--available-height) max-w-[min(36rem,var(--available-width))] overflow-y-auto overscroll-contain rounded-pop bg-pop p-3 shadow-pop outline-none [--band-ground:var(--color-pop)]",
              "transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
