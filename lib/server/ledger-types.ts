import "server-only";
import type {
  Claim,
  ContextFigure,
  Decision,
  Event,
  Source,
  SourceVersion,
  Tenancy,
  ZoneIdentity,
} from "@/lib/evidence/ledger-records";
import type { Actor } from "./audit";

/** A claim to be recorded. */
export interface NewClaim extends Omit<Claim, "revision"> {
  /**
   * The claim that showed when this one was made: its id, null for "I saw unknown". Absent: not
   * checked. Anything else than what shows now, inside the lock, is a conflict.
   */
  readonly basedOn?: string | null;
  /** The analyst's tick that the source says what the step asks. */
  readonly gateConfirmed?: boolean;
}

/** A judgement to be written. */
export type NewDecision = Pick<Decision, "claimId" | "kind" | "reason">;

/** Subjects and references that come with claims, in a first load or a new data set. Those that exist are left as they are. */
export interface NewSubjects {
  readonly zones: readonly ZoneIdentity[];
  readonly sources: readonly Source[];
  readonly tenancies: readonly Tenancy[];
  readonly events: readonly Omit<Event, "revision">[];
  readonly context: readonly Omit<ContextFigure, "revision">[];
}

/** What a source is to say from now on; parts that are left out stay as they are. */
export interface NewSourceChange {
  /** UUID of the change: sent twice, it is made once. */
  readonly id: string;
  readonly sourceId: string;
  /** The version over which it is made, by its revision; absent: not checked. */
  readonly basedOn?: number | undefined;
  readonly reason: string;
  readonly parts: Partial<Omit<Source, "id">>;
}

/** Who writes and what for; stands in the revision and, for a person, in the audit. */
export interface Authorship {
  /** The name in the revision. */
  readonly author: string;
  /** The person who writes; absent for a data set. */
  readonly actor?: Actor;
  readonly purpose: string;
}

/** What is wrong with one item of a write. */
export interface ItemFault {
  /** Place of the item in what was sent, from 0. */
  readonly index: number;
  /** The part at fault, such as `value` or `asOf`. */
  readonly part: string;
  /** A sentence that says what to do. */
  readonly message: string;
}

/** The claim that shows and the one that was to be recorded over another. */
export interface Conflict {
  readonly index: number;
  /** Null: unknown shows. */
  readonly current: Claim | null;
  readonly yours: NewClaim;
}

/** Why a write was refused. Nothing of it was recorded. */
export type Refusal =
  | { readonly ok: false; readonly code: "invalid"; readonly faults: readonly ItemFault[] }
  | { readonly ok: false; readonly code: "claim-id-reused"; readonly faults: readonly ItemFault[] }
  | { readonly ok: false; readonly code: "not-yours"; readonly faults: readonly ItemFault[] }
  | { readonly ok: false; readonly code: "unknown-source"; readonly faults: readonly ItemFault[] }
  | { readonly ok: false; readonly code: "change-id-reused"; readonly faults: readonly ItemFault[] }
  | { readonly ok: false; readonly code: "source-changed"; readonly current: SourceVersion }
  | { readonly ok: false; readonly code: "conflict"; readonly conflicts: readonly Conflict[] };

/** What a write did. `recorded` counts the items that were new; `version` is the last revision with them in it. */
export type WriteResult =
  | { readonly ok: true; readonly recorded: number; readonly version: number }
  | Refusal;
