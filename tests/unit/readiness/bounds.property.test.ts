import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { listTerms } from "@/lib/catalogue/vocabularies";
import type { EvidenceIndex } from "@/lib/evidence/evidence-index";
import { ORIGINS } from "@/lib/evidence/ledger-records";
import { resolveRecord, type ZoneRecord } from "@/lib/evidence/registry";
import { type Evidence, type Moment, resolve } from "@/lib/evidence/resolve";
import { INDICATORS } from "@/lib/readiness/indicators";
import { getScoreBounds } from "@/lib/readiness/readiness";
import { day, evidenceOn } from "@/tests/support/arbitraries";
import { createEvidence } from "@/tests/support/facts";

const ZONE = { slug: "a-zone", order: 1 };
const FIRMS = ["a", "b"].map((id, i) => ({
  id,
  zone: ZONE.slug,
  firm: id,
  firmId: id,
  order: i + 1,
}));
const NOW: Moment = { asOf: "2026-11-25", revision: 20 };

/** The fields that bound the indicators, beside the indicators themselves. */
const BOUNDING: readonly ZoneFieldKey[] = ["status", "legalStatus", "zoneType"];

type Fields = EvidenceIndex extends ReadonlyMap<string, infer F> ? F : never;

const publishers = fc.constantFrom("A paper", "B paper", "C paper");

/** Up to 3 claims on a field, of any origin, from 3 publishers. */
function claimsOn(field: ZoneFieldKey) {
  const one = fc
    .tuple(evidenceOn(field), fc.constantFrom(...ORIGINS), publishers)
    .map(([evidence, origin, name]) => ({
      ...evidence,
      claim: { ...evidence.claim, origin },
      voices: [{ revision: 1, name }],
    }));
  return fc.uniqueArray(one, { maxLength: 3, selector: ({ claim }) => claim.id });
}

const stages = fc.constantFrom(...listTerms("tenancyStage").map(({ value }) => value));

/** The evidence on a zone with up to two firms: some of its indicators, and the fields that bound them. */
function zoneEvidence(indicators: readonly ZoneFieldKey[]): fc.Arbitrary<EvidenceIndex> {
  const fields = [...new Set([...BOUNDING, ...indicators])].map((field) =>
    claimsOn(field).map((list) => [field, list] as const),
  );
  return fc
    .tuple(fc.tuple(...fields), fc.array(stages, { maxLength: FIRMS.length }))
    .map(([own, firms]) => {
      const subjects: [string, Fields][] = firms.map((value, i) => [
        `${ZONE.slug}/${FIRMS[i]?.id}`,
        new Map([["tenancyStage", [createEvidence({ field: "tenancyStage", value })]]]),
      ]);
      return new Map([...subjects, [ZONE.slug, new Map(own)]]);
    });
}

const anyEvidence = zoneEvidence(INDICATORS);

const readZone = (index: EvidenceIndex) => resolveRecord(index, ZONE, FIRMS, NOW);

/** The index with other evidence on the zone itself; its firms stay. */
function replaceFields(
  index: EvidenceIndex,
  change: (field: ZoneFieldKey, list: readonly Evidence[]) => readonly Evidence[],
): EvidenceIndex {
  const own = [...BOUNDING, ...INDICATORS].map(
    (field) => [field, change(field, index.get(ZONE.slug)?.get(field) ?? [])] as const,
  );
  return new Map([...index, [ZONE.slug, new Map(own)]]);
}

function boundsOf(zone: ZoneRecord, field: ZoneFieldKey) {
  const bounds = getScoreBounds(zone, field);
  return bounds === "not-applicable" ? null : bounds;
}

/** A further claim that says what is shown. */
const furtherClaim = (field: ZoneFieldKey) =>
  fc.record({
    field: fc.constant(field),
    asOf: day,
    confidence: fc.constantFrom("low" as const, "medium" as const, "high" as const),
    origin: fc.constantFrom(...ORIGINS),
    name: publishers,
  });

/** The evidence on a zone, and a further claim on one of its indicators. */
const withFurtherClaim = fc
  .constantFrom(...INDICATORS)
  .chain((field) => fc.tuple(zoneEvidence([field, "enterprisesProducing"]), furtherClaim(field)));

/** The width of an indicator's interval before and after one more claim with the value shown; null where nothing is shown. */
function addAgreeing(
  index: EvidenceIndex,
  further: ReturnType<typeof furtherClaim> extends fc.Arbitrary<infer T> ? T : never,
) {
  const { field, name, ...part } = further;
  const before = readZone(index);
  const value = before.values[field];
  const claim = createEvidence({ field, value, revision: 20, ...part });
  const added = { ...claim, voices: [{ revision: 1, name }] };
  const after = readZone(
    replaceFields(index, (key, list) => (key === field ? [...list, added] : list)),
  );
  const [old, now] = [boundsOf(before, field), boundsOf(after, field)];
  if (value === null || !old || !now) return null;
  return { old: old.high - old.low, now: now.high - now.low };
}

describe("for any evidence on a zone,", () => {
  it("0 ≤ low ≤ high ≤ 1 for every indicator", () => {
    fc.assert(
      fc.property(anyEvidence, (index) => {
        const zone = readZone(index);
        for (const field of INDICATORS) {
          const bounds = boundsOf(zone, field);
          if (!bounds) continue;
          expect(bounds.low, field).toBeGreaterThanOrEqual(0);
          expect(bounds.low, field).toBeLessThanOrEqual(bounds.high);
          expect(bounds.high, field).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  const afterDecline = withFurtherClaim.map(([index, further]) => {
    const declined = replaceFields(index, (_, list) =>
      list.map((item) => ({ ...item, claim: { ...item.claim, decline: true } })),
    );
    return [declined, further] as const;
  });

  it.each([
    ["", withFurtherClaim],
    [" after a decline", afterDecline],
  ])("a further claim with the value shown%s never widens an interval", (_, evidence) => {
    fc.assert(
      fc.property(evidence, ([index, further]) => {
        const width = addAgreeing(index, further);
        fc.pre(width !== null);
        expect(width?.now).toBeLessThanOrEqual((width?.old ?? 0) + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("other evidence only raises the ends of a known interval, which holds the value shown", () => {
    fc.assert(
      fc.property(anyEvidence, (index) => {
        const zone = readZone(index);
        for (const field of INDICATORS) {
          const alone = readZone(
            replaceFields(index, (key, list) => (key === field || key === "zoneType" ? list : [])),
          );
          const [own, raised] = [boundsOf(alone, field), boundsOf(zone, field)];
          if (!own?.known || !raised) continue;
          expect(raised.known, field).toBe(true);
          expect(raised.low, field).toBeGreaterThanOrEqual(own.low);
          expect(raised.high, field).toBe(Math.max(own.high, raised.low));
          expect(raised.impliedBy !== null || raised.low === own.low, field).toBe(true);
          const shown = boundsOf({ ...zone, bounds: {} }, field);
          expect(shown?.high, field).toBeLessThanOrEqual(raised.high);
        }
      }),
    );
  });

  it("implied bounds change no value shown", () => {
    fc.assert(
      fc.property(anyEvidence, (index) => {
        const zone = readZone(index);
        for (const field of INDICATORS) {
          const claims = index.get(ZONE.slug)?.get(field) ?? [];
          expect(zone.values[field]).toEqual(resolve(fieldSpec(field), claims, NOW).value);
        }
      }),
    );
  });
});
