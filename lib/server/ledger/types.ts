import "server-only";
import type { Issue } from "@/lib/evidence/issue";
import type {
  Claim,
  ContextItem,
  Decision,
  Event,
  FirmVersion,
  Retirement,
  Source,
  SourceVersion,
  Tenancy,
  ZoneIdentity,
} from "@/lib/evidence/ledger-records";
import type { Day } from "@/lib/time/day";
import type { Actor } from "../audit/audit";
import type { StoreMemory } from "../registry/store";

/** A new claim. */
export interface NewClaim extends Omit<Claim, "revision"> {
  /**
   * Id of the claim whose value was displayed when this one was made; null: the value was unknown;
   * absent: not checked. If another value is displayed now, inside the lock, the write is a conflict.
   */
  readonly basedOn?: string | null;
  /** Did the analyst confirm that the source supports the step? */
  readonly gateConfirmed?: boolean;
}

/** The ledger as a write finds it, with the writes before it in the same transaction. */
export interface LedgerBase {
  readonly memory: StoreMemory;
  /** The day in Pakistan, by the clock of the database. */
  readonly today: Day;
  /** The claims of the write that are recorded already. */
  readonly recordedIds: ReadonlySet<string>;
  /** Was any text ever removed? */
  readonly hasRemovedTexts: boolean;
}

/** A new decision. */
export type NewDecision = Pick<Decision, "claimId" | "kind" | "reason">;

/**
 * Subjects and references that come with claims, in a data set. A source, an event or a figure that exists with other
 * content than any of its versions becomes a new version; existing zones and firms stay as they are.
 */
export interface NewSubjects {
  readonly zones: readonly ZoneIdentity[];
  readonly sources: readonly NewSource[];
  readonly tenancies: readonly Tenancy[];
  readonly events: readonly Omit<Event, "revision">[];
  readonly context: readonly Omit<ContextItem, "revision">[];
  /** Firms without a zone; those of tenancies come with them. Absent: none. */
  readonly firms?: readonly NewFirm[];
}

/** A source, or its new version. */
export interface NewSource extends Source {
  /** Why an existing source is changed; absent: the purpose of the write. */
  readonly reason?: string | undefined;
}

/** A new version of a source. Absent parts stay the same. */
export interface NewSourceChange {
  /** UUID of the change: sent twice, it is made once. */
  readonly id: string;
  readonly sourceId: string;
  /** Revision of the version that the change was made from; absent: not checked. */
  readonly basedOn?: number | undefined;
  readonly reason: string;
  readonly parts: Partial<Omit<Source, "id">>;
}

/** The content of a firm, an event or a national figure. */
export type RecordContent =
  | { readonly kind: "firm"; readonly content: Omit<FirmVersion, "revision" | "reason"> }
  | { readonly kind: "event"; readonly content: Omit<Event, "revision" | "reason"> }
  | { readonly kind: "figure"; readonly content: Omit<ContextItem, "revision" | "reason"> };

/** A new version of a firm's names, of an event or of a national figure. Absent parts stay the same. */
export interface NewRecordChange {
  /** UUID of the change. */
  readonly id: string;
  readonly kind: RecordContent["kind"];
  readonly subject: string;
  /** Revision of the version that the change was made from. */
  readonly basedOn: number;
  readonly reason: string;
  readonly parts: Readonly<Record<string, unknown>>;
}

/** A record is merged, retired, withdrawn or restored. */
export type NewRetirement = Omit<Retirement, "revision">;

/** A new firm without a zone. */
export type NewFirm = Pick<FirmVersion, "id" | "name" | "otherNames">;

/** Records as a request names them: the ledger finds or makes them, and gives their ids. */
export interface NamedRecords {
  /** Slugs of new zones. Claims of the request name and admit them. */
  readonly zones: readonly string[];
  /** Firms in zones. The id is made if absent. */
  readonly tenancies: readonly {
    readonly id?: string | undefined;
    readonly zone: string;
    readonly firm: string;
  }[];
  /** Firms without a zone. The id is made if absent. */
  readonly firms: readonly {
    readonly id?: string | undefined;
    readonly name: string;
    readonly otherNames: readonly string[];
  }[];
}

/** The author and the purpose of a write. They are part of the revision. */
export interface Authorship {
  /** The name in the revision. */
  readonly author: string;
  /** The person who writes; absent for a data set. Their writes are audited. */
  readonly actor?: Actor;
  readonly purpose: string;
  /** Account of the author, if another person does the write, such as the one who accepts a submission. */
  readonly authorId?: string;
}

/** An issue with one item of a write: `index` is its position in the request, `param` the part at fault. */
export type ItemIssue = Issue & { readonly index: number };

/** A claim whose `basedOn` is not the displayed claim. */
export interface Conflict {
  readonly index: number;
  /** The displayed claim; null: unknown is displayed. */
  readonly current: Claim | null;
  readonly yours: NewClaim;
}

/** Why a write was rejected. Nothing of it is recorded. */
export type RejectedWrite =
  | {
      readonly ok: false;
      readonly code:
        | "invalid"
        | "claim-id-reused"
        | "not-yours"
        | "needs-reviewer"
        | "unknown-source"
        | "unknown-record"
        | "change-id-reused";
      readonly issues: readonly ItemIssue[];
    }
  | { readonly ok: false; readonly code: "source-changed"; readonly current: SourceVersion }
  | {
      readonly ok: false;
      readonly code: "record-changed";
      readonly current: { readonly revision: number; readonly content: RecordContent["content"] };
    }
  | { readonly ok: false; readonly code: "conflict"; readonly conflicts: readonly Conflict[] };

/** The result of a write: the number of new items, and the last revision that includes the write. */
export type WriteResult =
  | {
      readonly ok: true;
      readonly recorded: number;
      readonly revision: number;
      /** Id of the submission in which the claims wait for another person; absent: nothing waits. */
      readonly submission?: string;
    }
  | RejectedWrite;

/** The new items of a write, or why it is rejected. */
export type Planned<T> = { readonly ok: true; readonly items: readonly T[] } | RejectedWrite;
