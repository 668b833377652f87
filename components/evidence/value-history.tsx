import type { CSSProperties } from "react";
import { cx } from "@/components/ui/cx";
import type { Resolution } from "@/lib/evidence/resolve";
import { type HistoryPoint, listValueHistory } from "@/lib/evidence/value-history";
import { describeAge } from "@/lib/text/evidence-summary";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

interface ValueHistoryProps {
  resolution: Resolution;
  /** The day looked at. */
  asOf: Day;
}

/** The age of the displayed value, whether others confirm it, and all reports in order of their dates. */
export function ValueHistory({ resolution, asOf }: ValueHistoryProps) {
  const text = useText();
  const points = listValueHistory(resolution, asOf);
  return (
    <div className="text-12 text-ink-3 @xl:col-span-2">
      {resolution.evidence === null ? null : <p>{describeAge(text, resolution, asOf)}</p>}
      {points.length < 2 ? null : (
        <>
          <Strip points={points} />
          <ol className="flex flex-wrap gap-x-4 gap-y-0.5">
            {points.map((point) => (
              <li key={point.evidence.claim.id}>
                <PointText point={point} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** The reports on a line of days that ends at the day looked at. The list below says the same in words. */
function Strip({ points }: { points: readonly HistoryPoint[] }) {
  return (
    <div
      aria-hidden="true"
      className="relative mx-1 my-2 h-2 max-w-96 before:absolute before:inset-x-0 before:top-1/2 before:border-line-2 before:border-t"
    >
      {points.map(({ evidence, standing, at }) => {
        const style: CSSProperties = { insetInlineStart: `${at * 100}%` };
        return (
          <span
            key={evidence.claim.id}
            data-standing={standing}
            style={style}
            className={cx(
              "absolute top-0 size-2 -translate-x-1/2 rounded-full border rtl:translate-x-1/2",
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

const POINT_MESSAGES = {
  shown: "ledger.history.pointShown",
  live: "ledger.history.point",
  "set-aside": "ledger.history.pointUnused",
  deprecated: "ledger.history.pointUnused",
} as const satisfies Record<HistoryPoint["standing"], string>;

function PointText({ point: { evidence, standing } }: { point: HistoryPoint }) {
  const { claim, date } = evidence;
  const text = useText();
  return text.t.rich(POINT_MESSAGES[standing], {
    date: text.partialDate(date),
    value:
      claim.value === null
        ? text.t("ledger.history.notKnown")
        : text.value(claim.field, claim.value),
    day: (words) => <span className="tabular">{words}</span>,
    b: (words) => (
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
    ),
  });
}
