import { type FieldKey, fieldSpec } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import { pakistanDay } from "../time/day";
import { type Ledger, subjectKey } from "./evidence-index";
import { groupBy } from "./group-by";
import type { Claim, Decision } from "./ledger-records";
import { resolve } from "./resolve";
import { tenancyAt } from "./retirement";

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
  const claims = groupBy(facts.claims, ({ revision }) => revision);
  const decisions = groupBy(facts.decisions, ({ revision }) => revision);
  const byId = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const tenancies = new Map(facts.tenancies.map((tenancy) => [tenancy.id, tenancy]));
  const days = new Map(
    facts.revisions.map(({ number, recordedAt }) => [number, pakistanDay(new Date(recordedAt))]),
  );
  const nameFirm = (id: string, revision: number) => {
    const tenancy = tenancies.get(id);
    return tenancy ? tenancyAt(tenancy, revision).firm : id;
  };
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
        firm: tenancy === null ? null : nameFirm(tenancy, revision),
        before: shownAt(revision - 1),
        after: shownAt(revision),
        recorded: recorded.filter((claim) => keyOf(claim) === key),
        decisions: decided.filter(({ claim }) => keyOf(claim) === key),
      };
    });
  };
}

const keyOf = ({ tenancy, field }: Claim) => `${tenancy ?? ""} ${field}`;

/** The parts of sources, events, national figures and firms, in the order in which a change names them. */
export const RECORD_PARTS = [
  "title",
  "publisher",
  "url",
  "publishedOn",
  "publishedOnEstimated",
  "accessed",
  "archivedUrl",
  "date",
  "body",
  "zones",
  "name",
  "otherNames",
  "constraint",
  "label",
  "value",
  "unit",
  "statement",
  "period",
  "kind",
  "sourceId",
  "sourceNote",
  "quotation",
] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

/** Kinds of records that have versions. */
export type VersionedKind = "source" | "event" | "figure" | "firm";

/** A part of a record that a revision changed. */
export interface RecordEffect {
  readonly part: RecordPart;
  /** As stored; null or absent: none. */
  readonly before: unknown;
  readonly after: unknown;
}

type Version = { readonly revision: number } & Readonly<Record<string, unknown>>;

/** Every version of a record, oldest first. */
function listAllVersions({ facts }: Pick<Ledger, "facts">, kind: VersionedKind, id: string) {
  switch (kind) {
    case "source":
      return facts.sourceVersions
        .filter(({ source }) => source.id === id)
        .map(({ revision, source }): Version => ({ ...source, revision }));
    case "event":
      return facts.events
        .filter((event) => event.id === id)
        .map((event): Version => ({ ...event }));
    case "figure":
      return facts.context.filter(({ key }) => key === id).map((item): Version => ({ ...item }));
    case "firm":
      return facts.firmVersions
        .filter((firm) => firm.id === id)
        .map((firm): Version => ({ ...firm }));
  }
}

/** What a revision changed in a record; empty where it recorded no new version of it. */
export function listRecordEffects(
  ledger: Pick<Ledger, "facts">,
  revision: number,
  kind: VersionedKind,
  id: string,
): RecordEffect[] {
  const versions = listAllVersions(ledger, kind, id);
  const at = versions.findIndex((version) => version.revision === revision);
  const [before, after] = [versions[at - 1], versions[at]];
  if (!before || !after) return [];
  return RECORD_PARTS.filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  ).map((part) => ({ part, before: before[part], after: after[part] }));
}
