import { Axis, AxisLabel, GridLines, VerticalAxis } from "./axis";
import { Drawing, percent, type Tick } from "./drawing";
import { Mark } from "./mark";

/** Low and high on an axis of 0 to 100. */
interface PlaneRange {
  readonly low: number;
  readonly high: number;
}

/** All the ground in which something can lie. */
export interface PlaneBox {
  readonly key: string;
  readonly x: PlaneRange;
  readonly y: PlaneRange;
  readonly label: string;
  /** After the label and quieter: the values in words. */
  readonly detail: string;
  /** Approval not confirmed: dashed, its dot grey. */
  readonly candidate?: boolean;
}

/** The name of a quarter of the plane, in its outer corner. */
interface PlaneRegion {
  readonly key: string;
  readonly label: string;
  readonly side: "start" | "end";
  readonly edge: "top" | "bottom";
}

interface PlaneAxis {
  readonly ticks: readonly Tick[];
  readonly title: string;
}

interface PlaneProps {
  x: PlaneAxis;
  y: PlaneAxis;
  /** The last is drawn on top. */
  boxes: readonly PlaneBox[];
  regions?: readonly PlaneRegion[];
  /** What a screen reader says of the drawing. */
  label: string;
  /** CSS pixels. */
  height?: number;
}

/** Where the system forces colours, the stroke would have that of the text. */
const HALO =
  "[-webkit-text-stroke:3px_var(--color-paper)] [paint-order:stroke] forced-colors:[-webkit-text-stroke:0]";

/**
 * Two scales of 0 to 100 against each other. A thing is the whole box in which it can lie, with a dot
 * at what is known of both; a thing of which all is known is the dot alone. `y` rises.
 */
export function Plane({ x, y, boxes, regions = [], label, height = 360 }: PlaneProps) {
  const top = (value: number) => height * (1 - value / 100);
  return (
    <div>
      <p aria-hidden="true" className="mb-3 text-12 text-ink-2">
        {y.title}
      </p>
      <div className="relative ms-9">
        <VerticalAxis ticks={y.ticks} height={height} />
        <Drawing height={height} label={label}>
          <GridLines ticks={x.ticks} bottom={height} />
          {y.ticks.map(({ at, strong }) => (
            <line
              key={at}
              x1="0"
              x2="100%"
              y1={top(at)}
              y2={top(at)}
              className={strong ? "stroke-ink-3" : "stroke-line"}
            />
          ))}
          {boxes.map((box) => (
            <Box key={box.key} box={box} top={top} />
          ))}
        </Drawing>
        {regions.map((region) => (
          <RegionName key={region.key} region={region} />
        ))}
        {boxes.map((box) => (
          <BoxName key={box.key} box={box} top={top} />
        ))}
        <Axis ticks={x.ticks} />
        <div aria-hidden="true" className="relative h-4 text-12 text-ink-2">
          <AxisLabel at={100} label={x.title} />
        </div>
      </div>
    </div>
  );
}

interface BoxProps {
  box: PlaneBox;
  /** CSS pixels from the top for a value. */
  top: (value: number) => number;
}

function Box({ box: { key, x, y, candidate = false }, top }: BoxProps) {
  const sized = x.high > x.low || y.high > y.low;
  return (
    <g data-box={key}>
      {sized ? (
        <rect
          x={percent(x.low)}
          width={percent(x.high - x.low)}
          y={top(y.high)}
          height={top(y.low) - top(y.high)}
          strokeDasharray={candidate ? "4 3" : undefined}
          strokeWidth={1.5}
          className="fill-unknown-soft stroke-band-open [fill-opacity:.12]"
          data-part="possible"
        />
      ) : null}
      <Mark at={x.low} y={top(y.low)} shape="circle" tone={candidate ? "ink-4" : "known"} />
    </g>
  );
}

function BoxName({ box: { x, y, label, detail }, top }: BoxProps) {
  return (
    <p
      aria-hidden="true"
      className={`pointer-events-none absolute ms-2 -translate-y-full whitespace-nowrap font-semibold text-12 text-ink ${HALO}`}
      style={{ insetInlineStart: percent(x.low), top: top(y.low) - 2 }}
    >
      {label} <span className="font-normal text-ink-3 max-sm:hidden">{detail}</span>
    </p>
  );
}

function RegionName({ region: { label, side, edge } }: { region: PlaneRegion }) {
  return (
    <p
      aria-hidden="true"
      className={`absolute max-w-[45%] text-13 text-ink-2 italic ${side === "end" ? "end-2 text-end" : "start-2"} ${edge === "top" ? "top-1" : "bottom-9"}`}
    >
      {label}
    </p>
  );
}
