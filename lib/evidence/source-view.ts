import type { Day } from "@/lib/time/day";
import type { ClaimStatus } from "./claim-status";
import type { ContextFigure, Event, Revision, Source, SourceVersion } from "./ledger-records";

/** One source at one moment with all that rests on it: what its page is made from. */
export interface SourceView {
  readonly source: Source;
  /** Its versions by then, the first first. */
  readonly versions: readonly SourceVersion[];
  /** In the order of the register, of the catalogue, and the latest first. */
  readonly claims: readonly ClaimStatus[];
  /** The latest first. */
  readonly events: readonly Event[];
  readonly figures: readonly ContextFigure[];
  /** Every source by then, for those whose claims say otherwise. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Names of zones by slug. */
  readonly zones: ReadonlyMap<string, string>;
  readonly revisions: ReadonlyMap<number, Revision>;
  readonly asOf: Day;
  /** The moment as the address asks for it, for the addresses of other pages. */
  readonly moment: readonly (readonly [string, string])[];
}
