import { type FieldKey, fieldSpec, isZoneField } from "../catalogue/fields";
import { BLOCK_WEIGHTS } from "../catalogue/groups";
import type { FieldValue } from "../catalogue/kinds";
import { countFunnel, type Funnel, LADDERS, type Ladder } from "../query/ladder-funnel";
import { inScope } from "../query/scope";
import { addReadiness } from "../query/select";
import type { Readiness } from "../readiness/readiness";
import { firstDay, type PartialDate } from "../time/day";
import { type EvidenceIndex, type FieldEvidence, subjectKey } from "./evidence-index";
import type { Claim, Tenancy } from "./ledger-records";
import { resolveRecord } from "./registry";
import { type Evidence, type Mark, type Moment, type Resolution, resolve } from "./resolve";
import { buildRow, type ZoneRow } from "./row";
import { foldText } from "./value-equality";

/** The displayed value and mark of a field before and after a write. */
export interface FieldChange {
  readonly field: FieldKey;
  readonly tenancy: string | null;
  readonly before: { readonly value: FieldValue; readonly mark: Mark };
  readonly after: { readonly value: FieldValue; readonly mark: Mark };
  /** Is the new claim displayed? False where a newer or preferred claim wins. */
  readonly shows: boolean;
}

/** A step of a ladder whose count changes, over the announced zones. */
interface RungChange {
  readonly ladder: Ladder;
  /** The step or the state beside the steps; null: unknown. */
  readonly value: string | null;
  readonly before: number;
  readonly after: number;
}

/** The effect of recording some claims on one zone. */
export interface Preview {
  readonly fields: readonly FieldChange[];
  readonly readiness: { readonly before: Readiness | null; readonly after: Readiness | null };
  readonly funnels: readonly RungChange[];
}

/** A claim before it is recorded. */
export type DraftClaim = Omit<Claim, "revision">;

/** The evidence on one zone and its firms, by field. */
export type ZoneEvidence = readonly FieldEvidence[];

/**
 * The effect of recording claims on one zone, computed by the same `resolve` as the pages.
 * @param rows every zone of the current registry
 * @param zone the current evidence on the zone
 * @param drafts claims on that zone and its firms
 * @param dateOf the date of a draft: its own, else its source's, else today
 * @param publisherOf the publisher of a draft's source
 */
export function buildPreview(
  rows: readonly ZoneRow[],
  slug: string,
  zone: ZoneEvidence,
  drafts: readonly DraftClaim[],
  dateOf: (draft: DraftClaim) => PartialDate,
  publisherOf: (draft: DraftClaim) => string,
  moment: Moment,
): Preview {
  const next: Moment = { asOf: moment.asOf, revision: moment.revision + 1 };
  const build = (draft: DraftClaim) =>
    buildDraftEvidence(draft, dateOf(draft), publisherOf(draft), next.revision);
  const resolved = (field: FieldKey, tenancy: string | null, withDrafts: boolean): Resolution => {
    const known =
      zone.find((item) => item.field === field && item.tenancy === tenancy)?.evidence ?? [];
    const added = withDrafts
      ? drafts.filter((draft) => draft.field === field && draft.tenancy === tenancy).map(build)
      : [];
    return resolve(fieldSpec(field), [...known, ...added], next);
  };

  const fields = uniqueFields(drafts).map(({ field, tenancy }): FieldChange => {
    const before = resolved(field, tenancy, false);
    const after = resolved(field, tenancy, true);
    return {
      field,
      tenancy,
      before: { value: before.value, mark: before.mark },
      after: { value: after.value, mark: after.mark },
      shows: drafts.some((draft) => draft.id === after.evidence?.claim.id),
    };
  });

  const record = resolveRecord(
    indexZone(slug, zone, drafts, build),
    { slug, order: 1 },
    listFirms(slug, zone, drafts),
    next,
  );
  const { readiness, funnels } = compareRows(rows, slug, buildRow(record));
  return { fields, readiness, funnels };
}

