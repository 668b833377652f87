import type { FieldKey } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Claim, Decision } from "@/lib/evidence/ledger-records";
import { resolveRecord, type ZoneRecord } from "@/lib/evidence/registry";
import { createClaim, createDecision, createFacts } from "./facts";

/** A claim on `test-zone`, or on the firm in it that `tenancy` names, with the kind of a decision on it. */
export type TestClaim = Partial<Claim> &
  Pick<Claim, "field" | "value"> & { readonly judged?: Decision["kind"] };

/** Claims of 2020 with these values. */
export function claimsOf(values: Partial<Record<FieldKey, FieldValue>>): TestClaim[] {
  return Object.entries(values).map(([field, value]) => ({ field: field as FieldKey, value }));
}

/** Claims that firms, a, b, c …, are at these stages. */
export function firmsAt(...stages: readonly string[]): TestClaim[] {
  return stages.map((value, i) => ({
    field: "tenancyStage",
    value,
    tenancy: String.fromCharCode(97 + i),
  }));
}

/** The zone `test-zone` with these claims, whether or not it would be in the registry. */
export function resolveTestZone(given: readonly TestClaim[], asOf = "2026-11-24"): ZoneRecord {
  const claims = given.map(({ judged, ...part }) => createClaim(part));
  const decisions = claims.flatMap((claim, i) => {
    const kind = given[i]?.judged;
    return [createDecision(claim), ...(kind ? [createDecision(claim, { kind })] : [])];
  });
  const ids = new Set(claims.flatMap(({ tenancy }) => tenancy ?? []));
  const tenancies = [...ids].map((id, i) => ({
    id,
    zone: "test-zone",
    firm: id,
    firmId: id,
    order: i + 1,
  }));
  const index = indexEvidence(createFacts({ claims, decisions, tenancies }));
  return resolveRecord(index, { slug: "test-zone", order: 1 }, tenancies, { asOf, revision: 1 });
}
