import type { FieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { Day, PartialDate } from "../time/day";

/**
 * Whose words a claim rests on: a government body, the zone's own developer or operator, a firm in the zone, someone
 * without a stake, or a conclusion of the editors.
 */
export const ORIGINS = ["official", "developer", "tenant", "independent", "inference"] as const;
/** How far the editor trusts a claim, from least to most. */
export const CONFIDENCES = ["low", "medium", "high"] as const;
/** Decisions on a claim; the latest is valid. */
export const DECISION_KINDS = ["published", "preferred", "deprecated", "retracted"] as const;
/** Kinds of source. */
export const SOURCE_KINDS = [
  "government",
  "utility-notice",
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

/** The author of the revisions that the data set of the repository makes. */
export const DATA_SET_AUTHOR = "data set";

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
  /** Does the source say that the value fell or ended? An older higher value is then history, not a contradiction. */
  readonly decline: boolean;
  /** Null: not kept. */
  readonly quotation: Quotation | null;
  /** The last day on which the source still said so; null: not checked again. */
  readonly lastSeenOn: Day | null;
  /** Money as the source has it, only where the value is an amount of US dollars; null: not kept. */
  readonly money: Money | null;
  /** Absent: no reviewer changed it. */
  readonly changed?: ChangedClaim;
}

/** What an author sent, and who changed it before it was recorded. Other texts as they were sent are not public. */
export interface ChangedClaim {
  /** Name of the author. */
  readonly sentBy: string;
  /** Name of the reviewer. */
  readonly changedBy: string;
  /** The value as it was sent. */
  readonly value: FieldValue;
  /** The day as it was sent; null: none was given. */
  readonly asOf: PartialDate | null;
}

/** The source's own words. */
export interface Quotation {
  /** At most 40 words. */
  readonly text: string;
  /** Language, BCP 47. */
  readonly lang: string;
}

/** A sum in the currency of its source. */
export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
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
  /** A kept copy of the page; null: none. */
  readonly archivedUrl: string | null;
  readonly kind: SourceKind;
}

/** A source as recorded or changed by one revision. */
export interface SourceVersion {
  readonly revision: number;
  /** Why it was changed; null for the first version. */
  readonly reason: string | null;
  readonly source: Source;
}

/** Kinds of record that can be merged, retired, withdrawn and restored. */
export const RETIRABLE_KINDS = ["zone", "firm", "tenancy", "event", "figure", "source"] as const;
/**
 * What happens to a record: it is merged into another of its kind; retired, so that it stays on the days before; withdrawn,
 * because it should never have been recorded; or restored.
 */
export const RETIREMENT_ACTS = ["merged", "retired", "withdrawn", "restored"] as const;

export type RetirableKind = (typeof RETIRABLE_KINDS)[number];
export type RetirementAct = (typeof RETIREMENT_ACTS)[number];

/** A record is merged, retired, withdrawn or restored; the latest one on it is valid. Its claims stay as they are. */
export interface Retirement {
  /** UUID. */
  readonly id: string;
  readonly revision: number;
  readonly kind: RetirableKind;
  /** The id of the record: the slug of a zone, the key of a figure. */
  readonly subject: string;
  readonly act: RetirementAct;
  /** The record that stays; null unless merged. */
  readonly into: string | null;
  readonly reason: string;
}

/** From a revision on, a record is hidden from a day on. */
export interface Standing {
  readonly revision: number;
  /** The first day on which it is hidden; null: shown on every day. A merged or withdrawn record is hidden on every day. */
  readonly hiddenFrom: Day | null;
}

/** The names of a firm as recorded or changed by one revision. */
export interface FirmVersion {
  readonly revision: number;
  /** The firm's id in addresses. It stays when the name changes. */
  readonly id: string;
  /** Why they were changed; null for the first version. */
  readonly reason: string | null;
  readonly name: string;
  /** Former names, abbreviations and spellings, by which a reader may search for it. */
  readonly otherNames: readonly string[];
}

/** A firm in a zone. Everything else about it is in claims. */
export interface Tenancy {
  readonly id: string;
  readonly zone: string;
  /** The firm's name, at first; see `tenancyAt`. */
  readonly firm: string;
  /** The firm's id in addresses, at first. */
  readonly firmId: string;
  readonly order: number;
  /** Its firm from later revisions on, in their order: a firm was renamed, or merged into another; absent: none. */
  readonly later?: readonly LaterFirm[];
  /** In order of revision; absent: shown on every day. */
  readonly standings?: readonly Standing[];
}

/** The firm of a tenancy from a revision on. */
export interface LaterFirm {
  readonly revision: number;
  readonly firmId: string;
  readonly firm: string;
}

/** A version of a dated event. */
export interface Event {
  readonly id: string;
  /** The revision that recorded this version. */
  readonly revision: number;
  /** Why it was changed; null for the first version. */
  readonly reason: string | null;
  readonly date: PartialDate;
  readonly kind: EventKind;
  readonly title: string;
  readonly body: string;
  readonly zones: readonly string[];
  readonly sourceId: string;
  /** Null: not kept. */
  readonly quotation: Quotation | null;
}

/** A version of a figure or a statement on one of the national constraints of the issue brief. */
export interface ContextItem {
  readonly key: string;
  /** The revision that recorded this version. */
  readonly revision: number;
  /** Why it was changed; null for the first version. */
  readonly reason: string | null;
  readonly constraint: string;
  readonly label: string;
  /** Null, as the unit, where the source states something without a number. */
  readonly value: number | null;
  readonly unit: string | null;
  /** What the source states, with its author; null where the figure says it all. */
  readonly statement: string | null;
  readonly period: string;
  readonly sourceId: string;
  readonly sourceNote: string | null;
  /** Null: not kept. */
  readonly quotation: Quotation | null;
}

/** A national figure. */
export interface ContextFigure extends ContextItem {
  readonly value: number;
  readonly unit: string;
}

/** Does an item have a number? */
export function isFigure(item: ContextItem): item is ContextFigure {
  return item.value !== null && item.unit !== null;
}

/** A zone on record. Everything else about it is in claims. */
export interface ZoneIdentity {
  readonly slug: string;
  /** Position in the register, from 1. */
  readonly order: number;
  /** In order of revision; absent: shown on every day. */
  readonly standings?: readonly Standing[];
}

/** The complete records of the ledger. */
export interface Facts {
  /** Number of the last revision; 0: none. */
  readonly revision: number;
  readonly revisions: readonly Revision[];
  /** Identity of the last revision that removed a text; absent: none. */
  readonly removal?: string | undefined;
  readonly zones: readonly ZoneIdentity[];
  readonly claims: readonly Claim[];
  /** Without the publications that come with claims. */
  readonly decisions: readonly Decision[];
  /** Ids of claims that their own revisions did not publish. */
  readonly waiting: ReadonlySet<string>;
  /** Every version of every source, in order of revision; see `listSourcesAt`. */
  readonly sourceVersions: readonly SourceVersion[];
  readonly tenancies: readonly Tenancy[];
  /** Every version of every event and figure, in order of revision; see `listEventsAt` and `listContextAt`. */
  readonly events: readonly Event[];
  readonly context: readonly ContextItem[];
  /** Every version of every firm's names, in order of revision. */
  readonly firmVersions: readonly FirmVersion[];
  /** In order of revision. */
  readonly retirements: readonly Retirement[];
}
