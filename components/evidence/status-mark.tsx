"use client";

import { StatusDrawing, type StatusMarkProps } from "./status-drawing";

/** The mark on a page. A client component, so that the browser gets its few values beside the markup, and not every shape again. */
export function StatusMark(props: StatusMarkProps) {
  return <StatusDrawing {...props} />;
}
