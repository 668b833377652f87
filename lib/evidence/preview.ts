import {
  type FieldKey,
  fieldSpec,
  isZoneField,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
} from "../catalogue/fields";
import { BLOCK_WEIGHTS } from "../catalogue/groups";
import type { FieldValue } from "../catalogue/kinds";
import { countFunnel, type Funnel, LADDERS, type Ladder } from "../query/ladder-funnel";
import { inScope } from "../query/scope";
import { addReadiness } from "../query/select";
import type { Readiness } from "../readiness/readiness";
import { firstDay, type PartialDate } from "../time/day";
import type { Claim } from "./ledger-records";
import { listPlaces } from "./places";
import { type FieldEvidence, getValues } from "./registry";
import { type Evidence, type Mark, type Moment, type Resolution, resolve } from "./resolve";
import type { ZoneRow } from "./row";

/** What a field shows before and after. */
export interface FieldChange {
  readonly field: FieldKey;
  readonly tenancy: string | null;
  readonly before: { readonly value: FieldValue; readonly mark: Mark };
  readonly after: { readonly value: FieldValue; readonly mark: Mark };
  /** Does the new claim show? False where a newer or preferred one stands before it. */
  readonly shows: boolean;
}

/** A rung of a funnel whose count changes, over the 44. */
export interface RungChange {
  readonly ladder: Ladder;
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

/** What recording some claims on one zone would change. */
export interface Preview {
  readonly fields: readonly FieldChange[];
  readonly readiness: { readonly before: Readiness | null; readonly after: Readiness | null };
  /** Place by the floor among the announced; null for a zone outside them. */
  readonly place: { readonly before: number | null; readonly after: number | null };
  readonly funnels: readonly RungChange[];
}

/** A claim that is not recorded yet. */
export type DraftClaim = Omit<Claim, "revision">;

/** Evidence on one zone and its firms, field by field. */
export type ZoneEvidence = readonly FieldEvidence[];

/**
 * What recording claims on one zone would change, by the same `resolve` that will show it.
 * @param rows every zone of the registry now
 * @param zone the evidence on the zone now
 * @param drafts claims on that zone and its firms
 * @param dateOf the date from which a draft holds: its own, else its source's, else today
 */
export function buildPreview(
  rows: readonly ZoneRow[],
  slug: string,
  zone: ZoneEvidence,
  drafts: readonly DraftClaim[],
  dateOf: (draft: DraftClaim) => PartialDate,
  moment: Moment,
): Preview {
  const next: Moment = { asOf: moment.asOf, knownOn: moment.knownOn + 1 };
  const resolved = (field: FieldKey, tenancy: string | null, withDrafts: boolean): Resolution => {
    const known =
      zone.find((item) => item.field === field && item.tenancy === tenancy)?.evidence ?? [];
    const fresh = withDrafts
      ? drafts
          .filter((draft) => draft.field === field && draft.tenancy === tenancy)
          .map((draft) => buildDraftEvidence(draft, dateOf(draft), next.knownOn))
      : [];
    return resolve(fieldSpec(field), [...known, ...fresh], next);
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

  const values = getValues(
    Object.fromEntries(
      ZONE_FIELD_KEYS.map((field) => [field, resolved(field, null, true)]),
    ) as Record<ZoneFieldKey, Resolution>,
  );
  const after = rows.map((row) => (row.slug === slug ? { ...row, values } : row));
  const announced = (list: readonly ZoneRow[]) =>
    addReadiness(
      list.filter((row) => inScope(row.values, "announced")),
      { weights: BLOCK_WEIGHTS },
    );
  const [was, willBe] = [announced(rows), announced(after)];
  const readinessIn = (list: readonly ZoneRow[]) =>
    addReadiness(
      list.filter((row) => row.slug === slug),
      { weights: BLOCK_WEIGHTS },
    )[0]?.readiness ?? null;
  return {
    fields,
    readiness: { before: readinessIn(rows), after: readinessIn(after) },
    place: {
      before: listPlaces(was).get(slug) ?? null,
      after: listPlaces(willBe).get(slug) ?? null,
    },
    funnels: LADDERS.flatMap((ladder) =>
      rungChanges(countFunnel(was, ladder), countFunnel(willBe, ladder)),
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

function buildDraftEvidence(draft: DraftClaim, date: PartialDate, revision: number): Evidence {
  const claim: Claim = { ...draft, revision };
  const published = { claimId: claim.id, kind: "published", reason: null, revision } as const;
  return {
    claim,
    date,
    effectiveOn: firstDay(date),
    decisions: [{ ...published, sequence: Number.MAX_SAFE_INTEGER }],
  };
}

function rungChanges(before: Funnel, after: Funnel): RungChange[] {
  const counts = (funnel: Funnel) => [
    ...funnel.rungs,
    ...funnel.asides,
    { value: "unknown", label: "Unknown", reached: funnel.unknown },
  ];
  return counts(before).flatMap(({ label, reached }, i) => {
    const then = counts(after)[i]?.reached ?? reached;
    return then === reached ? [] : [{ ladder: before.ladder, label, before: reached, after: then }];
  });
}
