import type { FieldKey } from "../catalogue/fields";
import type { ImpliedBound } from "../catalogue/implied-bounds";
import type { FieldValue } from "../catalogue/kinds";
import type { TargetKey } from "../targets/targets";
import type { PartialDate } from "../time/day";

/** The kinds of work: what somebody waits for first. Items that change as much as each other are in this order. */
export const WORK_KINDS = [
  "correction",
  "review",
  "disputed",
  "target",
  "implied",
  "question",
  "dead-link",
  "stale",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** A report as an item names it. */
export interface ReportedValue {
  readonly claimId: string;
  /** Null: the source says "not known". */
  readonly value: FieldValue;
  readonly date: PartialDate;
}

/** What each kind of work is about. */
type WorkFacts =
  | {
      readonly kind: "correction";
      readonly id: string;
      readonly message: string;
      /** ISO 8601, UTC. */
      readonly sentAt: string;
      /** The path on which it was suggested. */
      readonly page: string;
    }
  /** Reports of a person that wait until another one accepts them. */
  | {
      readonly kind: "review";
      readonly id: string;
      readonly author: string;
      /** Number of reports. */
      readonly claims: number;
      /** ISO 8601, UTC. */
      readonly sentAt: string;
    }
  | {
      readonly kind: "disputed";
      readonly shown: ReportedValue;
      /** The active reports that contradict it, newest first; never empty. */
      readonly against: readonly ReportedValue[];
    }
  | {
      readonly kind: "target";
      readonly target: TargetKey;
      readonly announced: ReportedValue;
      /** `missed`: a later report says less. `not-known`: there is no later report. */
      readonly state: "missed" | "not-known";
      readonly daysOverdue: number;
    }
  /** `needed`: the zone's need is known and what is delivered is not. */
  | { readonly kind: "implied"; readonly reason: ImpliedBound | "needed" }
  /** `worth`: the points by which any answer narrows the range of the zone. */
  | { readonly kind: "question"; readonly why: "unknown" | "weak" }
  | {
      readonly kind: "dead-link";
      readonly sourceId: string;
      readonly title: string;
      readonly url: string;
      /** Of HTTP; null: no server answers. */
      readonly status: number | null;
      /** ISO 8601, UTC. */
      readonly checkedAt: string;
      readonly hasCopy: boolean;
    }
  | {
      readonly kind: "stale";
      readonly shown: ReportedValue;
      readonly ageDays: number;
      /** Days for which a value of the field is fresh. */
      readonly freshFor: number;
    };

/** One thing to do. Computed from the registry and from small tables, never stored. */
export type WorkItem = WorkFacts & {
  /** What it is about: its kind and the zone, field, source or correction. At most 400 characters. */
  readonly key: string;
  /**
   * The facts behind it, as short ids. What people did with the item applies to this cause, so an item comes again
   * when its facts change. At most 400 characters.
   */
  readonly cause: string;
  /** Slug; null: about no single zone. */
  readonly zone: string | null;
  /** The firm in the zone that it is about; null: the zone itself. */
  readonly tenancy: { readonly id: string; readonly firm: string } | null;
  readonly field: FieldKey | null;
  /** Within its kind, more first. */
  readonly worth: number;
};

/** An item of one kind. */
export type WorkOf<K extends WorkKind> = Extract<WorkItem, { readonly kind: K }>;

/** The latest result of asking for a source's link. */
export interface CheckedLink {
  readonly sourceId: string;
  readonly url: string;
  readonly result: string;
  readonly status: number | null;
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
}

/** Reports that wait for review, as the queue needs them. */
export interface WaitingReports {
  readonly id: string;
  readonly author: string;
  /** How often it was sent; a mended one is new work. */
  readonly round: number;
  /** Slugs of the zones, each once. */
  readonly zones: readonly string[];
  readonly claims: number;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}

/** A reader's correction that has no answer yet. */
export interface OpenCorrection {
  readonly id: string;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
  readonly page: string;
  readonly zone: string | null;
  readonly tenancy: string | null;
  readonly field: FieldKey | null;
}

const MAX_CAUSE = 400;
/** So many characters of a UUID tell the reports on one field apart. */
const SHORT_ID = 8;

/** The cause that some reports are, in any order. */
export function causeOfReports(ids: readonly string[]): string {
  return ids
    .map((id) => id.slice(0, SHORT_ID))
    .sort()
    .join(" ")
    .slice(0, MAX_CAUSE);
}

/** The key of an item: its kind and what it is about. */
export function workKey(kind: WorkKind, ...about: readonly (string | null)[]): string {
  return [kind, ...about.filter((part) => part !== null)].join(" ");
}

/** Can a person mark it as done? What somebody waits for is done by answering it. */
export function canBeDone({ kind }: Pick<WorkItem, "kind">): boolean {
  return kind !== "correction" && kind !== "review";
}
