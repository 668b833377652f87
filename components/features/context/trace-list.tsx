"use client";

import { StackedBar, type StackPart } from "@/components/charts/bar";
import { Swatch } from "@/components/charts/legend";
import { Anchor } from "@/components/layout/link";
import { Term } from "@/components/layout/term-link";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { usePlainText } from "@/lib/text/use-plain-text";

/** The zones with one value of a fact: a row of the figure's data, and how it looks. */
export interface TracePart extends Pick<StackPart, "key" | "tone" | "strength"> {
  readonly value: string;
  readonly zones: number;
  /** Address of the zones; left out where no filter can list them. */
  readonly href?: string;
}

/** A fact that a national problem affects. */
interface Trace {
  readonly field: ZoneFieldKey;
  readonly title: string;
  /** Why the problem affects it. */
  readonly why: string;
  readonly parts: readonly TracePart[];
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
        const own = parts.map(({ zones, ...part }) => ({ ...part, count: zones }));
        return (
          <li key={field} className="break-inside-avoid">
            <h3 className="font-semibold text-15">
              <Term field={field}>{title}</Term>
            </h3>
            <p className="mb-1.5 text-12 text-ink-2">{why}</p>
            <StackedBar parts={own} full={full} height={14} />
            <p className="mt-0.5 flex flex-wrap gap-x-4">
              {own.map(({ key, ...part }) =>
                part.count === 0 ? null : <TraceCount key={key} {...part} />,
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function TraceCount({
  tone,
  strength,
  value,
  count,
  href,
}: Omit<StackPart, "key" | "label"> & Pick<TracePart, "value" | "href">) {
  const { t, number } = usePlainText();
  const content = (
    <>
      <Swatch tone={tone} strength={strength} />
      {tone === "unknown" ? <span className="unknown">{t("common.unknown")}</span> : value}{" "}
      <b className={href === undefined ? undefined : "link"}>{number(count)}</b>
    </>
  );
  return href === undefined ? (
    <span className="trace-count">{content}</span>
  ) : (
    <Anchor className="trace-count" href={href}>
      {content}
    </Anchor>
  );
}
