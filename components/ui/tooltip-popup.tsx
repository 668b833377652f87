"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";

/** The look of the box of a tooltip. */
export const TOOLTIP_CLASS =
  "max-w-[min(20rem,var(--available-width))] rounded-pop bg-pop p-2 text-12 text-ink shadow-pop";

interface TooltipPopupProps {
  id: string;
  /** What it explains; null: the trigger of its popover. */
  anchor?: Element | null;
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  children: ReactNode;
}

/** The box of a tooltip, above what it explains. It takes no focus. */
export function TooltipPopup({ anchor = null, children, ...popup }: TooltipPopupProps) {
  return (
    <Base.Portal>
      <Base.Positioner
        anchor={anchor ?? undefined}
        side="top"
        sideOffset={6}
        collisionPadding={8}
        className="z-40"
      >
        <Base.Popup
          role="tooltip"
          initialFocus={false}
          finalFocus={false}
          className={TOOLTIP_CLASS}
          {...popup}
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
