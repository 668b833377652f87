import type { ShadeStep } from "./map-point";

/** Fills from pale to dark. */
const FILLS = ["fill-ramp-0", "fill-ramp-1", "fill-ramp-3", "fill-ramp-4"] as const;

/** A marker that is coloured by a value; null: unknown, hollow. Decorative: the words are beside it. */
export function ShadeMark({ step, size = 14 }: { step: ShadeStep | null; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      className="flex-none"
    >
      {step === null ? (
        <circle
          cx="8"
          cy="8"
          r="6.4"
          strokeWidth="1.3"
          fillOpacity=".7"
          strokeDasharray="2.5 2.05"
          className="fill-mark-paper stroke-unknown"
        />
      ) : (
        <circle
          cx="8"
          cy="8"
          r="6.8"
          strokeWidth="1.2"
          className={`${FILLS[step]} stroke-mark-line`}
        />
      )}
    </svg>
  );
}
