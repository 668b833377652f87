import { type FieldKey, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type {
  Confidence,
  DecisionKind,
  Facts,
  Origin,
  Source,
  Tenancy,
} from "../evidence/ledger-records";
import { type EvidenceIndex, subjectKey, type ZoneRecord } from "../evidence/registry";
import type { Evidence, Moment, Resolution, Standing } from "../evidence/resolve";
import { effectiveDateAt } from "../evidence/source-date-corrections";
import { sourcesBy } from "../evidence/source-versions";
import type { Day, PartialDate } from "../time/day";

/** One claim of a zone's ledger with the judgement on it and its source. */
export interface LedgerEntry {
  readonly id: string;
  readonly zone: string;
  /** Id and name of the firm that the claim is on; null where it is on the zone itself. */
  readonly tenancy: string | null;
  readonly firm: string | null;
  readonly field: FieldKey;
  readonly value: FieldValue;
  readonly asOf: PartialDate | null;
  readonly effectiveOn: Day;
  /** The latest judgement on the claim itself. */
  readonly decision: DecisionKind;
  /** Why it was preferred, set aside, deprecated or retracted; null where nothing was said. */
  readonly reason: string | null;
  /** Where it stands beside the value shown; `shown` is that value's own claim. */
  readonly standing: "shown" | Standing | "retracted";
  readonly contradicts: boolean;
  readonly origin: Origin;
  readonly confidence: Confidence;
  readonly locator: string | null;
  readonly note: string | null;
  readonly version: number;
  /** Instant at which it was recorded, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly source: Source;
}

/** What a ledger is read from. */
export interface LedgerInput {
  readonly facts: Facts;
  readonly evidence: EvidenceIndex;
}

/**
 * Every claim on a zone and on its firms that holds and is known by a moment, by field in the
 * catalogue's order, the newest first; firms after the zone. Claims that wait for review are left
 * out: they count nowhere.
 */
export function ledgerAnswer(zone: ZoneRecord, books: LedgerInput, moment: Moment): LedgerEntry[] {
  const recordedAt = new Map(books.facts.revisions.map((r) => [r.number, r.recordedAt]));
  const sources = new Map(
    sourcesBy(books.facts.sourceVersions, moment.knownOn).map((source) => [source.id, source]),
  );
  const entriesOf = <K extends FieldKey>(
    keys: readonly K[],
    fields: Readonly<Record<K, Resolution>>,
    tenancy: Tenancy | null,
  ): LedgerEntry[] => {
    const claims = books.evidence.get(subjectKey(zone.slug, tenancy?.id ?? null));
    return keys.flatMap((key) =>
      (claims?.get(key) ?? [])
        .map((item) => effectiveDateAt(item, moment.knownOn))
        .filter((item) => isKnown(item, moment))
        .sort(newestFirst)
        .flatMap((item) => {
          const source = sources.get(item.claim.sourceId);
          const instant = recordedAt.get(item.claim.revision);
          const judged = judgedIn(fields[key], item, moment);
          return source && instant && judged
            ? [entryOf(item, judged, tenancy, source, instant)]
            : [];
        }),
    );
  };
  return [
    ...entriesOf(ZONE_FIELD_KEYS, zone.fields, null),
    ...zone.tenancies.flatMap(({ tenancy, fields }) =>
      entriesOf(TENANCY_FIELD_KEYS, fields, tenancy),
    ),
  ];
}

function isKnown({ claim, effectiveOn }: Evidence, { asOf, knownOn }: Moment): boolean {
  return effectiveOn <= asOf && claim.revision <= knownOn;
}

function newestFirst(a: Evidence, b: Evidence): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn > b.effectiveOn ? -1 : 1;
  return b.claim.revision - a.claim.revision || (a.claim.id > b.claim.id ? -1 : 1);
}

type Judged = Pick<LedgerEntry, "decision" | "reason" | "standing" | "contradicts">;

/** The judgement on a claim and its standing; null while it waits for review. */
function judgedIn(field: Resolution, { claim, decisions }: Evidence, { knownOn }: Moment) {
  const last = decisions.filter((decision) => decision.revision <= knownOn).at(-1);
  if (!last) return null;
  const rival = field.rivals.find(({ evidence }) => evidence.claim.id === claim.id);
  const unrivalled = field.evidence?.claim.id === claim.id ? "shown" : "retracted";
  return {
    decision: last.kind,
    reason: rival?.decision?.reason ?? last.reason,
    standing: rival?.standing ?? unrivalled,
    contradicts: rival?.contradicts ?? false,
  } satisfies Judged;
}

function entryOf(
  { claim, effectiveOn }: Evidence,
  judged: Judged,
  tenancy: Tenancy | null,
  source: Source,
  recordedAt: string,
): LedgerEntry {
  return {
    id: claim.id,
    zone: claim.zone,
    tenancy: claim.tenancy,
    firm: tenancy?.firm ?? null,
    field: claim.field,
    value: claim.value,
    asOf: claim.asOf,
    effectiveOn,
    ...judged,
    origin: claim.origin,
    confidence: claim.confidence,
    locator: claim.locator,
    note: claim.note,
    version: claim.revision,
    recordedAt,
    source,
  };
}
