"use client";

import { cx } from "@/components/ui/cx";
import { type StatusMarkProps, StatusShape } from "./status-drawing";

/** The mark on a page. A client component, so that the browser gets its few values beside the markup, and not every shape again. */
export function StatusMark({ status, candidate = false, size, className }: StatusMarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={cx("status-mark", className)}
    >
      <StatusShape status={status} candidate={candidate} />
    </svg>
  );
}
