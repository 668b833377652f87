import type { CSSProperties } from "react";
import { cx } from "@/components/ui/cx";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { Evidence, Resolution } from "@/lib/evidence/resolve";
import {
  getIndependentConfirmation,
  type HistoryPoint,
  listValueHistory,
} from "@/lib/evidence/value-history";
import { getClaimDate } from "@/lib/evidence/zone-view";
import { formatAge, formatPartialDate } from "@/lib/text/format-date";
import { formatNumber } from "@/lib/text/format-number";
import { valueWords } from "@/lib/text/value-words";
import { type Day, daysBetween } from "@/lib/time/day";

/** Props of a value's history. */
export interface ValueHistoryProps {
  resolution: Resolution;
  /** The day looked at. */
  asOf: Day;
}

/** How old the value shown is, who else confirms it, and, of more than one claim, what was said when. */
export function ValueHistory({ resolution, asOf }: ValueHistoryProps) {
  const { evidence } = resolution;
  const points = listValueHistory(resolution, asOf);
  return (
    <div className="text-12 text-ink-3 @xl:col-span-2">
      {evidence === null ? null : <p>{ageWords(resolution, evidence, asOf)}</p>}
      {points.length < 2 ? null : (
        <>
          <Strip points={points} />
          <ol className="flex flex-wrap gap-x-4 gap-y-0.5">
            {points.map((point) => (
              <li key={point.evidence.claim.id}>
                <Said point={point} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function ageWords(resolution: Resolution, evidence: Evidence, asOf: Day): string {
  const { ageDays, fresh } = getClaimDate(evidence, asOf);
  const { freshFor } = fieldSpec(evidence.claim.field);
  const limit =
    freshFor === null || fresh ? "" : `, past the ${formatAge(freshFor)} it is fresh for`;
  const age = ageDays < 1 ? "Of that very day" : `${formatAge(ageDays)} old${limit}`;
  if (resolution.value === null) return `${age}.`;
  const confirmed = getIndependentConfirmation(resolution);
  if (confirmed === null) {
    // What never goes stale needs no confirming anew.
    return freshFor === null ? `${age}.` : `${age}. No independent or tenant source confirms it.`;
  }
  const days = daysBetween(confirmed.effectiveOn, asOf);
  const ago = `${formatNumber(days)} ${days === 1 ? "day" : "days"}`;
  return `${age}. ${ago} since it was last confirmed by a source that is not official (${formatPartialDate(confirmed.date)}).`;
}

/** The claims on a line from the first to the day looked at. The list under it says the same in words. */
function Strip({ points }: { points: readonly HistoryPoint[] }) {
  return (
    <div
      aria-hidden="true"
      className="relative my-2 mr-1 ml-1 h-2 max-w-96 before:absolute before:inset-x-0 before:top-1/2 before:border-line-2 before:border-t"
    >
      {points.map(({ evidence, standing, at }) => {
        const style: CSSProperties = { "--at": `${at * 100}%` };
        return (
          <span
            key={evidence.claim.id}
            data-standing={standing}
            style={style}
            className={cx(
              "absolute top-0 left-(--at) size-2 -translate-x-1/2 rounded-full border",
              standing === "shown" && "z-1 border-accent bg-accent",
              standing === "live" && "border-ink-3 bg-ink-3",
              standing === "set-aside" && "border-ink-3 bg-paper",
              standing === "deprecated" && "border-ink-4 border-dashed bg-paper",
            )}
          />
        );
      })}
    </div>
  );
}

const STANDING_WORDS: Readonly<Record<HistoryPoint["standing"], string>> = {
  shown: "shown",
  live: "",
  "set-aside": "set aside",
  deprecated: "deprecated",
};

function Said({ point: { evidence, standing } }: { point: HistoryPoint }) {
  const { claim, date } = evidence;
  const words = claim.value === null ? "not known" : valueWords(claim.field, claim.value);
  return (
    <>
      <span className="tabular">{formatPartialDate(date)}</span>{" "}
      <span
        className={cx(
          "text-ink-2",
          claim.value === null && "unknown",
          standing === "shown" && "font-medium text-ink",
          standing === "deprecated" && "line-through",
        )}
      >
        {words}
      </span>
      {STANDING_WORDS[standing] === "" ? null : ` (${STANDING_WORDS[standing]})`}
    </>
  );
}
