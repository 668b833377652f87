import { countTargets, type Target, type TargetHistory } from "@/lib/targets/targets";
import { formatDay } from "@/lib/text/format-date";
import { countsInWords, promisedThing } from "@/lib/text/target-words";
import type { Day } from "@/lib/time/day";
import { type PromiseScale, promiseScale } from "./target-scale";

const ROW = 17;
const HEAD = 18;

/** Props of the chart of promises. */
export interface PromiseChartProps {
  targets: readonly TargetHistory[];
  asOf: Day;
}

/**
 * When each promise was made, when it fell due, and how long it was overdue, on one scale of years.
 * Positions are per cent of the width, so that marks and words keep their size on every screen. The
 * table beside it says the same in words.
 */
export function PromiseChart({ targets, asOf }: PromiseChartProps) {
  const scale = promiseScale(targets, asOf);
  return (
    <figure className="m-0">
      <div className="grid gap-y-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
        {targets.map((target, i) => (
          <div key={target.field} className="contents">
            <p aria-hidden="true" className={i === 0 ? "font-semibold sm:pt-4.5" : "font-semibold"}>
              {promisedThing(target.field)}
            </p>
            <TargetRows target={target} scale={scale} asOf={asOf} first={i === 0} />
          </div>
        ))}
        <span />
        <YearAxis scale={scale} />
      </div>
      <Legend />
    </figure>
  );
}

interface TargetRowsProps {
  target: TargetHistory;
  scale: PromiseScale;
  asOf: Day;
  /** Does the day looked at stand above it? */
  first: boolean;
}

function TargetRows({ target, scale, asOf, first }: TargetRowsProps) {
  const { targets: promises, field } = target;
  const top = first ? HEAD : 0;
  const height = top + promises.length * ROW;
  const today = `${scale.at(asOf)}%`;
  return (
    <svg
      role="img"
      aria-label={`${promisedThing(field)}: ${countsInWords(countTargets([target]))}`}
      width="100%"
      height={height}
      className="overflow-visible"
    >
      {scale.years.map((year) => (
        <line
          key={year}
          x1={`${scale.at(`${year}-01-01`)}%`}
          x2={`${scale.at(`${year}-01-01`)}%`}
          y1={top}
          y2={height}
          className="stroke-line"
        />
      ))}
      {promises.map((promise, i) => (
        <PromiseRow
          key={promise.evidence.claim.id}
          promise={promise}
          scale={scale}
          y={top + (i + 0.5) * ROW}
          asOf={asOf}
        />
      ))}
      <line x1={today} x2={today} y1={top} y2={height} className="stroke-accent" />
      {first ? (
        <text
          x={today}
          y={11}
          textAnchor={scale.at(asOf) > 50 ? "end" : "start"}
          className="fill-accent text-11"
        >
          {formatDay(asOf)}
        </text>
      ) : null}
    </svg>
  );
}

interface PromiseRowProps {
  promise: Target;
  scale: PromiseScale;
  y: number;
  asOf: Day;
}

/** Dot (made), line, bar (overdue), tick (reported done), diamond (due; hollow while it is open). */
function PromiseRow({ promise, scale, y, asOf }: PromiseRowProps) {
  const { madeOn, dueOn, outcome } = promise;
  const [made, due] = [scale.at(madeOn), scale.at(dueOn)];
  const done = "by" in outcome && outcome.state !== "missed" ? outcome.by.effectiveOn : null;
  const until = scale.at(outcome.state === "kept-late" ? outcome.by.effectiveOn : asOf);
  const overdue = outcome.state !== "open" && outcome.state !== "kept" && until > due;
  return (
    <g>
      {overdue ? (
        <rect
          x={`${due}%`}
          y={y - 2.5}
          width={`${until - due}%`}
          height={5}
          className={
            outcome.state === "not-known"
              ? "fill-transparent stroke-amber"
              : "fill-amber opacity-55"
          }
        />
      ) : null}
      <line x1={`${made}%`} x2={`${due}%`} y1={y} y2={y} className="stroke-ink-3" />
      <circle cx={`${made}%`} cy={y} r={2.5} className="fill-ink" />
      {done === null ? null : (
        <svg
          aria-hidden="true"
          x={`${scale.at(done)}%`}
          y={y}
          width={1}
          height={1}
          className="overflow-visible"
        >
          <rect x={-1.5} y={-6} width={3} height={12} className="fill-ramp-3" />
        </svg>
      )}
      <svg aria-hidden="true" x={`${due}%`} y={y} width={1} height={1} className="overflow-visible">
        <path
          d="M0-5 5 0 0 5-5 0Z"
          className={outcome.state === "open" ? "fill-paper stroke-ink" : "fill-ink"}
          strokeWidth={1.25}
        />
      </svg>
    </g>
  );
}

function YearAxis({ scale }: { scale: PromiseScale }) {
  return (
    <svg aria-hidden="true" width="100%" height={16} className="overflow-visible">
      {scale.years.map((year) => {
        const at = scale.at(`${year}-01-01`);
        return (
          <text
            key={year}
            x={`${at}%`}
            y={12}
            textAnchor={at < 2 ? "start" : at > 98 ? "end" : "middle"}
            className="tabular fill-ink-3 text-11"
          >
            {year}
          </text>
        );
      })}
    </svg>
  );
}

const KEYS = [
  ["promised, due", "dot-diamond"],
  ["overdue", "bar"],
  ["overdue, nothing reported", "hollow-bar"],
  ["reported done", "tick"],
  ["not yet due", "open"],
] as const;

function Legend() {
  return (
    <figcaption className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      {KEYS.map(([words, mark]) => (
        <span key={mark} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={26} height={12} viewBox="0 -6 26 12">
            {mark === "dot-diamond" ? (
              <>
                <path d="M3 0H20" className="stroke-ink-3" />
                <circle cx={3} r={2.5} className="fill-ink" />
                <path d="M20-5 25 0 20 5 15 0Z" className="fill-ink" />
              </>
            ) : null}
            {mark === "bar" ? (
              <rect y={-2.5} width={26} height={5} className="fill-amber opacity-55" />
            ) : null}
            {mark === "hollow-bar" ? (
              <rect
                x={0.5}
                y={-2.5}
                width={25}
                height={5}
                className="fill-transparent stroke-amber"
              />
            ) : null}
            {mark === "tick" ? (
              <rect x={12} y={-6} width={3} height={12} className="fill-ramp-3" />
            ) : null}
            {mark === "open" ? (
              <path d="M13-5 18 0 13 5 8 0Z" className="fill-paper stroke-ink" strokeWidth={1.25} />
            ) : null}
          </svg>
          {words}
        </span>
      ))}
    </figcaption>
  );
}
