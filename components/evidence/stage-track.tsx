import { StepTrack } from "@/components/charts/bar";
import { getStep, VOCABULARIES } from "@/lib/catalogue/vocabularies";

const STEPS = VOCABULARIES.tenancyStage.steps.length;

/**
 * How far a firm is, as steps up to its stage. Unknown (null) is one hollow box; a firm that left has
 * empty steps. The stage stands beside it in words.
 */
export function StageTrack({ stage, className }: { stage: string | null; className?: string }) {
  const step = getStep("tenancyStage", stage);
  return (
    <span className={className}>
      <StepTrack steps={STEPS} reached={stage === null ? null : step === null ? 0 : step + 1} />
    </span>
  );
}
