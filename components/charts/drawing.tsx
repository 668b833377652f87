import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

interface DrawingProps {
  /** CSS pixels. */
  height: number;
  /** What a screen reader says of it. Left out where words beside it say the same: then it is skipped. */
  label?: string;
  className?: string;
  /** Shapes only, no text: x in percent of the width, y in CSS pixels. */
  children: ReactNode;
}

/**
 * The SVG of every chart. Its width is that of its place, so marks and lines keep their size on each
 * screen. It is mirrored where the page runs from right to left; text would be mirrored too, so words
 * stand in HTML at `inset-inline-start`. `draw-picture.ts` mirrors a saved picture by `data-mirrors`.
 */
export function Drawing({ height, label, className, children }: DrawingProps) {
  const shared = {
    width: "100%",
    height,
    className: cx("block overflow-visible rtl:[scale:-1_1]", className),
    "data-mirrors": true,
  };
  return label === undefined ? (
    <svg aria-hidden="true" {...shared}>
      {children}
    </svg>
  ) : (
    <svg role="img" aria-label={label} {...shared}>
      {children}
    </svg>
  );
}
