import type { FieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { Day, PartialDate } from "../time/day";

/** Who speaks in a claim. */
export const ORIGINS = ["official", "independent", "tenant", "inference"] as const;
/** How far the recorder trusts a claim, from least to most. */
export const CONFIDENCES = ["low", "medium", "high"] as const;
/** Judgements about a claim; the latest holds. */
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

/** One write transaction; its number is the version of everything written by then. */
export interface Revision {
  readonly number: number;
  /** Instant, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly author: string;
  readonly purpose: string;
}

/** "This source says that this field of this subject had this value as of this date." */
export interface Claim {
  /** UUID. */
  readonly id: string;
  readonly revision: number;
  /** Slug of the zone. */
  readonly zone: string;
  /** Id of the tenancy that the claim is on; null where it is on the zone itself. */
  readonly tenancy: string | null;
  readonly field: FieldKey;
  /** Typed by the field's kind; null: the source says that it is not known. */
  readonly value: FieldValue;
  readonly asOf: PartialDate | null;
  readonly sourceId: string;
  readonly locator: string | null;
  readonly note: string | null;
  readonly origin: Origin;
  readonly confidence: Confidence;
}

/** A judgement about a claim. */
export interface Decision {
  /** Order of writing; later decisions have greater numbers. */
  readonly sequence: number;
  readonly revision: number;
  readonly claimId: string;
  readonly kind: DecisionKind;
  readonly reason: string | null;
}

/** A text that claims rest on. */
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

/** A source as one revision left it: as it was recorded, or as it was changed. */
export interface SourceVersion {
  readonly revision: number;
  /** Why it was changed; null for the version with which it was recorded. */
  readonly reason: string | null;
  readonly source: Source;
}

/** A firm in a zone; everything else about it is a claim. */
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

/** One of the country's constraints that the brief counts. */
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

/** A zone's identity; everything else about it is a claim. */
export interface ZoneIdentity {
  readonly slug: string;
  /** Order of the register, from 1. */
  readonly order: number;
}

/** Everything that the ledger holds, as of its last revision. */
export interface Facts {
  readonly revision: number;
  readonly revisions: readonly Revision[];
  readonly zones: readonly ZoneIdentity[];
  readonly claims: readonly Claim[];
  readonly decisions: readonly Decision[];
  /** Every version of every source, in the order of their revisions; see `sourcesBy` for those known by one. */
  readonly sourceVersions: readonly SourceVersion[];
  readonly tenancies: readonly Tenancy[];
  /** Of every revision, like the context figures; see `recordedBy` for those known by one. */
  readonly events: readonly Event[];
  readonly context: readonly ContextFigure[];
}
