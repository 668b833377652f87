import type { FieldValue } from "../catalogue/kinds";
import type { Confidence, Origin } from "../evidence/ledger-records";
import type { Evidence, Mark, Resolution, Rival, Standing } from "../evidence/resolve";
import type { Day, PartialDate } from "../time/day";

/** Where a value comes from; all null where no live claim exists. */
export interface Provenance {
  readonly claimId: string | null;
  readonly sourceId: string | null;
  /** Date for which the source says it; null where the source does not say. */
  readonly asOf: PartialDate | null;
  /** First day on which it is held to be true. */
  readonly effectiveOn: Day | null;
  readonly origin: Origin | null;
  readonly confidence: Confidence | null;
}

/** Another claim on the same field. */
export interface RivalAnswer extends Provenance {
  readonly value: FieldValue;
  readonly standing: Standing;
  readonly contradicts: boolean;
  /** Why it was set aside or deprecated; null for a live rival. */
  readonly reason: string | null;
}

/** What shows for one field. A null value with a claim: the source says that it is not known. */
export interface ValueAnswer extends Provenance {
  readonly value: FieldValue;
  readonly mark: Mark;
  readonly rivals: readonly RivalAnswer[];
}

/** What shows for each of some fields, as an answer carries it. */
export function valueAnswers<K extends string>(
  fields: Readonly<Record<K, Resolution>>,
): Record<K, ValueAnswer> {
  const entries = Object.entries<Resolution>(fields);
  return Object.fromEntries(entries.map(([key, field]) => [key, valueAnswer(field)])) as Record<
    K,
    ValueAnswer
  >;
}

function valueAnswer({ value, evidence, mark, rivals }: Resolution): ValueAnswer {
  return { value, ...provenance(evidence), mark, rivals: rivals.map(rivalAnswer) };
}

function rivalAnswer({ evidence, standing, contradicts, decision }: Rival): RivalAnswer {
  return {
    value: evidence.claim.value,
    ...provenance(evidence),
    standing,
    contradicts,
    reason: decision?.reason ?? null,
  };
}

function provenance(evidence: Evidence | null): Provenance {
  return {
    claimId: evidence?.claim.id ?? null,
    sourceId: evidence?.claim.sourceId ?? null,
    asOf: evidence?.claim.asOf ?? null,
    effectiveOn: evidence?.effectiveOn ?? null,
    origin: evidence?.claim.origin ?? null,
    confidence: evidence?.claim.confidence ?? null,
  };
}
