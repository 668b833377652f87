import type { CSSProperties } from "react";
import type { Ladder } from "@/lib/query/ladder-funnel";
import { formatPartialDate } from "@/lib/text/format-date";
import { getZoneClimb, type LadderRung, type RungState } from "@/lib/text/ladder-rungs";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { ComparedValue } from "./compared-value";
import type { ComparedZone } from "./compared-zone";

const COLOURS: Readonly<Record<Ladder, string>> = {
  legalStatus: "var(--color-band-known)",
  status: "var(--color-ramp-3)",
};

/** Props of a ladder in a column. */
export interface StandingLadderProps {
  zone: ComparedZone;
  ladder: Ladder;
  asOf: Day;
}

/** One zone's ladder, from its first rung down, so that the rungs of several stand level. */
export function StandingLadder({ zone, ladder, asOf }: StandingLadderProps) {
  const text = useText();
  const { fields, values } = zone.record;
  const approval = ladder === "legalStatus" ? fields.approvedOn : null;
  const { rungs, aside } = getZoneClimb(text, ladder, fields[ladder], values, approval);
  const style: CSSProperties = { "--rung": COLOURS[ladder] };
  const at = rungs.findIndex(({ state }) => state === "now");
  return (
    <>
      <ol className="compare-rungs" style={style}>
        {rungs.map((rung, i) => (
          <li
            key={rung.value}
            data-reached={i < at || undefined}
            aria-current={rung.state === "now" ? "step" : undefined}
          >
            <RungDot state={rung.state} />
            <span className="leading-[0.875rem]">
              <span className={WORDS_CLASS[rung.state]}>{rung.label}</span>
              <span className="meta block">{rungWords(rung)}</span>
            </span>
          </li>
        ))}
      </ol>
      <div className={aside === null ? undefined : "text-amber-ink"}>
        <ComparedValue zone={zone} field={ladder} asOf={asOf} />
      </div>
    </>
  );
}

const WORDS_CLASS: Readonly<Record<RungState, string>> = {
  now: "font-semibold",
  confirmed: "",
  assumed: "",
  ahead: "text-ink-3",
  unknown: "text-ink-3",
};

function rungWords({ state, date }: LadderRung): string {
  switch (state) {
    case "now":
      return "stands here";
    case "confirmed":
      return date === null ? "passed" : `by ${formatPartialDate(date)}`;
    case "assumed":
      return "passed, no source";
    case "ahead":
      return "not reached";
    case "unknown":
      return "not known";
  }
}

/** Full with a ring: now. Full: dated by a source. Hollow: passed but never shown. Grey: not reached. */
function RungDot({ state }: { state: RungState }) {
  const reached = state === "now" || state === "confirmed" || state === "assumed";
  const colour = reached ? "var(--rung)" : "var(--color-line-2)";
  return (
    <svg aria-hidden="true" viewBox="0 0 13 13" width={13} height={13} className="mt-px">
      {state === "now" ? (
        <>
          <circle
            cx={6.5}
            cy={6.5}
            r={5.75}
            fill="var(--color-paper)"
            stroke={colour}
            strokeWidth={1.5}
          />
          <circle cx={6.5} cy={6.5} r={3.5} fill={colour} />
        </>
      ) : (
        <circle
          cx={6.5}
          cy={6.5}
          r={4.25}
          fill={state === "confirmed" ? colour : "var(--color-paper)"}
          stroke={colour}
          strokeWidth={1.75}
        />
      )}
    </svg>
  );
}
