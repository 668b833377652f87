import type { FieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { Day, PartialDate } from "../time/day";

/** Types of source of a claim: who says it. */
export const ORIGINS = ["official", "independent", "tenant", "inference"] as const;
/** How far the editor trusts a claim, from least to most. */
export const CONFIDENCES = ["low", "medium", "high"] as const;
/** Decisions on a claim; the latest is valid. */
export const DECISION_KINDS = ["published", "preferred", "deprecated", "retracted"] as const;
/** Kinds of source. */
export const SOURCE_KINDS = [
  "government",
  "news",
  "research",
  "encyclopedia",
  "forum",
  "brief",
  "compiler",
] as const;
/** Kinds of event. */
export const EVENT_KINDS = [
  "policy",
  "approval",
  "construction",
  "utility",
  "investment",
  "security",
  "agreement",
] as const;

export type Origin = (typeof ORIGINS)[number];
export type Confidence = (typeof CONFIDENCES)[number];
export type DecisionKind = (typeof DECISION_KINDS)[number];
export type SourceKind = (typeof SOURCE_KINDS)[number];
export type EventKind = (typeof EVENT_KINDS)[number];

/** One write transaction of the ledger. Revisions are numbered from 1. */
export interface Revision {
  readonly number: number;
  /** Instant, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly author: string;
  readonly purpose: string;
  /**
   * SHA-256 in hex of the revision's random id and of the identity before it. The number of a revision can
   * come again after a failover that lost writes; its identity cannot.
   */
  readonly identity: string;
}

/** A statement by a source: this field of this zone or firm had this value on this date. */
export interface Claim {
  /** UUID. */
  readonly id: string;
  readonly revision: number;
  /** Slug of the zone. */
  readonly zone: string;
  /** Id of the firm in the zone that the claim is on; null: the zone itself. */
  readonly tenancy: string | null;
  readonly field: FieldKey;
  /** Typed by the field's kind; null: the source says "not known". */
  readonly value: FieldValue;
  readonly asOf: PartialDate | null;
  readonly sourceId: string;
  readonly locator: string | null;
  readonly note: string | null;
  readonly origin: Origin;
  readonly confidence: Confidence;
}

/** An editor's decision on a claim. */
export interface Decision {
  /** Order of writing over all decisions. */
  readonly sequence: number;
  readonly revision: number;
  readonly claimId: string;
  readonly kind: DecisionKind;
  readonly reason: string | null;
}

/** A published text that claims refer to. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly publishedOn: PartialDate | null;
  readonly publishedOnEstimated: boolean;
  readonly accessed: Day | null;
  readonly kind: SourceKind;
}

/** A source as recorded or changed by one revision. */
export interface SourceVersion {
  readonly revision: number;
  /** Why it was changed; null for the first version. */
  readonly reason: string | null;
  readonly source: Source;
}

/** A firm in a zone. Everything else about it is in claims. */
export interface Tenancy {
  readonly id: string;
  readonly zone: string;
  readonly firm: string;
  readonly order: number;
}

/** A dated event. */
export interface Event {
  readonly id: string;
  /** The revision that recorded it. */
  readonly revision: number;
  readonly date: PartialDate;
  readonly kind: EventKind;
  readonly title: string;
  readonly body: string;
  readonly zones: readonly string[];
  readonly sourceId: string;
}

/** A figure on one of the national constraints of the issue brief. */
export interface ContextFigure {
  readonly key: string;
  /** The revision that recorded it. */
  readonly revision: number;
  readonly constraint: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly period: string;
  readonly sourceId: string;
  readonly sourceNote: string | null;
}

/** A zone on record. Everything else about it is in claims. */
export interface ZoneIdentity {
  readonly slug: string;
  /** Position in the register, from 1. */
  readonly order: number;
}

/** The complete records of the ledger. */
export interface Facts {
  /** Number of the last revision; 0: none. */
  readonly revision: number;
  readonly revisions: readonly Revision[];
  readonly zones: readonly ZoneIdentity[];
  readonly claims: readonly Claim[];
  readonly decisions: readonly Decision[];
  /** Every version of every source, in order of revision; see `listSourcesAt`. */
  readonly sourceVersions: readonly SourceVersion[];
  readonly tenancies: readonly Tenancy[];
  /** Of all revisions, as are the context figures; see `listRecordedAt`. */
  readonly events: readonly Event[];
  readonly context: readonly ContextFigure[];
}
