import { fieldSpec } from "@/lib/catalogue/fields";
import { type ClaimStatus, listClaimStatuses, newestFirst } from "./claim-status";
import { type Ledger, subjectKey } from "./evidence-index";
import type { Decision, Revision, Source } from "./ledger-records";
import { listTenanciesOf } from "./registry";
import { type Moment, resolve } from "./resolve";
import { tenancyAt } from "./retirement";
import { listSourcesAt } from "./source-versions";

/** A decision and the revision that recorded it. */
export interface Judgement {
  readonly decision: Decision;
  readonly revision: Revision | undefined;
}

/** One claim in a zone's ledger. */
export interface LedgerLine
  extends Pick<ClaimStatus, "evidence" | "tenancy" | "standing" | "contradicts"> {
  /** Every decision on it, oldest first; the first is usually its publication. */
  readonly judgements: readonly Judgement[];
  /** The revision that recorded it. */
  readonly revision: Revision | undefined;
  readonly source: Source | undefined;
}

/**
 * Every claim on a zone, and on every firm ever reported in it, that is in effect and known at a
 * moment, newest first, withdrawn claims included. Claims that wait for review are left out.
 */
export function listLedgerLines(
  { facts, evidence }: Ledger,
  slug: string,
  moment: Moment,
): LedgerLine[] {
  const revisions = new Map(facts.revisions.map((revision) => [revision.number, revision]));
  const sources = new Map(
    listSourcesAt(facts.sourceVersions, moment.revision).map((source) => [source.id, source]),
  );
  const firms = listTenanciesOf(facts, slug).map((tenancy) => tenancyAt(tenancy, moment.revision));
  return [null, ...firms]
    .flatMap((tenancy) => {
      const fields = evidence.get(subjectKey(slug, tenancy?.id ?? null)) ?? [];
      return [...fields].flatMap(([field, claims]) =>
        listClaimStatuses(resolve(fieldSpec(field), claims, moment), claims, tenancy, moment),
      );
    })
    .sort((a, b) => newestFirst(a.evidence, b.evidence))
    .map(({ evidence: item, tenancy: firm, standing, contradicts, decisions }) => ({
      evidence: item,
      tenancy: firm,
      standing,
      contradicts,
      judgements: decisions.map((decision) => ({
        decision,
        revision: revisions.get(decision.revision),
      })),
      revision: revisions.get(item.claim.revision),
      source: sources.get(item.claim.sourceId),
    }));
}

/** What the claims of a ledger can be filtered by. */
export const LEDGER_FILTERS = ["field", "source", "origin"] as const;
export type LedgerFilterKey = (typeof LEDGER_FILTERS)[number];

/** The filters of a ledger; an absent one lets every claim through. */
export type LedgerQuery = Readonly<Partial<Record<LedgerFilterKey, string>>>;

/** One value of a filter, and how many claims it would leave under the other filters. */
export interface LedgerOption {
  readonly value: string;
  /** One of the claims with this value. */
  readonly line: LedgerLine;
  readonly count: number;
}

/** The lines that match a query. */
export function filterLines(lines: readonly LedgerLine[], query: LedgerQuery): LedgerLine[] {
  return lines.filter((line) =>
    LEDGER_FILTERS.every((key) => query[key] === undefined || getPart(line, key) === query[key]),
  );
}

/** The values of a filter in this ledger, each counted under the other filters; counts of 0 included. */
export function listOptions(
  lines: readonly LedgerLine[],
  key: LedgerFilterKey,
  query: LedgerQuery,
): LedgerOption[] {
  const others = filterLines(lines, { ...query, [key]: undefined });
  const values = new Map(lines.map((line) => [getPart(line, key), line]));
  return [...values].map(([value, line]) => ({
    value,
    line,
    count: others.filter((other) => getPart(other, key) === value).length,
  }));
}

function getPart({ evidence: { claim } }: LedgerLine, key: LedgerFilterKey): string {
  switch (key) {
    case "field":
      return claim.field;
    case "source":
      return claim.sourceId;
    case "origin":
      return claim.origin;
  }
}
