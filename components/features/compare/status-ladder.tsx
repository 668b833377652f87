import type { CSSProperties } from "react";
import type { Ladder } from "@/lib/query/ladder-funnel";
import { getZoneClimb, type LadderRung, type RungState } from "@/lib/text/ladder-rungs";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import type { ComparedZone } from "./compared-zone";
import { ComparedValue } from "./comparison-rows";

const COLOURS: Readonly<Record<Ladder, string>> = {
  legalStatus: "var(--color-band-known)",
  status: "var(--color-ramp-3)",
};

interface StatusLadderProps {
  zone: ComparedZone;
  ladder: Ladder;
  asOf: Day;
}

/** The ladder of one zone from its first rung down, so that the rungs of several zones line up. */
export function StatusLadder({ zone, ladder, asOf }: StatusLadderProps) {
  const text = useText();
  const { fields, values } = zone.record;
  const approval = ladder === "legalStatus" ? fields.approvedOn : null;
  const { rungs, aside } = getZoneClimb(text, ladder, fields[ladder], values, approval);
  const style: CSSProperties = { "--rung": COLOURS[ladder] };
  const at = rungs.findIndex(({ state }) => state === "now");
  return (
    <>
      <ol className="comparison-rungs" style={style}>
        {rungs.map((rung, i) => (
          <li
            key={rung.value}
            data-reached={i < at || undefined}
            aria-current={rung.state === "now" ? "step" : undefined}
          >
            <RungDot state={rung.state} />
            <span className="leading-[0.875rem]">
              <span className={LABEL_CLASS[rung.state]}>{rung.label}</span>
              <span className="meta block">{describeRung(text, rung)}</span>
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

const LABEL_CLASS: Readonly<Record<RungState, string>> = {
  now: "font-semibold",
  confirmed: "",
  assumed: "",
  ahead: "text-ink-3",
  unknown: "text-ink-3",
};

function describeRung({ t, partialDate }: Text, { state, date }: LadderRung): string {
  if (state !== "confirmed") return t(`compare.ladder.${state}`);
  return date === null
    ? t("compare.ladder.passed")
    : t("compare.ladder.by", { date: partialDate(date) });
}

/** Full with a ring: current. Full: confirmed by a source. Hollow: assumed. Grey: not reached or unknown. */
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
