"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

/** Props of a tooltip. */
export interface TooltipProps {
  /** What it says. Never the only place where that is said. */
  text: ReactNode;
  /** What is pointed at or focused: something that can be focused. */
  children: ReactElement;
  side?: "top" | "bottom" | "left" | "right";
}

/** A few words on what is pointed at or focused. */
export function Tooltip({ text, children, side = "top" }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            role="tooltip"
            className="max-w-64 rounded-2 bg-ink px-2 py-1 text-12 text-paper shadow-pop transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
