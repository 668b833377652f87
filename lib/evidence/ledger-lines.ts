import { fieldSpec } from "@/lib/catalogue/fields";
import { GROUPS } from "@/lib/catalogue/groups";
import type { Decision, Facts, Revision, Source, Tenancy } from "./ledger-records";
import { type EvidenceIndex, subjectKey } from "./registry";
import { type Evidence, type Moment, type Resolution, type Rival, resolve } from "./resolve";
import { effectiveDateAt } from "./source-date-corrections";
import { sourcesBy } from "./source-versions";

/** A judgement with the revision that brought it. */
export interface Judgement {
  readonly decision: Decision;
  readonly revision: Revision | undefined;
}

/** One claim in a zone's ledger, whatever became of it. */
export interface LedgerLine {
  readonly evidence: Evidence;
  /** The firm of which it speaks; null: the zone itself. */
  readonly tenancy: Tenancy | null;
  /** Where it stands beside the value shown; `shown` is that value's own claim. */
  readonly standing: "shown" | Rival["standing"] | "retracted";
  readonly contradicts: boolean;
  /** Every judgement on it, in order; the first is mostly its publication. */
  readonly judgements: readonly Judgement[];
  /** The revision that recorded it. */
  readonly revision: Revision | undefined;
  readonly source: Source | undefined;
}

/** What a ledger is read from. */
export interface LedgerInput {
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
}

/**
 * Every claim on a zone and on all firms ever said to be in it that holds and is known by a moment,
 * retracted ones too, the newest first. Claims that wait for review are left out: they count nowhere.
 */
export function ledgerLines(
  { facts, evidence }: LedgerInput,
  slug: string,
  moment: Moment,
): LedgerLine[] {
  const revisions = new Map(facts.revisions.map((revision) => [revision.number, revision]));
  const sources = new Map(
    sourcesBy(facts.sourceVersions, moment.knownOn).map((source) => [source.id, source]),
  );
  const firms = facts.tenancies.filter(({ zone }) => zone === slug);
  return [null, ...firms]
    .flatMap((tenancy) =>
      [...(evidence.get(subjectKey(slug, tenancy?.id ?? null)) ?? [])].flatMap(
        ([field, claims]) => {
          const resolution = resolve(fieldSpec(field), claims, moment);
          return claims.flatMap((recorded): LedgerLine[] => {
            const item = effectiveDateAt(recorded, moment.knownOn);
            const decisions = item.decisions.filter(({ revision }) => revision <= moment.knownOn);
            const holds = item.effectiveOn <= moment.asOf && item.claim.revision <= moment.knownOn;
            if (!holds || decisions.length === 0) return [];
            return [
              {
                evidence: item,
                tenancy,
                ...standingIn(resolution, item),
                judgements: decisions.map((decision) => ({
                  decision,
                  revision: revisions.get(decision.revision),
                })),
                revision: revisions.get(item.claim.revision),
                source: sources.get(item.claim.sourceId),
              },
            ];
          });
        },
      ),
    )
    .sort((a, b) => newestFirst(a.evidence, b.evidence));
}

function standingIn(
  { evidence, rivals }: Resolution,
  { claim }: Evidence,
): Pick<LedgerLine, "standing" | "contradicts"> {
  if (evidence?.claim.id === claim.id) return { standing: "shown", contradicts: false };
  const rival = rivals.find((other) => other.evidence.claim.id === claim.id);
  return rival
    ? { standing: rival.standing, contradicts: rival.contradicts }
    : { standing: "retracted", contradicts: false };
}

function newestFirst(a: Evidence, b: Evidence): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn > b.effectiveOn ? -1 : 1;
  return b.claim.revision - a.claim.revision || (a.claim.id > b.claim.id ? -1 : 1);
}

/** The parts of a claim by which a ledger can be narrowed. */
export const LEDGER_FILTERS = ["field", "source", "origin"] as const;
export type LedgerFilterKey = (typeof LEDGER_FILTERS)[number];

/** What is asked of a ledger; a part left out lets all through. */
export type LedgerQuery = Readonly<Partial<Record<LedgerFilterKey, string>>>;

/** One value that a filter can take, with the claims that it lets through under the other filters. */
export interface LedgerOption {
  readonly value: string;
  readonly label: string;
  /** Heading under which it stands in the list; null: none. */
  readonly group: string | null;
  readonly count: number;
}

/** The lines that pass a query. */
export function narrowed(lines: readonly LedgerLine[], query: LedgerQuery): LedgerLine[] {
  return lines.filter((line) =>
    LEDGER_FILTERS.every((key) => query[key] === undefined || partOf(line, key) === query[key]),
  );
}

/** The values that a filter can take in this ledger, counted under the other filters; those without a claim too. */
export function listOptions(
  lines: readonly LedgerLine[],
  key: LedgerFilterKey,
  query: LedgerQuery,
): LedgerOption[] {
  const others = narrowed(lines, { ...query, [key]: undefined });
  const values = new Map(lines.map((line) => [partOf(line, key), line]));
  return [...values]
    .map(([value, line]) => ({
      value,
      label: getLabel(line, key),
      group: key === "field" ? GROUPS[fieldSpec(line.evidence.claim.field).group] : null,
      count: others.filter((other) => partOf(other, key) === value).length,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

function partOf({ evidence: { claim } }: LedgerLine, key: LedgerFilterKey): string {
  switch (key) {
    case "field":
      return claim.field;
    case "source":
      return claim.sourceId;
    case "origin":
      return claim.origin;
  }
}

function getLabel(line: LedgerLine, key: LedgerFilterKey): string {
  const { claim } = line.evidence;
  switch (key) {
    case "field":
      return fieldSpec(claim.field).label;
    case "source":
      return line.source ? `${line.source.publisher}: ${line.source.title}` : claim.sourceId;
    case "origin":
      return claim.origin;
  }
}
