"use client";

import { cx } from "@/components/ui/cx";
import { type StandingMarkProps, StandingShape } from "./standing-drawing";

/** The mark on a page. A client component, so that the browser gets its few values beside the markup, and not every shape again. */
export function StandingMark({ standing, candidate = false, size, className }: StandingMarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={cx("standing-mark", className)}
    >
      <StandingShape standing={standing} candidate={candidate} />
    </svg>
  );
}
