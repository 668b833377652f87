import { cx } from "@/components/ui/cx";
import { EVENT_KINDS, type EventKind } from "@/lib/evidence/ledger-records";

/** A shape of its own for each kind, about its middle, so that colour is not needed to tell them apart. */
const SHAPES: Readonly<Record<EventKind, { path: string; fill: string; stroke: string }>> = {
  policy: { path: "M-4-4H4V4H-4Z", fill: "fill-ink", stroke: "stroke-ink" },
  approval: { path: "M0-5.2 5.2 0 0 5.2-5.2 0Z", fill: "fill-ramp-4", stroke: "stroke-ramp-4" },
  construction: { path: "M0-5 5 4H-5Z", fill: "fill-amber", stroke: "stroke-amber" },
  utility: {
    path: "M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1-4.5 0Z",
    fill: "fill-accent",
    stroke: "stroke-accent",
  },
  investment: {
    path: "M-1.6-5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5V-1.6H-1.6Z",
    fill: "fill-ramp-3",
    stroke: "stroke-ramp-3",
  },
  security: {
    path: "M-4.6-2.6-2.6-4.6 0-2 2.6-4.6 4.6-2.6 2 0 4.6 2.6 2.6 4.6 0 2-2.6 4.6-4.6 2.6-2 0Z",
    fill: "fill-rust",
    stroke: "stroke-rust",
  },
  agreement: { path: "M-5-4H5V-1H-5ZM-5 1H5V4H-5Z", fill: "fill-ink-3", stroke: "stroke-ink-3" },
};

/** Props of a kind's mark. */
export interface EventShapeProps {
  kind: EventKind;
  x: number;
  y: number;
  /** Draws the outline alone, for an event of which only the year is known. */
  vague?: boolean;
}

/** The mark of a kind of event within a drawing. */
export function EventShape({ kind, x, y, vague = false }: EventShapeProps) {
  const { path, fill, stroke } = SHAPES[kind];
  return (
    <path
      d={path}
      transform={`translate(${x} ${y})`}
      className={vague ? cx("fill-paper", stroke) : fill}
    />
  );
}

/** The mark of a kind of event in a line of text; the word stands beside it. */
export function EventMark({ kind }: { kind: EventKind }) {
  return (
    <svg aria-hidden="true" width={12} height={12} viewBox="-6 -6 12 12" className="flex-none">
      <EventShape kind={kind} x={0} y={0} />
    </svg>
  );
}

/** Which mark stands for which kind. */
export function EventLegend({
  kinds = EVENT_KINDS,
  lead,
}: {
  kinds?: readonly EventKind[];
  /** What stands before them, where other marks have a legend too. */
  lead?: string;
}) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      {lead === undefined ? null : <li className="whitespace-nowrap text-ink-3 sm:w-24">{lead}</li>}
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <EventMark kind={kind} />
          {kind}
        </li>
      ))}
    </ul>
  );
}
