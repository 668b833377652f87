import type { FieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import {
  type Claim,
  CONFIDENCES,
  type Confidence,
  DECISION_KINDS,
  type Decision,
  type Facts,
} from "../evidence/ledger-records";
import { type EvidenceIndex, subjectKey } from "../evidence/registry";
import type { PartialDate } from "../time/day";

/**
 * Every claim with no more than resolution weighs, column by column, from which a reader makes the
 * rows of any day and version. Reasons, notes and sources stay behind: see a zone's `claims`.
 */
export interface HistoryAnswer {
  /** Number and instant of every revision (ISO 8601 UTC). */
  readonly revisions: readonly (readonly [number: number, recordedAt: string])[];
  /** Slug and order in the register of every zone of which something is claimed. */
  readonly zones: readonly (readonly [slug: string, order: number])[];
  /** Id, place in `zones`, name and order of every firm. */
  readonly firms: readonly (readonly [id: string, zone: number, firm: string, order: number])[];
  /** The fields that are spoken of. */
  readonly fields: readonly FieldKey[];
  readonly claims: HistoryColumns;
  /**
   * Judgements in the order in which they were made: place of the claim, kind by its place in
   * `DECISION_KINDS`, revision. A claim that is only published, with itself, has none here.
   */
  readonly decisions: readonly (readonly [claim: number, kind: number, revision: number])[];
  /** Dates that claims bear from a revision on, since their source was dated anew, in the order of the claims. */
  readonly redated: readonly (readonly [claim: number, revision: number, date: PartialDate])[];
}

/** The claims, one list for each part. On one field of one subject they stand in the order of their ids. */
export interface HistoryColumns {
  /** Place in `zones`; from `zones.length` on, in `firms`. */
  readonly subject: readonly number[];
  /** Place in `fields`. */
  readonly field: readonly number[];
  readonly value: readonly FieldValue[];
  /** From when it is said to hold, as it was first known. */
  readonly date: readonly PartialDate[];
  readonly revision: readonly number[];
  /** Place in `CONFIDENCES`. */
  readonly confidence: readonly number[];
}

/** What the slim history is made from. */
export interface HistoryInput {
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
}

/** The slim history up to a revision. Claims that wait for review are left out. */
export function historyAnswer({ facts, evidence }: HistoryInput, knownOn: number): HistoryAnswer {
  const zones = facts.zones
    .filter(({ slug }) => isSpokenOf(slug))
    .map(({ slug, order }) => [slug, order] as const);
  const zoneAt = new Map(zones.map(([slug], place) => [slug, place]));
  const tenancies = facts.tenancies.filter(
    ({ zone, id }) => zoneAt.has(zone) && isSpokenOf(subjectKey(zone, id)),
  );
  const firms = tenancies.map(
    ({ id, zone, firm, order }) => [id, zoneAt.get(zone) ?? 0, firm, order] as const,
  );
  const subjects = [
    ...zones.map(([slug]) => subjectKey(slug, null)),
    ...tenancies.map(({ zone, id }) => subjectKey(zone, id)),
  ];
  const fields: FieldKey[] = [];
  const columns = {
    subject: [] as number[],
    field: [] as number[],
    value: [] as FieldValue[],
    date: [] as PartialDate[],
    revision: [] as number[],
    confidence: [] as number[],
  };
  const judged: { decision: Decision; claim: number }[] = [];
  const redatings: [claim: number, revision: number, date: PartialDate][] = [];
  for (const [subject, key] of subjects.entries()) {
    for (const [field, claims] of evidence.get(key) ?? []) {
      if (!fields.includes(field)) fields.push(field);
      for (const { claim, date, decisions, corrections = [] } of [...claims].sort(byId)) {
        const counted = decisions.filter(({ revision }) => revision <= knownOn);
        if (counted.length === 0) continue;
        if (!isOnlyPublished(claim, counted)) {
          judged.push(...counted.map((decision) => ({ decision, claim: columns.subject.length })));
        }
        for (const later of corrections.filter(({ revision }) => revision <= knownOn)) {
          redatings.push([columns.subject.length, later.revision, later.date]);
        }
        columns.subject.push(subject);
        columns.field.push(fields.indexOf(field));
        columns.value.push(claim.value);
        columns.date.push(date);
        columns.revision.push(claim.revision);
        columns.confidence.push(placeOf(claim.confidence));
      }
    }
  }
  return {
    revisions: facts.revisions
      .filter(({ number }) => number <= knownOn)
      .map(({ number, recordedAt }) => [number, recordedAt]),
    zones,
    firms,
    fields,
    claims: columns,
    decisions: judged
      .sort((a, b) => a.decision.sequence - b.decision.sequence)
      .map(({ decision: { kind, revision }, claim }) => [
        claim,
        DECISION_KINDS.indexOf(kind),
        revision,
      ]),
    redated: redatings,
  };

  /** A decision is never older than its claim, so one by then says that the claim was known by then. */
  function isSpokenOf(subject: string): boolean {
    return [...(evidence.get(subject)?.values() ?? [])]
      .flat()
      .some(({ decisions }) => decisions.some(({ revision }) => revision <= knownOn));
  }
}

function isOnlyPublished({ revision }: Claim, decisions: readonly Decision[]): boolean {
  const [only] = decisions;
  return decisions.length === 1 && only?.kind === "published" && only.revision === revision;
}

function placeOf(confidence: Confidence): number {
  return CONFIDENCES.indexOf(confidence);
}

function byId(a: { readonly claim: Claim }, b: { readonly claim: Claim }): number {
  if (a.claim.id === b.claim.id) return 0;
  return a.claim.id < b.claim.id ? -1 : 1;
}
