import type { ActionResult } from "@/lib/contract/action-result";
import type { Source, Tenancy } from "@/lib/evidence/ledger-records";
import type { DraftClaim, ZoneEvidence } from "@/lib/evidence/preview";
import type { PackedRow } from "@/lib/evidence/row";
import type { Day } from "@/lib/time/day";

/** A claim that waits, with what it was compared with. */
export interface SubmittedClaim extends DraftClaim {
  /** Id of the claim displayed when this one was made; null: the value was unknown; absent: not checked. */
  readonly basedOn?: string | null | undefined;
  readonly gateConfirmed?: boolean | undefined;
}

/** A claim that is to be withdrawn, in words. */
interface Withdrawal {
  readonly claimId: string;
  /** The zone, its firm and the field. */
  readonly label: string;
  readonly value: string;
  readonly reason: string;
}

/** Claims or withdrawals that wait, and what the reader may do with them. */
export interface SubmissionView {
  readonly id: string;
  readonly round: number;
  readonly author: string;
  readonly claims: readonly SubmittedClaim[];
  /** Recorded claims that the author withdraws. */
  readonly withdrawals: readonly Withdrawal[];
  /** Ids of the sources that come with the claims. */
  readonly newSources: readonly string[];
  /** `review`: another person decides. `mend`: the author can change, send again and withdraw. `read`: nothing. */
  readonly mode: "review" | "mend" | "read";
  /** Is it the author's turn? */
  readonly returned: boolean;
}

/** A zone of the claims with its present evidence. */
export interface SubmissionZone {
  readonly slug: string;
  readonly name: string;
  readonly evidence: ZoneEvidence;
  readonly tenancies: readonly Tenancy[];
}

/** The present registry, against which the claims are shown. */
export interface SubmissionContext {
  readonly zones: readonly SubmissionZone[];
  readonly rows: readonly PackedRow[];
  /** Every source, with those of the claims. */
  readonly sources: readonly Source[];
  readonly today: Day;
  readonly version: number;
}

type Change<T = null> = (input: unknown) => Promise<ActionResult<T>>;

/** The changes of a submission. `accept` returns the revision. */
export interface SubmissionChanges {
  readonly accept: Change<number>;
  readonly giveBack: Change;
  readonly resend: Change;
  readonly withdraw: Change;
}
