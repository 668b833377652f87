"use client";

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

/**
 * The ladder of one zone. A client component, so that a page sends its words once beside the markup. The dot of a rung is
 * full with a ring: current; full: confirmed by a source; hollow: assumed; grey: not reached or unknown.
 */
export function ComparedLadder({ ladder, rungs, aside, cell }: ComparedLadderProps) {
  return (
    <>
      <ol className="comparison-rungs" data-ladder={ladder}>
        {unpackRecords<RungWords>(rungs).map(({ label, state, note }) => (
          <li key={label} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <svg aria-hidden="true">
              <circle />
              {state === "now" ? <circle /> : null}
            </svg>
            <span>
              <span>{label}</span>
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
