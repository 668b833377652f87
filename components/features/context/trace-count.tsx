"use client";

import type { StackPart } from "@/components/charts/bar";
import { Swatch } from "@/components/charts/legend";

interface TraceCountProps extends Pick<StackPart, "tone" | "strength"> {
  label: string;
  count: string;
  /** Address of the zones; undefined where no filter can list them. */
  href: string | undefined;
}

/** The zones with one value of a fact. A client component, as is a figure: a page sends its words once beside the markup. */
export function TraceCount({ tone, strength, label, count, href }: TraceCountProps) {
  const words = (
    <>
      <Swatch tone={tone} strength={strength} />
      {tone === "unknown" ? <span className="unknown">{label}</span> : label}{" "}
      <b className={href === undefined ? "tabular" : "tabular link"}>{count}</b>
    </>
  );
  return href === undefined ? (
    <span className="trace-count">{words}</span>
  ) : (
    <a className="trace-count" href={href}>
      {words}
    </a>
  );
}
