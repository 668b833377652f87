import { cx } from "@/components/ui/cx";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { Evidence, Resolution } from "@/lib/evidence/resolve";
import { formatPartialDate } from "@/lib/text/format-date";
import type { LadderRung } from "@/lib/text/ladder-rungs";
import type { Day } from "@/lib/time/day";
import { EvidenceLink } from "./evidence-link";
import { ValueDate } from "./field-value";

/** Props of a ladder drawn. */
export interface LadderRungsProps {
  /** The ladder's field. */
  field: FieldKey;
  /** The firm that climbs it; null or absent: the zone. */
  tenancyId?: string | null;
  rungs: readonly LadderRung[];
  /** What shows for the field. */
  resolution: Resolution;
  /** The day looked at. */
  asOf: Day;
  /** Colour of what is reached. */
  colour: string;
}

/** The rungs of a ladder from the first to the last, each dated by its source, passed without one, or ahead. */
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
  const { state, first, missing } = rung;
  switch (state) {
    case "now":
      // The date of the claim shown stands below; only an earlier one adds to it.
      return first === null || first === resolution.evidence
        ? null
        : `first told ${dateOfRung(first)}`;
    case "evidenced":
      return first === null ? null : (
        <EvidenceLink
          field={first.claim.field === "approvedOn" ? "approvedOn" : field}
          tenancyId={tenancyId}
        >
          {dateOfRung(first)}
        </EvidenceLink>
      );
    case "passed":
      return "passed over, no source";
    case "ahead":
      return missing ?? "not reached";
    case "unknown":
      return "not known";
  }
}

/** A claim on the day of approval has its day as its value; any other has it as the day on which it holds. */
function dateOfRung({ claim, date }: Evidence): string {
  const isDay: FieldKey = "approvedOn";
  return formatPartialDate(
    claim.field === isDay && typeof claim.value === "string" ? claim.value : date,
  );
}
