import { TARGET_STATES, type TargetCounts, type TargetState } from "@/lib/targets/targets";
import { describeTargetCounts } from "@/lib/text/target-words";
import { useText } from "@/lib/text/use-text";

/** What is unknown is hollow, what is not due yet an outline. */
const FILLS: Readonly<Record<TargetState, string>> = {
  kept: "fill-ramp-4",
  "kept-late": "fill-ramp-2",
  missed: "fill-amber",
  "not-known": "fill-paper stroke-unknown [stroke-dasharray:3_2]",
  open: "fill-paper-3 stroke-ink-3",
};

/** What became of every promise, as one bar and in words. */
export function PromiseBar({ counts }: { counts: TargetCounts }) {
  const text = useText();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  let start = 0;
  return (
    <>
      {total === 0 ? null : (
        <svg aria-hidden="true" width="100%" height={16} className="mb-1.5 block">
          {TARGET_STATES.map((state) => {
            const from = (100 * start) / total;
            start += counts[state];
            return counts[state] === 0 ? null : (
              <rect
                key={state}
                x={`${from}%`}
                y={1}
                width={`${(99.6 * counts[state]) / total}%`}
                height={14}
                className={FILLS[state]}
              >
                <title>{`${text.t(`targets.state.${state}.label`)}: ${counts[state]}`}</title>
              </rect>
            );
          })}
        </svg>
      )}
      <p className="text-pretty">{describeTargetCounts(text, counts)}</p>
    </>
  );
}
