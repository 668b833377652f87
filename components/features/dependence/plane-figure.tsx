import { Figure } from "@/components/charts/figure";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { MIDDLE, QUADRANT_KEYS, QUADRANTS, type Quadrant } from "@/lib/dependence/dependence-plane";
import { type DependenceRow, isOperating } from "@/lib/dependence/dependence-row";
import { formatRange } from "@/lib/text/format-number";
import { PLANE, planePlaces, planeX, planeY } from "./plane-scale";
import { planeColumns, planeRows } from "./strip-data";
import type { DependenceFigureProps } from "./strip-figure";

const TICKS = [0, 25, 50, 75, 100] as const;

/** Dependence against readiness: each zone as the whole ground in which it could lie, never as a point. */
export function PlaneFigure({ rows, source, moment }: DependenceFigureProps) {
  const counted = rows.filter(isOperating);
  const { placed, unplaced, height } = planePlaces(counted);
  return (
    <Figure
      title="Dependence against readiness"
      name="dependence-readiness"
      columns={planeColumns}
      rows={planeRows(rows, moment)}
      source={source}
      note={
        <>
          Each box is all the ground in which a zone could lie: from its readiness and dependence
          with every unknown as nothing (the dot) to both with every unknown as everything. A zone
          lies in a quadrant for certain only where its whole box does. Lines part at 50 on both
          scales. Zones where no firm is shown to operate are not drawn.
        </>
      }
    >
      <ScrollRegion label="The plane of dependence against readiness">
        <svg
          role="img"
          aria-label={`${placed.length} zones on the plane, ${unplaced.length} of whose dependence nothing is known below it; the table has the figures`}
          viewBox={`0 0 ${PLANE.width} ${height}`}
          className="block w-full min-w-[46rem] max-w-[62rem]"
        >
          <Axes />
          {QUADRANT_KEYS.map((key) => (
            <QuadrantName key={key} quadrant={key} />
          ))}
          {placed.map((row) => (
            <Box key={row.zone.slug} row={row} />
          ))}
          {unplaced.length === 0 ? null : (
            <text x={0} y={PLANE.bottom + PLANE.gap - 14} className="fill-ink-2 text-12">
              No evidence on dependence: anywhere from 0 to 100 above, at this readiness
            </text>
          )}
          {unplaced.map((row, i) => (
            <Line
              key={row.zone.slug}
              row={row}
              y={PLANE.bottom + PLANE.gap + (i + 0.5) * PLANE.line - 8}
            />
          ))}
        </svg>
      </ScrollRegion>
    </Figure>
  );
}

function Axes() {
  const { left, right, top, bottom } = PLANE;
  return (
    <>
      {TICKS.map((tick) => (
        <g key={tick} className={tick === MIDDLE ? "stroke-ink-3" : "stroke-line"}>
          <line x1={planeX(tick)} x2={planeX(tick)} y1={top} y2={bottom} />
          <line x1={left} x2={right} y1={planeY(tick)} y2={planeY(tick)} />
        </g>
      ))}
      {TICKS.map((tick) => (
        <g key={tick} className="num fill-ink-3 text-11">
          <text x={planeX(tick)} y={bottom + 15} textAnchor="middle">
            {tick}
          </text>
          <text x={left - 8} y={planeY(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text x={right} y={bottom + 31} textAnchor="end" className="fill-ink-2 text-12">
        Readiness →
      </text>
      <text x={0} y={top + 10} className="fill-ink-2 text-12">
        Dependence ↑
      </text>
    </>
  );
}

/** The name of a quadrant in its own outer corner. */
function QuadrantName({ quadrant }: { quadrant: Quadrant }) {
  const { label, ready, tied } = QUADRANTS[quadrant];
  return (
    <text
      x={ready ? PLANE.right - 8 : PLANE.left + 8}
      y={tied ? PLANE.top + 17 : PLANE.bottom - 8}
      textAnchor={ready ? "end" : "start"}
      className="fill-ink-2 text-13 italic"
    >
      {label}
    </text>
  );
}

function Box({ row }: { row: DependenceRow }) {
  const { readiness, dependence, candidate, name } = row;
  if (readiness === null) return null;
  const [x, y] = [planeX(readiness.low), planeY(dependence.low)];
  return (
    <g>
      <rect
        x={x}
        y={planeY(dependence.high)}
        width={planeX(readiness.high) - x}
        height={y - planeY(dependence.high)}
        strokeDasharray={candidate ? "4 3" : undefined}
        strokeWidth={1.5}
        className="fill-unknown-soft stroke-band-open [fill-opacity:.12]"
      />
      <circle cx={x} cy={y} r={4.5} className={candidate ? "fill-ink-4" : "fill-band-known"} />
      <text
        x={x + 9}
        y={y - 7}
        className="fill-ink stroke-paper font-semibold text-12 [paint-order:stroke] [stroke-width:3px]"
      >
        {name}
        <tspan className="fill-ink-3 font-normal">
          {` ${formatRange(dependence.low, dependence.high)}, ${row.known} of 6 known`}
        </tspan>
      </text>
    </g>
  );
}

/** A zone of whose dependence nothing is known: its band of readiness, on the plane's own scale. */
function Line({ row, y }: { row: DependenceRow; y: number }) {
  const { readiness, candidate, name } = row;
  if (readiness === null) return null;
  const { low, high } = readiness;
  return (
    <g>
      <text x={0} y={y + 4} className="fill-ink text-12">
        {name}
        {candidate ? <tspan className="fill-ink-3"> (candidate)</tspan> : null}
      </text>
      <line x1={planeX(0)} x2={planeX(100)} y1={y} y2={y} className="stroke-band-base" />
      <rect
        x={planeX(low)}
        y={y - 3.5}
        width={planeX(high) - planeX(low)}
        height={7}
        strokeDasharray={candidate ? "4 3" : undefined}
        className="fill-paper stroke-band-open"
      />
      <rect
        x={planeX(0)}
        y={y - 4}
        width={planeX(low) - planeX(0)}
        height={8}
        className={candidate ? "fill-ink-4" : "fill-band-known"}
      />
    </g>
  );
}
