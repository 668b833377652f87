import { StackedBar } from "@/components/charts/bar";
import type { Tone } from "@/components/charts/drawing";
import { TARGET_STATES, type TargetCounts, type TargetState } from "@/lib/targets/targets";
import { useText } from "@/lib/text/use-text";

/** Colours of the states of targets: unknown is hollow, not yet due an outline; neither is good or bad. */
export const TARGET_TONES: Readonly<Record<TargetState, Tone>> = {
  kept: "ramp-4",
  "kept-late": "ramp-2",
  missed: "amber",
  "not-known": "unknown",
  open: "pending",
};

interface TargetBarProps {
  counts: TargetCounts;
  /** The count of a full bar. */
  full: number;
  /** CSS pixels. */
  height?: number;
}

/** Targets by state on one bar. The counts are beside it in words or numbers. */
export function TargetBar({ counts, full, height = 14 }: TargetBarProps) {
  const { t, number } = useText();
  return (
    <StackedBar
      parts={TARGET_STATES.map((state) => ({
        key: state,
        count: counts[state],
        tone: TARGET_TONES[state],
        label: t("targets.stateCount", {
          state: t(`targets.state.${state}.label`),
          count: number(counts[state]),
        }),
      }))}
      full={full}
      height={height}
    />
  );
}
