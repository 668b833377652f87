import type { ReactNode } from "react";
import { ReadingPage } from "./reading-page";

/** A page of one form or a few facts. */
export function NarrowPage(props: { title: string; lead: ReactNode; children: ReactNode }) {
  return <ReadingPage narrow {...props} />;
}