/**
 * What changes over all zones when the row of one becomes another.
 * @param next the row after the write; its order and firms are kept
 */
export function compareRows(
  rows: readonly ZoneRow[],
  slug: string,
  next: ZoneRow,
): Omit<Preview, "fields"> & { readonly rows: readonly ZoneRow[] } {
  const after = rows.map((row) =>
    row.slug === slug ? { ...next, order: row.order, firms: row.firms } : row,
  );
  return { rows: after, ...compareAllRows(rows, after, slug) };
}

/**
 * What changes over all zones, and for one of them.
 * @param slug the zone whose readiness is compared
 */
export function compareAllRows(
  rows: readonly ZoneRow[],
  after: readonly ZoneRow[],
  slug: string,
): Omit<Preview, "fields"> {
  const count = (list: readonly ZoneRow[], ladder: Ladder) =>
    countFunnel(
      list.filter((row) => inScope(row.values, "announced")),
      ladder,
    );
  const readinessIn = (list: readonly ZoneRow[]) =>
    addReadiness(
      list.filter((row) => row.slug === slug),
      { weights: BLOCK_WEIGHTS },
    )[0]?.readiness ?? null;
  return {
    readiness: { before: readinessIn(rows), after: readinessIn(after) },
    funnels: LADDERS.flatMap((ladder) =>
      listRungChanges(count(rows, ladder), count(after, ladder)),
    ),
  };
}

function uniqueFields(drafts: readonly DraftClaim[]) {
  return drafts.filter(
    (draft, i) =>
      drafts.findIndex((d) => d.field === draft.field && d.tenancy === draft.tenancy) === i &&
      (draft.tenancy !== null || isZoneField(draft.field)),
  );
}

/** The evidence on a zone and its firms with the drafts, as an index. */
function indexZone(
  slug: string,
  zone: ZoneEvidence,
  drafts: readonly DraftClaim[],
  build: (draft: DraftClaim) => Evidence,
): EvidenceIndex {
  const index = new Map<string, Map<FieldKey, Evidence[]>>();
  const add = (tenancy: string | null, field: FieldKey, evidence: readonly Evidence[]) => {
    const key = subjectKey(slug, tenancy);
    const subject = index.get(key) ?? new Map<FieldKey, Evidence[]>();
    index.set(key, subject);
    subject.set(field, [...(subject.get(field) ?? []), ...evidence]);
  };
  for (const { tenancy, field, evidence } of zone) add(tenancy, field, evidence);
  for (const draft of drafts) add(draft.tenancy, draft.field, [build(draft)]);
  return index;
}

/** The firms of a zone as its evidence names them; readiness needs no more of them than their claims. */
function listFirms(
  slug: string,
  zone: ZoneEvidence,
  drafts: readonly DraftClaim[],
): readonly Tenancy[] {
  const ids = new Set([...zone, ...drafts].flatMap(({ tenancy }) => tenancy ?? []));
  return [...ids].map((id, i) => ({ id, zone: slug, firm: id, firmId: id, order: i + 1 }));
}

/** A draft as evidence that is recorded and published by a revision. */
export function buildDraftEvidence(
  draft: DraftClaim,
  date: PartialDate,
  publisher: string,
  revision: number,
): Evidence {
  const claim: Claim = { ...draft, revision };
  return {
    claim,
    date,
    effectiveOn: firstDay(date),
    voices: [{ revision, name: foldText(publisher) }],
    decisions: [],
  };
}

function listRungChanges(before: Funnel, after: Funnel): RungChange[] {
  const counts = (funnel: Funnel) => [
    ...funnel.rungs,
    ...funnel.asides,
    { value: null, reached: funnel.unknown },
  ];
  return counts(before).flatMap(({ value, reached }, i) => {
    const next = counts(after)[i]?.reached ?? reached;
    return next === reached ? [] : [{ ladder: before.ladder, value, before: reached, after: next }];
  });
}
