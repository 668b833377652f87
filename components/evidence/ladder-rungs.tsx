import { StepTrack } from "@/components/charts/bar";
import type { FieldKey } from "@/lib/catalogue/fields";
import { getStep, VOCABULARIES } from "@/lib/catalogue/vocabularies";
import type { Resolution } from "@/lib/evidence/resolve";
import type { LadderRung } from "@/lib/text/ladder-rungs";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { toFact } from "./fact";
import { type Rung, RungList } from "./rung-list";

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
  /** The last revision that is taken as known. */
  revision: number;
  /** Colour of what is reached. */
  colour: string;
}

/** The rungs of a ladder in order: dated by a source, assumed, reached now, or ahead. */
export function LadderRungs({ rungs, colour, ...props }: LadderRungsProps) {
  const text = useText();
  const { tenancyId, ...input } = props;
  return (
    <RungList
      rungs={rungs.map((rung) => toRung(text, rung, props))}
      fact={toFact(text, { ...input, ...(tenancyId ? { tenancy: tenancyId } : {}) })}
      colour={colour}
    />
  );
}

type RungProps = Omit<LadderRungsProps, "rungs" | "colour">;

function toRung(text: Text, rung: LadderRung, props: RungProps): Rung {
  const { label: name, state, first, date } = rung;
  const detail = describeRung(text, rung, props);
  if (state !== "confirmed" || date === null) return { name, state, ...(detail && { detail }) };
  const field = first?.claim.field === "approvedOn" ? "approvedOn" : props.field;
  return { name, state, detail: text.partialDate(date), field, label: text.fieldLabel(field) };
}

/** What stands under the name of a rung; null: nothing. */
function describeRung(text: Text, rung: LadderRung, { resolution }: RungProps): string | null {
  const { state, first, date, missing, unused } = rung;
  switch (state) {
    case "now":
      // The date of the displayed claim is below, or since when; only an earlier one adds to it.
      return date === null || first === resolution.evidence || resolution.progress
        ? null
        : text.t("ledger.rung.firstReported", { date: text.partialDate(date) });
    case "confirmed":
      return null;
    case "assumed":
      return unused > 0
        ? text.t("ledger.rung.assumedUnused", { count: unused })
        : text.t("common.ladder.assumed");
    case "ahead":
      return missing ?? text.t("common.ladder.ahead");
    case "unknown":
      return unused > 0
        ? text.t("ledger.rung.unknownUnused", { count: unused })
        : text.t("common.ladder.unknown");
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
