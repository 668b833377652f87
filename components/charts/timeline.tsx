"use client";

import { cx } from "@/components/ui/cx";
import { Axis, AxisLabel, GridLines } from "./axis";
import { Drawing, percent, type Tick, TONES, type Tone } from "./drawing";
import { type KeyedMark, Mark } from "./mark";

/** A row of a timeline. All places are in percent, from a `dayScale`. */
export interface TimelineRow {
  readonly key: string;
  readonly lines?: readonly { readonly from: number; readonly to: number }[];
  /** Lasting states, such as a time overdue; drawn under the lines. One without a length is left out. */
  readonly bars?: readonly { readonly from: number; readonly to: number; readonly tone: Tone }[];
  /** The last is drawn on top. */
  readonly marks?: readonly (KeyedMark & { readonly at: number })[];
}

interface TimelineRowsProps {
  /** Drawn in the order given. */
  rows: readonly TimelineRow[];
  ticks?: readonly Tick[];
  /** The day looked at, in percent. */
  now?: number;
  /** Height of a row, CSS pixels. */
  rowHeight?: number;
  /** Draws a line along each row. */
  base?: boolean;
  /** Read aloud. Left out where a list beside it says the same. */
  label?: string;
}

/** Lines, bars and marks of rows on one scale of days. */
export function TimelineRows(props: TimelineRowsProps) {
  const { rows, ticks = [], now, rowHeight = 17, base = false, label } = props;
  const height = rows.length * rowHeight;
  return (
    <Drawing height={height} label={label}>
      <GridLines ticks={ticks} bottom={height} />
      {rows.map((row, i) => (
        <Row key={row.key} row={row} y={(i + 0.5) * rowHeight} base={base} />
      ))}
      {now === undefined ? null : (
        <line x1={percent(now)} x2={percent(now)} y1={0} y2={height} className="stroke-accent" />
      )}
    </Drawing>
  );
}

function Row({ row, y, base }: { row: TimelineRow; y: number; base: boolean }) {
  const { lines = [], bars = [], marks = [] } = row;
  return (
    <g data-row={row.key}>
      {base ? <line x2="100%" y1={y} y2={y} className="stroke-line-2" /> : null}
      {bars.map(({ from, to, tone }) =>
        to > from ? (
          <rect
            key={`${tone} ${from}`}
            x={percent(from)}
            width={percent(to - from)}
            y={y - 2.5}
            height={5}
            className={TONES[tone]}
          />
        ) : null,
      )}
      {lines.map(({ from, to }) => (
        <line
          key={from}
          x1={percent(from)}
          x2={percent(to)}
          y1={y}
          y2={y}
          className="stroke-ink-3"
        />
      ))}
      {marks.map(({ key, ...mark }) => (
        <Mark key={key} y={y} {...mark} />
      ))}
    </g>
  );
}

/** Rows of a timeline that belong together. */
interface TimelineGroup {
  readonly key: string;
  readonly label: string;
  /** What a screen reader says of the group's drawing. */
  readonly summary: string;
  readonly rows: readonly TimelineRow[];
}

interface TimelineProps {
  /** Drawn in the order given. */
  groups: readonly TimelineGroup[];
  ticks: readonly Tick[];
  /** The day looked at: its place in percent, and its date in words. */
  now: { readonly at: number; readonly label: string };
}

/** Groups of rows under each other on one axis of years, with the day looked at across all. */
export function Timeline({ groups, ticks, now }: TimelineProps) {
  return (
    <div className="grid gap-y-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
      {groups.map(({ key, label, summary, rows }, i) => (
        <div key={key} className="contents">
          <p aria-hidden="true" className={cx("font-semibold", i === 0 && "sm:pt-4.5")}>
            {label}
          </p>
          <div>
            {i === 0 ? (
              <div className="relative h-4.5 text-12 text-accent">
                <AxisLabel at={now.at} label={now.label} edge={50} />
              </div>
            ) : null}
            <TimelineRows rows={rows} ticks={ticks} now={now.at} label={summary} />
          </div>
        </div>
      ))}
      <span className="max-sm:hidden" />
      <Axis ticks={ticks} />
    </div>
  );
}
