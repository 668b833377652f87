import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { type Day, daysBetween, type PartialDate } from "@/lib/time/day";
import type { Revision, Source } from "./ledger-records";
import type { ZoneRecord } from "./registry";
import type { Evidence } from "./resolve";

/** One moment with the sources that claims rest on and the revisions that wrote them: what evidence is told from. */
export interface EvidenceView {
  readonly asOf: Day;
  /** The last revision that counts. */
  readonly knownOn: number;
  readonly sources: ReadonlyMap<string, Source>;
  /** The moment as the address asks for it, for the addresses of other pages. */
  readonly moment: readonly (readonly [string, string])[];
  /** May the reader judge a claim of this revision? */
  readonly mayJudge: (revision: number) => boolean;
  /** Revisions by number: who judged. */
  readonly revisions: ReadonlyMap<number, Revision>;
}

/** A zone at one moment: what every part of its page is made from. */
export interface ZoneView extends EvidenceView {
  readonly zone: ZoneRecord;
  /** Address of the page with every claim, at the same moment. */
  readonly ledgerPath: string;
}

/** A value's date as it is told, how old that is on the day looked at, and whether it is still fresh. */
export interface ClaimDate {
  /** Year, month or day, no more precise than it is known. */
  readonly date: PartialDate;
  readonly ageDays: number;
  readonly fresh: boolean;
}

/** The date of a claim on the day looked at. Fields that never go stale are never called fresh. */
export function getClaimDate(evidence: Evidence, asOf: Day): ClaimDate {
  const ageDays = daysBetween(evidence.effectiveOn, asOf);
  const { freshFor } = fieldSpec(evidence.claim.field);
  return {
    date: evidence.date,
    ageDays,
    fresh: freshFor !== null && ageDays <= freshFor,
  };
}

/** The anchor of a field's entry in the ledger of a zone's page, for the zone itself or one of its firms. */
export function getLedgerAnchor(field: FieldKey, tenancyId: string | null = null): string {
  return tenancyId === null ? `ledger-${field}` : `ledger-${tenancyId}-${field}`;
}
