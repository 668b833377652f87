import { cx } from "@/components/ui/cx";
import type { Standing } from "@/lib/readiness/standing";

/** Props of the mark of a zone's standing. */
export interface StandingMarkProps {
  standing: Standing;
  /** Approval not confirmed: a dashed ring with the standing, unless it is unknown, small inside it. */
  candidate?: boolean;
  /** Width and height in CSS pixels. */
  size?: number;
  className?: string;
}

/**
 * The standing of a zone as a shape. Decorative: the words are always next to it. It has no ids and no references, so that it
 * can occur any number of times and be copied into a picture.
 */
export function StandingDrawing({
  standing,
  candidate = false,
  size = 14,
  className,
}: StandingMarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      className={cx("flex-none", className)}
    >
      <StandingShape standing={standing} candidate={candidate} />
    </svg>
  );
}

interface ShapeProps {
  standing: Standing;
  candidate: boolean;
}

/** The shape alone, on a grid of 16 by 16, for use inside another SVG. */
export function StandingShape({ standing, candidate }: ShapeProps) {
  return candidate ? <CandidateShape standing={standing} /> : <PlainShape standing={standing} />;
}

function Ring({ className }: { className: string }) {
  return <circle cx="8" cy="8" r="6.6" strokeWidth="1.3" className={className} />;
}

function PlainShape({ standing }: Pick<ShapeProps, "standing">) {
  switch (standing) {
    case "running":
      return <circle cx="8" cy="8" r="7.2" className="fill-ramp-4" />;
    case "reported-running":
      return (
        <>
          <Ring className="fill-mark-paper stroke-ramp-4" />
          <circle cx="8" cy="8" r="3.9" className="fill-ramp-3" />
        </>
      );
    case "being-built":
      return (
        <>
          <Ring className="fill-ramp-0 stroke-mark-line" />
          <path d="M8 8V1.900A6.1 6.1 0 0 1 8 14.100Z" className="fill-ramp-2" />
        </>
      );
    case "stopped":
      return (
        <>
          <rect x="2" y="2" width="12" height="12" className="fill-amber-wash" />
          {/* Stripes, drawn one by one, as a pattern would need an id. */}
          <path
            d="M2 5 5 2M2 9 9 2M2 13 13 2M5 14 14 5M9 14 14 9"
            strokeWidth="1.7"
            className="stroke-amber"
          />
          <rect
            x="2"
            y="2"
            width="12"
            height="12"
            rx="1"
            strokeWidth="1.3"
            className="stroke-amber-ink"
          />
        </>
      );
    case "not-started":
      return (
        <>
          <Ring className="fill-ramp-0 stroke-mark-line" />
          <path d="M5 8h6" strokeWidth="1.4" className="stroke-mark-line" />
        </>
      );
    case "unknown":
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

/** Colour of the small shape that shows a candidate's standing; null: none. */
const DOT: Readonly<Record<Standing, string | null>> = {
  running: "fill-ramp-4 stroke-ramp-4",
  "reported-running": "fill-mark-paper stroke-ramp-4",
  "being-built": "fill-ramp-2 stroke-mark-line",
  stopped: "fill-amber stroke-amber-ink",
  "not-started": "fill-ramp-0 stroke-mark-line",
  unknown: null,
};

function CandidateShape({ standing }: Pick<ShapeProps, "standing">) {
  const dot = DOT[standing];
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
      {dot === null ? null : standing === "stopped" ? (
        <rect x="5.2" y="5.2" width="5.6" height="5.6" strokeWidth="1" className={dot} />
      ) : (
        <circle cx="8" cy="8" r="2.8" strokeWidth="1" className={dot} />
      )}
    </>
  );
}
