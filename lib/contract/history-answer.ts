import type { FieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import { type Ledger, subjectKey } from "../evidence/evidence-index";
import {
  type Claim,
  CONFIDENCES,
  DECISION_KINDS,
  type Decision,
  ORIGINS,
  type Standing,
  type Tenancy,
} from "../evidence/ledger-records";
import { isPublication } from "../evidence/publications";
import { byWriting, latestDecision, listDecisions, type Voice } from "../evidence/resolve";
import { eachInSteps, finish, sortInSteps } from "../evidence/steps";
import type { Day, PartialDate } from "../time/day";
import { IDENTITY_DIGITS } from "../time/revision-param";

/**
 * Every claim, in columns, with only the parts that resolution needs. A client computes the rows of
 * any day and revision from it. Reasons, notes and sources are in the `claims` of each zone.
 */
export interface HistoryAnswer {
  /** Number, instant (ISO 8601 UTC) and first 8 digits of the identity of every revision. */
  readonly revisions: readonly (readonly [number: number, recordedAt: string, identity: string])[];
  /** Slug and order of every zone with a claim, and how it was merged, retired, withdrawn or restored. */
  readonly zones: readonly (readonly [
    slug: string,
    order: number,
    standings: readonly PackedStanding[],
  ])[];
  /**
   * Id, index in `zones`, name, order and id in addresses of every firm with a claim, how it was merged, retired,
   * withdrawn or restored in that zone, and its later names and ids.
   */
  readonly firms: readonly (readonly [
    id: string,
    zone: number,
    firm: string,
    order: number,
    firmId: string,
    standings: readonly PackedStanding[],
    later: readonly (readonly [revision: number, firmId: string, firm: string])[],
  ])[];
  /** The fields with a claim. */
  readonly fields: readonly FieldKey[];
  readonly claims: HistoryColumns;
  /**
   * Decisions in the order of writing: index of the claim, index of the kind in `DECISION_KINDS`,
   * revision. A claim whose only decision is its own publication has none here.
   */
  readonly decisions: readonly (readonly [claim: number, kind: number, revision: number])[];
  /** Publishers of each source by revision, with the index of the publisher in `publishers`. */
  readonly sources: readonly (readonly (readonly [revision: number, publisher: number])[])[];
  /** Publishers, folded in case and spaces. */
  readonly publishers: readonly string[];
  /** Corrected dates of claims, in the order of the claims: index of the claim, revision of the correction, date. */
  readonly redated: readonly (readonly [claim: number, revision: number, date: PartialDate])[];
}

/** From a revision on, hidden from a day on; null: shown. */
type PackedStanding = readonly [revision: number, hiddenFrom: Day | null];

/** The claims, one list for each part. Claims on the same field of the same subject are in the order of their ids. */
interface HistoryColumns {
  /** Index in `zones`; from `zones.length` on, in `firms`. */
  readonly subject: readonly number[];
  /** Index in `fields`. */
  readonly field: readonly number[];
  readonly value: readonly FieldValue[];
  /** Start of its effect, as first recorded. */
  readonly date: readonly PartialDate[];
  readonly revision: readonly number[];
  /** Index in `CONFIDENCES`. */
  readonly confidence: readonly number[];
  /** Index in `ORIGINS`. */
  readonly origin: readonly number[];
  /** 1: the source says that the value fell or ended. */
  readonly decline: readonly (0 | 1)[];
  /** Index in `sources`. */
  readonly source: readonly number[];
  /** The sum in the currency of the source; null: not kept. */
  readonly money: readonly (readonly [amount: number, currency: string] | null)[];
}

const packStandings = (standings: readonly Standing[] = []): readonly PackedStanding[] =>
  standings.map(({ revision, hiddenFrom }) => [revision, hiddenFrom] as const);

/** The history up to a revision. Claims that wait for review are left out. */
export function historyAnswer(ledger: Ledger, lastRevision: number): HistoryAnswer {
  return finish(historyInSteps(ledger, lastRevision));
}

/** `historyAnswer`, in steps. */
export function* historyInSteps(
  { facts, evidence }: Ledger,
  lastRevision: number,
): Generator<void, HistoryAnswer> {
  const zones: HistoryAnswer["zones"][number][] = [];
  yield* eachInSteps(facts.zones, ({ slug, order, standings }) => {
    if (hasClaims(slug)) zones.push([slug, order, packStandings(standings)]);
  });
  const zoneIndex = new Map(zones.map(([slug], index) => [slug, index]));
  const tenancies: Tenancy[] = [];
  yield* eachInSteps(facts.tenancies, (tenancy) => {
    const { zone, id } = tenancy;
    if (zoneIndex.has(zone) && hasClaims(subjectKey(zone, id))) tenancies.push(tenancy);
  });
  const firms = tenancies.map(
    ({ id, zone, firm, order, firmId, standings, later = [] }) =>
      [
        id,
        zoneIndex.get(zone) ?? 0,
        firm,
        order,
        firmId,
        packStandings(standings),
        later.map((one) => [one.revision, one.firmId, one.firm] as const),
      ] as const,
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
    origin: [] as number[],
    decline: [] as (0 | 1)[],
    source: [] as number[],
    money: [] as (readonly [number, string] | null)[],
  };
  const sources = new Map<string, { readonly place: number; readonly voices: readonly Voice[] }>();
  const sourceOf = ({ sourceId }: Claim, voices: readonly Voice[]) => {
    const known = sources.get(sourceId) ?? { place: sources.size, voices };
    sources.set(sourceId, known);
    return known.place;
  };
  const decided: { decision: Decision; claim: number }[] = [];
  const corrected: [claim: number, revision: number, date: PartialDate][] = [];
  for (const [subject, key] of subjects.entries()) {
    for (const [field, claims] of evidence.get(key) ?? []) {
      if (!fields.includes(field)) fields.push(field);
      for (const item of [...claims].sort(byId)) {
        const { claim, date, voices, corrections = [] } = item;
        const known = listDecisions(item, lastRevision);
        if (known.length === 0) continue;
        if (known.some((decision) => !isPublication(decision, claim))) {
          decided.push(...known.map((decision) => ({ decision, claim: columns.subject.length })));
        }
        for (const later of corrections.filter(({ revision }) => revision <= lastRevision)) {
          corrected.push([columns.subject.length, later.revision, later.date]);
        }
        columns.subject.push(subject);
        columns.field.push(fields.indexOf(field));
        columns.value.push(claim.value);
        columns.date.push(date);
        columns.revision.push(claim.revision);
        columns.confidence.push(CONFIDENCES.indexOf(claim.confidence));
        columns.origin.push(ORIGINS.indexOf(claim.origin));
        columns.decline.push(claim.decline ? 1 : 0);
        columns.source.push(sourceOf(claim, voices));
        columns.money.push(claim.money && [claim.money.amount, claim.money.currency]);
      }
    }
    yield;
  }
  const publishers = new Map<string, number>();
  const publisherOf = (name: string) => {
    const known = publishers.get(name) ?? publishers.size;
    publishers.set(name, known);
    return known;
  };
  const voices = [...sources.values()].map((source) =>
    source.voices
      .filter(({ revision }, i) => i === 0 || revision <= lastRevision)
      .map(({ revision, name }) => [revision, publisherOf(name)] as const),
  );
  const sorted = yield* sortInSteps(decided, (a, b) => byWriting(a.decision, b.decision));
  return {
    revisions: facts.revisions
      .filter(({ number }) => number <= lastRevision)
      .map(({ number, recordedAt, identity }) => [
        number,
        recordedAt,
        identity.slice(0, IDENTITY_DIGITS),
      ]),
    zones,
    firms,
    fields,
    claims: columns,
    decisions: sorted.map(({ decision: { kind, revision }, claim }) => [
      claim,
      DECISION_KINDS.indexOf(kind),
      revision,
    ]),
    sources: voices,
    publishers: [...publishers.keys()],
    redated: corrected,
  };

  /** A decision is never older than its claim, so a known decision means a known claim. */
  function hasClaims(subject: string): boolean {
    for (const claims of evidence.get(subject)?.values() ?? []) {
      if (claims.some((item) => latestDecision(item, lastRevision) !== null)) return true;
    }
    return false;
  }
}

function byId(a: { readonly claim: Claim }, b: { readonly claim: Claim }): number {
  if (a.claim.id === b.claim.id) return 0;
  return a.claim.id < b.claim.id ? -1 : 1;
}
