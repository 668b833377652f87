import { StepTrack } from "@/components/charts/bar";
import { cx } from "@/components/ui/cx";
import type { FieldKey } from "@/lib/catalogue/fields";
import { getStep, VOCABULARIES } from "@/lib/catalogue/vocabularies";
import type { Resolution } from "@/lib/evidence/resolve";
import type { LadderRung } from "@/lib/text/ladder-rungs";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { EvidenceLink, ValueDate } from "./field-value";

interface LadderRungsProps {
  /** The ladder's field. */
  field: FieldKey;
  /** The firm that is on the ladder; null or absent: the zone. */
  tenancyId?: string | null;
  rungs: readonly LadderRung[];
  /** The displayed value of the field. */
  resolution: Resolution;
  /** The day looked at. */
  asOf: Day;
  /** Colour of what is reached. */
  colour: string;
}

/** The rungs of a ladder in order: dated by a source, assumed, reached now, or ahead. */
export function LadderRungs({ rungs, colour, ...props }: LadderRungsProps) {
  return (
    <ol className="ladder" style={{ "--ladder-colour": colour }}>
      {rungs.map((rung) => (
        <RungView key={rung.value} rung={rung} {...props} />
      ))}
    </ol>
  );
}

type RungProps = Omit<LadderRungsProps, "rungs" | "colour"> & { rung: LadderRung };

function RungView(props: RungProps) {
  const { field, tenancyId, rung, resolution, asOf } = props;
  const { state, label } = rung;
  return (
    <li
      className="rung"
      data-state={state === "unknown" ? undefined : state}
      aria-current={state === "now" ? "step" : undefined}
    >
      <span className="rung-dot" />
      <span className={cx("block", state === "now" ? "font-semibold" : "font-medium")}>
        {state === "now" ? (
          <EvidenceLink field={field} tenancyId={tenancyId}>
            {label}
          </EvidenceLink>
        ) : (
          label
        )}
      </span>
      <span className="meta block">
        <RungDetail {...props} />
      </span>
      {state === "now" ? (
        <span className="block">
          <ValueDate resolution={resolution} asOf={asOf} />
        </span>
      ) : null}
    </li>
  );
}

function RungDetail({ field, tenancyId, rung, resolution }: RungProps) {
  const text = useText();
  const { state, first, date, missing } = rung;
  switch (state) {
    case "now":
      // The date of the displayed claim is below; only an earlier one adds to it.
      return date === null || first === resolution.evidence
        ? null
        : text.t("ledger.rung.firstReported", { date: text.partialDate(date) });
    case "confirmed":
      return date === null ? null : (
        <EvidenceLink
          field={first?.claim.field === "approvedOn" ? "approvedOn" : field}
          tenancyId={tenancyId}
        >
          {text.partialDate(date)}
        </EvidenceLink>
      );
    case "assumed":
      return text.t("common.ladder.assumed");
    case "ahead":
      return missing ?? text.t("common.ladder.ahead");
    case "unknown":
      return text.t("common.ladder.unknown");
  }
}

const STEPS = VOCABULARIES.tenancyStage.steps.length;

/**
 * How far a firm is, as steps up to its stage. Unknown (null) is one hollow box; a firm that left has
 * empty steps. The stage is written next to it.
 */
export function StageTrack({ stage, className }: { stage: string | null; className?: string }) {
  const step = getStep("tenancyStage", stage);
  return (
    <span className={className}>
      <StepTrack steps={STEPS} reached={stage === null ? null : step === null ? 0 : step + 1} />
    </span>
  );
}
