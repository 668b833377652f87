"use client";

import { StackedBar, type StackPart } from "@/components/charts/bar";
import { Swatch } from "@/components/charts/legend";
import { Term } from "@/components/layout/term-link";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import { usePlainText } from "@/lib/text/use-plain-text";

/** The zones with one value of a fact. */
export interface TracePartWords extends Omit<StackPart, "label"> {
  readonly words: string;
  /** Address of the zones; left out where no filter can list them. */
  readonly href?: string;
}

/** A fact that a national problem affects. */
interface Trace {
  readonly field: ZoneFieldKey;
  readonly title: string;
  /** Why the problem affects it. */
  readonly why: string;
  /** Of `TracePartWords`. */
  readonly parts: PackedRecords;
}

interface TraceListProps {
  traces: readonly Trace[];
  /** The number of zones. */
  full: number;
}

/** The zones by the value of each fact. A client component, so that a page sends its words once beside the markup. */
export function TraceList({ traces, full }: TraceListProps) {
  return (
    <ul className="grid gap-4">
      {traces.map(({ field, title, why, parts }) => {
        const unpacked = unpackRecords<TracePartWords>(parts);
        return (
          <li key={field} className="break-inside-avoid">
            <h3 className="font-semibold text-15">
              <Term field={field}>{title}</Term>
            </h3>
            <p className="mb-1.5 text-12 text-ink-2">{why}</p>
            <StackedBar parts={unpacked} full={full} height={14} />
            <p className="mt-0.5 flex flex-wrap gap-x-4">
              {unpacked.map(({ key, ...part }) =>
                part.count === 0 ? null : <TraceCount key={key} {...part} />,
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function TraceCount({ tone, strength, words, count, href }: Omit<TracePartWords, "key">) {
  const { number } = usePlainText();
  const content = (
    <>
      <Swatch tone={tone} strength={strength} />
      {tone === "unknown" ? <span className="unknown">{words}</span> : words}{" "}
      <b className={href === undefined ? "tabular" : "tabular link"}>{number(count)}</b>
    </>
  );
  return href === undefined ? (
    <span className="trace-count">{content}</span>
  ) : (
    <a className="trace-count" href={href}>
      {content}
    </a>
  );
}
