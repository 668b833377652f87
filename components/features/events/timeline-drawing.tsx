import { ScrollRegion } from "@/components/ui/scroll-region";
import { CHANGE_GROUPS, type TimelineYear } from "@/lib/changes/event-timeline";
import type { Event } from "@/lib/evidence/ledger-records";
import { TURN_FILLS, TURN_WORDS } from "@/lib/text/event-words";
import { EventShape } from "./event-mark";

/** Props of the drawing. */
export interface TimelineDrawingProps {
  title: string;
  years: readonly TimelineYear[];
  /** Are turned values drawn too? */
  withValues: boolean;
  /** Where a year's entries stand. */
  yearHref: (year: number) => string;
}

const WIDTH = 960;
/** Between one mark and the next above it. */
const STEP = 11.5;
const [AXIS, BARS, FOOT] = [22, 76, 18] as const;

/**
 * Events as marks in their quarter above the years, what became of values as bars below them. Events of
 * which only the year is known stand hollow in its middle, over the others.
 */
export function TimelineDrawing({ title, years, withValues, yearHref }: TimelineDrawingProps) {
  const stacks = years.map(({ events }) => stacksOf(events));
  const highest = Math.max(1, ...stacks.map(({ height }) => height));
  const axis = 14 + highest * STEP;
  const most = Math.max(1, ...years.map(({ changes: turned }) => turned.length));
  const height = axis + AXIS + (withValues ? BARS + FOOT : 0);
  const slot = WIDTH / years.length;
  return (
    // Where there is no room for all years, the latest are seen first.
    <ScrollRegion
      label={`${title}: the drawing`}
      className="relative overflow-x-auto [direction:rtl]"
    >
      <svg viewBox={`0 0 ${WIDTH} ${height}`} className="block w-full min-w-240 [direction:ltr]">
        <title>{title}</title>
        <line x1={0} x2={WIDTH} y1={axis} y2={axis} className="stroke-line-2" />
        {withValues ? (
          <line x1={0} x2={WIDTH} y1={axis + AXIS} y2={axis + AXIS} className="stroke-line-2" />
        ) : null}
        {years.map((item, i) => (
          <YearColumn
            key={item.year}
            item={item}
            stacks={stacks[i]?.quarters ?? []}
            vague={stacks[i]?.vague ?? []}
            x={i * slot}
            width={slot}
            axis={axis}
            height={height}
            foot={height - (withValues ? FOOT : 0)}
            scale={withValues ? BARS / most : null}
            href={yearHref(item.year)}
          />
        ))}
      </svg>
    </ScrollRegion>
  );
}

/** The events of each quarter of a year, those of the year alone, and how high they stand. */
function stacksOf(events: readonly Event[]) {
  const quarters: Event[][] = [[], [], [], []];
  const vague: Event[] = [];
  for (const event of events) {
    const month = Number(event.date.slice(5, 7));
    if (event.date.length === 4) vague.push(event);
    else quarters[Math.floor((month - 1) / 3)]?.push(event);
  }
  const tallest = Math.max(...quarters.map((quarter) => quarter.length));
  return { quarters, vague, height: tallest + (vague.length > 0 ? 1 : 0) };
}

interface YearColumnProps {
  item: TimelineYear;
  stacks: readonly (readonly Event[])[];
  vague: readonly Event[];
  x: number;
  width: number;
  axis: number;
  height: number;
  /** Where the lines between the years end. */
  foot: number;
  /** Height of one turned value; null where none are drawn. */
  scale: number | null;
  href: string;
}

function YearColumn(props: YearColumnProps) {
  const { item, stacks, vague, x, width, axis, height, foot, scale, href } = props;
  const { year, events, changes: turned } = item;
  const highest = Math.max(...stacks.map((stack) => stack.length));
  const middle = x + width / 2;
  const column = (
    <>
      <rect x={x} y={0} width={width} height={height} className="fill-transparent" />
      <line x1={x} x2={x} y1={0} y2={foot} className="stroke-line" />
      {stacks.map((stack, quarter) =>
        stack.map((event, i) => (
          <EventShape
            key={event.id}
            kind={event.kind}
            x={x + ((quarter + 0.5) * width) / 4}
            y={axis - 7 - i * STEP}
          />
        )),
      )}
      {vague.map((event, i) => (
        <EventShape
          key={event.id}
          kind={event.kind}
          x={middle + (i - (vague.length - 1) / 2) * STEP}
          y={axis - 7 - highest * STEP}
          vague
        />
      ))}
      <text x={middle} y={axis + 15} textAnchor="middle" className="tabular fill-ink-2 text-12">
        {year}
      </text>
      {scale === null ? null : (
        <TurnBars
          item={item}
          x={x + width * 0.2}
          width={width * 0.6}
          top={axis + AXIS}
          scale={scale}
        />
      )}
    </>
  );
  return events.length + turned.length === 0 ? (
    <g>{column}</g>
  ) : (
    <a
      href={href}
      aria-label={`${year}: ${events.length} events${scale === null ? "" : `, ${turned.length} values turned`}`}
    >
      {column}
    </a>
  );
}

interface TurnBarsProps {
  item: TimelineYear;
  x: number;
  width: number;
  top: number;
  scale: number;
}

/** What became of values in a year, one turn below the other, and how many they are. */
function TurnBars({
  item: { changes: turned, changeCounts: turnCounts },
  x,
  width,
  top,
  scale,
}: TurnBarsProps) {
  let y = top;
  return (
    <>
      {CHANGE_GROUPS.map((turn) => {
        const [from, tall] = [y, turnCounts[turn] * scale];
        y += tall;
        return tall === 0 ? null : (
          <rect
            key={turn}
            x={x}
            y={from}
            width={width}
            height={tall}
            className={TURN_FILLS[turn]}
            strokeWidth={0.75}
          />
        );
      })}
      <text x={x + width / 2} y={y + 13} textAnchor="middle" className="tabular fill-ink-3 text-11">
        {turned.length}
      </text>
    </>
  );
}

/** What the bars under the years mean. */
export function TurnLegend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      <li className="whitespace-nowrap text-ink-3 sm:w-24">Below: values</li>
      {CHANGE_GROUPS.map((turn) => (
        <li key={turn} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={10} height={10}>
            <rect x={0.5} y={0.5} width={9} height={9} className={TURN_FILLS[turn]} />
          </svg>
          {TURN_WORDS[turn].label}
        </li>
      ))}
    </ul>
  );
}
