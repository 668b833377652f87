import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import type { TracePart, TraceTone } from "@/lib/context/constraint-trace";

const HEIGHT = 14;
const RAMP = ["fill-ramp-0", "fill-ramp-1", "fill-ramp-2", "fill-ramp-3", "fill-ramp-4"] as const;
/** What is furthest is full ink, what is nothing nearly paper. */
const FAINTEST = 0.12;

/** Props of a bar. */
export interface TraceBarProps {
  field: ZoneFieldKey;
  parts: readonly TracePart[];
  /** The whole that the bar stands for. */
  zones: number;
}

/** All zones as one length, parted by how they stand: the furthest first and strongest, unknown hollow at the end. The counts stand under it in words. */
export function TraceBar({ field, parts, zones }: TraceBarProps) {
  let from = 0;
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT} className="block overflow-visible">
      {parts.map(({ value, count, tone }) => {
        const [start, length] = [from, (100 * count) / zones];
        from += length;
        return count === 0 ? null : (
          <rect
            key={value}
            x={`${start}%`}
            y={1.5}
            width={`${length}%`}
            height={HEIGHT - 3}
            {...lookOf(field, tone)}
          />
        );
      })}
    </svg>
  );
}

/** Green says how far on the ground; the rest is ink. Each part has the paper's edge, the hollow one its own. */
function lookOf(field: ZoneFieldKey, tone: TraceTone) {
  if (tone.kind === "unknown") return { className: "fill-paper stroke-unknown" };
  if (tone.kind === "other") return { className: "fill-paper-3 stroke-line-2" };
  const spec = fieldSpec(field);
  const share = tone.at / (tone.of - 1);
  if (spec.kind === "choice" && (spec.vocabulary === "indicator" || spec.vocabulary === "status")) {
    return { className: `${RAMP[Math.round(share * (RAMP.length - 1))]} stroke-line-2` };
  }
  return {
    className: "fill-band-known stroke-line-2",
    fillOpacity: FAINTEST + (1 - FAINTEST) * share,
  };
}
