import { type FieldKey, fieldSpec } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import { pakistanDay } from "../time/day";
import type { Claim, Decision, Source } from "./ledger-records";
import { type Ledger, subjectKey } from "./registry";
import { resolve } from "./resolve";

/** What one revision did to one field of a zone or of a firm in it. */
export interface FieldEffect {
  readonly field: FieldKey;
  /** The firm that the field is about; null: the zone itself. */
  readonly firm: string | null;
  /** What was displayed on the day of the revision, before and after it. Null is unknown. */
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** The reports that the revision recorded. */
  readonly recorded: readonly Claim[];
  /** Its decisions on reports, without the publications that come with new reports. */
  readonly decisions: readonly { readonly decision: Decision; readonly claim: Claim }[];
}

/** Finds what a revision did to a zone, field by field, in the order of recording. */
export type FindEffects = (revision: number, zone: string) => readonly FieldEffect[];

/** Reads the ledger once, for many questions about single revisions. */
export function createEffectFinder({ facts, evidence }: Ledger): FindEffects {
  const claims = groupByRevision(facts.claims);
  const decisions = groupByRevision(facts.decisions);
  const byId = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const firms = new Map(facts.tenancies.map(({ id, firm }) => [id, firm]));
  const days = new Map(
    facts.revisions.map(({ number, recordedAt }) => [number, pakistanDay(new Date(recordedAt))]),
  );
  return (revision, zone) => {
    const asOf = days.get(revision);
    if (asOf === undefined) return [];
    const recorded = (claims.get(revision) ?? []).filter((claim) => claim.zone === zone);
    const decided = (decisions.get(revision) ?? []).flatMap((decision) => {
      const claim = byId.get(decision.claimId);
      return claim?.zone === zone && claim.revision !== revision ? [{ decision, claim }] : [];
    });
    const touched = new Map(
      [...recorded, ...decided.map(({ claim }) => claim)].map((claim) => [keyOf(claim), claim]),
    );
    return [...touched].map(([key, { field, tenancy }]) => {
      const known = evidence.get(subjectKey(zone, tenancy))?.get(field) ?? [];
      const shownAt = (at: number) =>
        resolve(fieldSpec(field), known, { asOf, revision: at }).value;
      return {
        field,
        firm: tenancy === null ? null : (firms.get(tenancy) ?? tenancy),
        before: shownAt(revision - 1),
        after: shownAt(revision),
        recorded: recorded.filter((claim) => keyOf(claim) === key),
        decisions: decided.filter(({ claim }) => keyOf(claim) === key),
      };
    });
  };
}

const keyOf = ({ tenancy, field }: Claim) => `${tenancy ?? ""} ${field}`;

function groupByRevision<T extends { readonly revision: number }>(
  items: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.revision);
    if (group) group.push(item);
    else groups.set(item.revision, [item]);
  }
  return groups;
}

/** A part of a source that a revision changed. */
export interface SourceEffect {
  readonly part: Exclude<keyof Source, "id">;
  /** As stored; null: none. */
  readonly before: string | boolean | null;
  readonly after: string | boolean | null;
}

/** What a revision changed in a source; empty where it recorded no new version of it. */
export function listSourceEffects(
  { facts }: Pick<Ledger, "facts">,
  revision: number,
  id: string,
): SourceEffect[] {
  const versions = facts.sourceVersions.filter(({ source }) => source.id === id);
  const at = versions.findIndex((version) => version.revision === revision);
  const [before, after] = [versions[at - 1]?.source, versions[at]?.source];
  if (!before || !after) return [];
  const parts = Object.keys(after).filter((part): part is SourceEffect["part"] => part !== "id");
  return parts
    .filter((part) => before[part] !== after[part])
    .map((part) => ({ part, before: before[part], after: after[part] }));
}
