"use client";

import type { Route } from "next";
import Link from "next/link";
import { useId } from "react";
import { ReadinessBand } from "@/components/charts/readiness-band";
import { cx } from "@/components/ui/cx";
import { fieldClass } from "@/components/ui/field-class";
import { Slider } from "@/components/ui/slider";
import type { RankedZone } from "@/lib/readiness/ranking";
import { byConfirmedScore } from "@/lib/readiness/readiness";
import { buildShortlist, THRESHOLD_PARAM } from "@/lib/readiness/threshold";
import { formatNumber, formatRange } from "@/lib/text/format-number";
import { inWords } from "@/lib/text/number-words";
import { getName } from "@/lib/text/readiness-words";
import type { ChangeLive } from "./use-readiness-address";

/** Props of the viable shortlist. */
export interface ViableShortlistProps {
  zones: readonly RankedZone[];
  /** 0–100. */
  line: number;
  /** The moment as part of an address; empty for today. */
  moment: string;
  /** The address's other parameters, for a form that works without scripts. */
  others: readonly (readonly [string, string])[];
  onChange: ChangeLive;
}

/** Zones certainly above a line that the reader sets, possibly above it, and below it whatever is found out. */
export function ViableShortlist({ zones, line, moment, others, onChange }: ViableShortlistProps) {
  const id = useId();
  const sorted = [...zones].sort((a, b) => byConfirmedScore(a.readiness, b.readiness));
  const { certainly, possibly, below, unmeasured } = buildShortlist(sorted, line);
  const setLine = (value: number) => {
    if (value >= 0 && value <= 100) onChange({ line: value }, { act: THRESHOLD_PARAM });
  };
  const points = formatNumber(line);
  return (
    <section id="shortlist" aria-labelledby="shortlist-title" className="readiness-shortlist">
      <h2 id="shortlist-title" className="font-serif text-21">
        Viable shortlist
      </h2>
      <p className="mt-1 max-w-[62ch] font-serif text-15 text-pretty">
        {shortlistWords(certainly.length, possibly.length, below.length, points)}
      </p>
      <form
        method="get"
        className="no-print mt-3 flex max-w-120 flex-wrap items-center gap-x-4 gap-y-1"
      >
        {others.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor={id} className="font-medium">
          The line, points
        </label>
        <span className="readiness-number">
          <input
            id={id}
            name={THRESHOLD_PARAM}
            type="number"
            min={0}
            max={100}
            step="any"
            value={line}
            onChange={(event) => setLine(event.currentTarget.valueAsNumber)}
            className={fieldClass(false, "tabular text-right font-semibold")}
          />
        </span>
        <span className="min-w-40 flex-1">
          <Slider
            label="The line"
            min={0}
            max={100}
            value={line}
            fill="from"
            valueText={`${points} of 100 points`}
            onChange={setLine}
          />
        </span>
        <noscript>
          <button type="submit" className="link">
            Draw it
          </button>
        </noscript>
      </form>
      <div className="readiness-groups">
        <Group
          title={`Certainly at least ${points}`}
          note="What is evidenced reaches the line."
          zones={certainly}
          moment={moment}
        />
        <Group
          title={`Possibly at least ${points}`}
          note="It hangs on what is not known."
          zones={possibly}
          moment={moment}
          wide
        />
        <Group
          title={`Below ${points}, whatever is found out`}
          note="Even if all that is unknown were there."
          zones={below}
          moment={moment}
        />
      </div>
      {unmeasured.length > 0 ? (
        <p className="mt-3 text-12 text-ink-2">
          Of {inWords(unmeasured.length)} more nothing that readiness asks for applies.
        </p>
      ) : null}
    </section>
  );
}

function shortlistWords(certain: number, possible: number, below: number, points: string): string {
  const zones = (count: number) => `${inWords(count)} ${count === 1 ? "zone" : "zones"}`;
  const first = `On what is evidenced, ${zones(certain)} ${certain === 1 ? "is" : "are"} at ${points} points or above.`;
  const rest =
    below === 0
      ? "None can be ruled out: each could reach the line if what is unknown turned out well."
      : `${zones(below)} cannot reach the line, whatever is found out.`;
  const middle = possible === 0 ? "" : ` Of ${zones(possible)} it cannot be said yet.`;
  return `${first}${middle} ${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

interface GroupProps {
  title: string;
  note: string;
  zones: readonly RankedZone[];
  moment: string;
  /** Set in columns. */
  wide?: boolean;
}

function Group({ title, note, zones, moment, wide = false }: GroupProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="flex items-baseline justify-between gap-2 border-ink border-b pb-1 font-semibold">
        {title} <span className="tabular">{zones.length}</span>
      </h3>
      <p className="meta mt-1">{note}</p>
      {zones.length === 0 ? (
        <p className="mt-1 text-12 text-ink-3">None.</p>
      ) : (
        <ul className={cx("mt-1", wide && "readiness-columns")}>
          {zones.map((zone) => (
            <li key={zone.slug} className="readiness-listed">
              <Link
                href={`/zones/${zone.slug}${moment}` as Route}
                prefetch={false}
                className={cx("min-h-6 hover:underline", zone.candidate && "text-ink-2")}
              >
                {getName(zone)}
                {zone.candidate ? <span className="meta"> candidate</span> : null}
              </Link>
              <ReadinessBand
                value={zone.readiness}
                candidate={zone.candidate}
                height={6}
                label=""
              />
              <span className="tabular text-right text-12 text-ink-2">
                {zone.readiness === null
                  ? null
                  : formatRange(zone.readiness.low, zone.readiness.high)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
