"use client";

import type { CSSProperties } from "react";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import type { Ladder } from "@/lib/query/ladder-funnel";
import type { RungState } from "@/lib/text/ladder-rungs";
import { ComparedValue, type ComparedValueProps } from "./compared-cells";

/** A rung in words. */
export interface RungWords {
  readonly label: string;
  readonly state: RungState;
  /** Under the label. */
  readonly note: string;
}

interface ComparedLadderProps {
  ladder: Ladder;
  /** Of `RungWords`, from the first rung. */
  rungs: PackedRecords;
  /** Is the value none of the rungs? */
  aside: boolean;
  /** The value under the ladder. */
  cell: ComparedValueProps;
}

const COLOURS: Readonly<Record<Ladder, string>> = {
  legalStatus: "var(--color-band-known)",
  status: "var(--color-ramp-3)",
};

/** The ladder of one zone. A client component, so that a page sends its words once beside the markup. */
export function ComparedLadder({ ladder, rungs, aside, cell }: ComparedLadderProps) {
  const style: CSSProperties = { "--rung": COLOURS[ladder] };
  const listed = unpackRecords<RungWords>(rungs);
  const at = listed.findIndex(({ state }) => state === "now");
  return (
    <>
      <ol className="comparison-rungs" style={style}>
        {listed.map(({ label, state, note }, i) => (
          <li
            key={label}
            data-reached={i < at || undefined}
            aria-current={state === "now" ? "step" : undefined}
          >
            <RungDot state={state} />
            <span>
              <span className={LABEL_CLASS[state]}>{label}</span>
              <span className="meta">{note}</span>
            </span>
          </li>
        ))}
      </ol>
      <div className={aside ? "text-amber-ink" : undefined}>
        <ComparedValue {...cell} />
      </div>
    </>
  );
}

const LABEL_CLASS: Readonly<Record<RungState, string | undefined>> = {
  now: "font-semibold",
  confirmed: undefined,
  assumed: undefined,
  ahead: "text-ink-3",
  unknown: "text-ink-3",
};

/**
 * Full with a ring: current. Full: confirmed by a source. Hollow: assumed. Grey: not reached or unknown. A page has many,
 * so their shape is in the style sheet.
 */
function RungDot({ state }: { state: RungState }) {
  return (
    <svg aria-hidden="true" data-state={state}>
      <circle />
      {state === "now" ? <circle /> : null}
    </svg>
  );
}
