import { ZONE_FIELD_KEYS, type ZoneFieldKey, type ZoneValues } from "@/lib/catalogue/fields";
import type {
  Claim,
  Decision,
  Facts,
  Revision,
  Source,
  SourceVersion,
} from "@/lib/evidence/ledger-records";
import { setPublicationsAside } from "@/lib/evidence/publications";
import type { Evidence } from "@/lib/evidence/resolve";
import type { RowProgress, ZoneRow } from "@/lib/evidence/row";
import { getStanding } from "@/lib/readiness/standing";
import { firstDay } from "@/lib/time/day";

let made = 0;

/** A claim on the zone `test-zone` with defaults and a new id unless given. */
export function createClaim(part: Partial<Claim> & Pick<Claim, "field" | "value">): Claim {
  made += 1;
  return {
    id: `claim-${String(made).padStart(6, "0")}`,
    revision: 1,
    zone: "test-zone",
    tenancy: null,
    asOf: "2020-01-01",
    sourceId: "a-source",
    locator: null,
    note: null,
    origin: "official",
    confidence: "medium",
    decline: false,
    quotation: null,
    lastSeenOn: null,
    money: null,
    ...part,
  };
}

/** A decision on a claim, by default its publication in its own revision; sequences rise. */
export function createDecision(claim: Claim, part: Partial<Decision> = {}): Decision {
  made += 1;
  return {
    sequence: made,
    revision: claim.revision,
    claimId: claim.id,
    kind: "published",
    reason: null,
    ...part,
  };
}

/**
 * Evidence for `resolve`: a claim in effect from its `asOf`, published when recorded, with further
 * decisions after that.
 */
export function createEvidence(
  part: Partial<Claim> & Pick<Claim, "field" | "value">,
  ...judgements: readonly Partial<Decision>[]
): Evidence {
  const claim = createClaim(part);
  const date = claim.asOf ?? "2020-01-01";
  return {
    claim,
    date,
    effectiveOn: firstDay(date),
    voices: [{ revision: claim.revision, name: claim.sourceId }],
    decisions: judgements.map((judgement) => createDecision(claim, judgement)),
  };
}

/** A source without a date unless given. */
export function createSource(part: Partial<Source> & Pick<Source, "id">): Source {
  return {
    title: part.id,
    publisher: "A paper",
    url: null,
    publishedOn: null,
    publishedOnEstimated: false,
    accessed: null,
    archivedUrl: null,
    kind: "news",
    ...part,
  };
}

/** A version of a source, by default the first. */
export function createVersion(
  source: Source,
  part: Partial<Omit<SourceVersion, "source">> = {},
): SourceVersion {
  return { revision: 1, reason: null, source, ...part };
}

/** An identity for a revision: 64 hex digits that begin with its number. */
export function identityOf(number: number): string {
  return number.toString(16).padEnd(64, "0");
}

/** A revision at an instant. */
export function createRevision(number: number, recordedAt: string): Revision {
  return {
    number,
    recordedAt,
    author: "an analyst",
    purpose: "a test",
    identity: identityOf(number),
  };
}

/**
 * Facts of one zone, `test-zone`, with one undated source, `a-source`; every claim published unless decisions are given, which
 * are then all of them.
 */
export function createFacts({
  decisions,
  ...part
}: Omit<Partial<Facts>, "waiting"> & Pick<Facts, "claims">): Facts {
  const made = decisions ?? part.claims.map((claim) => createDecision(claim));
  return {
    revision: 1,
    revisions: [createRevision(1, "2026-11-23T19:00:00Z")],
    zones: [{ slug: "test-zone", order: 1 }],
    ...setPublicationsAside(part.claims.slice(), made.slice()),
    sourceVersions: [createVersion(createSource({ id: "a-source" }))],
    tenancies: [],
    events: [],
    context: [],
    firmVersions: [],
    retirements: [],
    ...part,
  };
}

/** The values of a zone; those not given are unknown. */
export function createValues(known: Partial<ZoneValues> = {}): ZoneValues {
  const unknown = Object.fromEntries(ZONE_FIELD_KEYS.map((key) => [key, null]));
  return { ...unknown, ...known } as ZoneValues;
}

/** The progress of a row with a status since 2020 and no producers known by name. */
export function createProgress(
  status: ZoneValues["status"],
  part: Partial<RowProgress> = {},
): RowProgress {
  const date = status === null ? null : "2020-01-01";
  const counts = { producers: 0, recentProducers: 0, building: 0 };
  return {
    standing: getStanding(status, (part.recentProducers ?? 0) > 0),
    ...{ implied: false, since: date, lastReported: date },
    ...counts,
    ...part,
  };
}

/** A row of the zone `test-zone` with some known values, dated 2020-01-01 unless given. */
export function createRow(known: Partial<ZoneValues> = {}, part: Partial<ZoneRow> = {}): ZoneRow {
  const fields = Object.keys(known) as ZoneFieldKey[];
  return {
    slug: "test-zone",
    order: 1,
    values: createValues(known),
    dates: Object.fromEntries(fields.map((field) => [field, "2020-01-01"])),
    marks: {},
    support: {},
    weak: [],
    unused: [],
    bounds: {},
    progress: createProgress(known.status ?? null),
    firms: [],
    ...part,
  };
}
