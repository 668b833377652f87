import { cx } from "@/components/ui/cx";

/** Props of the mark of a zone's progress on site. */
export interface StatusMarkProps {
  /** Key of the `status` vocabulary; null, and a key without a drawing, is drawn as unknown. */
  status: string | null;
  /** Approval not confirmed: a dashed ring with the status, if any, small inside it. */
  candidate?: boolean;
  /** Width and height in CSS pixels. */
  size?: number;
  className?: string;
}

/** Quarters of a disc: the more is filled, the further the zone is. */
const QUARTERS: Readonly<Record<string, string>> = {
  "under-development": "M8 8V1.9A6.1 6.1 0 0 1 14.1 8Z",
  serviced: "M8 8V1.900A6.1 6.1 0 0 1 8 14.100Z",
  "partially-operational": "M8 8V1.900A6.1 6.1 0 1 1 1.9 8Z",
};

/** Stripes of a square from 2 to 14, drawn one by one, as a pattern would need an id. */
const HATCH = "M2 5 5 2M2 9 9 2M2 13 13 2M5 14 14 5M9 14 14 9";
const HATCH_THIN = "M2 8 8 2M2 14 14 2M8 14 14 8";

/**
 * The progress of a zone on site, as a shape. Decorative: the words are always next to it. It has no ids
 * and no references, so that it can occur any number of times and be copied into a picture.
 */
export function StatusDrawing({
  status,
  candidate = false,
  size = 14,
  className,
}: StatusMarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      className={cx("flex-none", className)}
    >
      <StatusShape status={status} candidate={candidate} />
    </svg>
  );
}

/** The shape alone, on a grid of 16 by 16, for use inside another SVG. */
export function StatusShape({ status, candidate }: { status: string | null; candidate: boolean }) {
  return candidate ? <CandidateShape status={status} /> : <StepShape status={status} />;
}

function StepShape({ status }: { status: string | null }) {
  const quarters = status === null ? undefined : QUARTERS[status];
  if (quarters !== undefined) {
    return (
      <>
        <circle cx="8" cy="8" r="6.6" strokeWidth="1.3" className="fill-ramp-0 stroke-mark-line" />
        <path
          d={quarters}
          className={status === "partially-operational" ? "fill-ramp-3" : "fill-ramp-2"}
        />
      </>
    );
  }
  switch (status) {
    case "operational":
      return <circle cx="8" cy="8" r="7.2" className="fill-ramp-4" />;
    case "not-started":
      return (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.6"
            strokeWidth="1.3"
            className="fill-ramp-0 stroke-mark-line"
          />
          <path d="M5 8h6" strokeWidth="1.4" className="stroke-mark-line" />
        </>
      );
    case "idle":
      return (
        <>
          <rect
            x="2"
            y="2"
            width="12"
            height="12"
            rx="1"
            strokeWidth="1.3"
            className="fill-amber-wash stroke-amber-ink"
          />
          <path d="M6.2 5.2v5.6M9.8 5.2v5.6" strokeWidth="1.7" className="stroke-amber" />
        </>
      );
    case "stalled":
    case "stalled-inferred":
      return <StalledShape inferred={status === "stalled-inferred"} />;
    case "cancelled":
      return (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.4"
            strokeWidth="1.3"
            className="fill-mark-paper stroke-ink-2"
          />
          <path
            d="m5.4 5.4 5.2 5.200M10.6 5.4 5.4 10.6"
            strokeWidth="1.4"
            className="stroke-ink-2"
          />
        </>
      );
    default:
      return (
        <circle
          cx="8"
          cy="8"
          r="6.4"
          strokeWidth="1.3"
          fillOpacity=".7"
          className="fill-mark-paper stroke-unknown"
        />
      );
  }
}

/** Stalled is beside the ramp: an amber square. Inferred only: thinner stripes and a dashed outline. */
function StalledShape({ inferred }: { inferred: boolean }) {
  return (
    <>
      <rect x="2" y="2" width="12" height="12" className="fill-amber-wash" />
      <path
        d={inferred ? HATCH_THIN : HATCH}
        strokeWidth={inferred ? 1.2 : 1.7}
        className="stroke-amber"
      />
      <rect
        x="2"
        y="2"
        width="12"
        height="12"
        rx="1"
        strokeWidth="1.3"
        strokeDasharray={inferred ? "2.4 1.6" : undefined}
        className="stroke-amber-ink"
      />
    </>
  );
}

/** Colour of the small dot that shows a candidate's status. */
const DOT: Readonly<Record<string, string>> = {
  "not-started": "fill-ramp-0 stroke-mark-line",
  "under-development": "fill-ramp-1 stroke-mark-line",
  serviced: "fill-ramp-2 stroke-mark-line",
  "partially-operational": "fill-ramp-3 stroke-ramp-3",
  operational: "fill-ramp-4 stroke-ramp-4",
  cancelled: "fill-mark-paper stroke-ink-2",
};

function CandidateShape({ status }: { status: string | null }) {
  const dot = status === null ? undefined : DOT[status];
  const stopped = status === "idle" || status === "stalled" || status === "stalled-inferred";
  return (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.4"
        strokeWidth="1.4"
        fillOpacity=".7"
        strokeDasharray="2.5 2.05"
        className="fill-mark-paper stroke-ink-2"
      />
      {dot === undefined ? null : <circle cx="8" cy="8" r="2.8" strokeWidth="1" className={dot} />}
      {stopped ? (
        <rect
          x="5.2"
          y="5.2"
          width="5.6"
          height="5.6"
          strokeWidth="1"
          className="fill-amber stroke-amber-ink"
        />
      ) : null}
    </>
  );
}
