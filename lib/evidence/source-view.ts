import type { Day } from "@/lib/time/day";
import type { ClaimStatus } from "./claim-status";
import type { ContextFigure, Event, Revision, Source, SourceVersion } from "./ledger-records";

/** A source at one moment with its claims, events and figures, as its page displays them. */
export interface SourceView {
  readonly source: Source;
  /** Its versions by then, oldest first. */
  readonly versions: readonly SourceVersion[];
  /** By zone, then field, then newest first; see `listClaimsBySource`. */
  readonly claims: readonly ClaimStatus[];
  /** Latest first. */
  readonly events: readonly Event[];
  readonly figures: readonly ContextFigure[];
  /** Every source by then, for the claims that contradict. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Names of zones by slug. */
  readonly zones: ReadonlyMap<string, string>;
  readonly revisions: ReadonlyMap<number, Revision>;
  readonly asOf: Day;
  /** The moment's parameters as in the current address, for links to other pages. */
  readonly moment: readonly (readonly [string, string])[];
}
