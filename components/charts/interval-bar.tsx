"use client";

import { type IntervalBarProps, IntervalDrawing } from "./interval-drawing";

/**
 * An interval on a page. A client component, so that the browser gets its few values beside the markup, and not every
 * shape again. Embeds, which are no pages of Next, take the drawing itself.
 */
export function IntervalBar(props: IntervalBarProps) {
  return <IntervalDrawing {...props} />;
}
