import { cx } from "@/components/ui/cx";
import { getStep, VOCABULARIES } from "@/lib/catalogue/vocabularies";

const { steps } = VOCABULARIES.tenancyStage;

/**
 * How far a firm has come, as seven parts of which the steps up to its own are filled; unknown as one
 * hollow box; one that left as empty parts. Decorative: the stage stands beside it in words.
 */
export function StageTrack({ stage, className }: { stage: string | null; className?: string }) {
  const at = getStep("tenancyStage", stage);
  return (
    <span aria-hidden="true" className={cx("flex h-2 gap-0.5", className)}>
      {stage === null ? (
        <i className="flex-1 border border-unknown border-dashed" />
      ) : (
        steps.map(({ value }, step) => (
          <i
            key={value}
            className={cx("flex-1", at !== null && step <= at ? "bg-ramp-3" : "bg-line")}
          />
        ))
      )}
    </span>
  );
}
