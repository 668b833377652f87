import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FieldKey, fieldSpec, isZoneField, type ZoneFieldKey } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { getStep, listTerms, VOCABULARIES } from "@/lib/catalogue/vocabularies";
import { type EvidenceIndex, indexEvidence } from "@/lib/evidence/evidence-index";
import { CONFIDENCES, DECISION_KINDS, ORIGINS } from "@/lib/evidence/ledger-records";
import { buildRegistry, resolveRecord, type ZoneRecord } from "@/lib/evidence/registry";
import type { Evidence, Moment } from "@/lib/evidence/resolve";
import { INDICATORS } from "@/lib/readiness/indicators";
import { computeReadiness } from "@/lib/readiness/readiness";
import { firstDay } from "@/lib/time/day";
import { createEvidence } from "@/tests/support/facts";
import { seedFacts } from "@/tests/support/seed-facts";

const ZONE = { slug: "a-zone", order: 1 };
const FIRMS = ["a", "b", "c", "d", "e", "f"].map((id, i) => ({
  id,
  zone: ZONE.slug,
  firm: id,
  firmId: id,
  order: i + 1,
}));
const NOW: Moment = { asOf: "2026-11-25", revision: 20 };

/** A claim that is recorded after all others has this revision. */
const LATEST = 20;

const days = fc.constantFrom(
  ...["2015", "2019-06", "2021-03-01", "2023-01-15", "2024", "2024-01-01"],
  ...["2025-07-01", "2026-11-20"],
);
/** Some of these numbers are within 5 % of each other. */
const COUNTS = [0, 1, 2, 4, 5, 6, 9, 10, 20, 21, 40];
const PERCENTAGES = [0, 10, 48, 50, 52, 76.5, 80, 83, 100];
const publishers = fc.constantFrom("A paper", "B paper", "C paper");

function listNumbers(field: FieldKey): readonly number[] {
  return field.startsWith("enterprises") ? COUNTS : PERCENTAGES;
}

function listValues(field: FieldKey): readonly FieldValue[] {
  const spec = fieldSpec(field);
  return spec.kind === "choice"
    ? [...listTerms(spec.vocabulary).map(({ value }) => value), null]
    : [...listNumbers(field), "not-applicable", null];
}

const voice = fc.record({
  asOf: days,
  origin: fc.constantFrom(...ORIGINS),
  confidence: fc.constantFrom(...CONFIDENCES),
  name: publishers,
});

/** Up to 4 claims on a field, of any origin and confidence, some of them judged or reporting a decline. */
function claimsOn(field: FieldKey): fc.Arbitrary<readonly Evidence[]> {
  const one = fc
    .record({
      id: fc.uuid(),
      value: fc.constantFrom(...listValues(field)),
      voice,
      revision: fc.integer({ min: 1, max: 6 }),
      decline: fc.constantFrom(true, ...Array.from({ length: 7 }, () => false)),
      judged: fc.constantFrom(null, null, null, null, ...DECISION_KINDS),
    })
    .map(({ voice: { name, ...part }, judged, ...claim }) => {
      const judgements = judged === null ? [] : [{ kind: judged, revision: 7 }];
      const evidence = createEvidence({ field, ...claim, ...part }, ...judgements);
      return { ...evidence, voices: [{ revision: 1, name }] };
    });
  return fc.uniqueArray(one, { maxLength: 4, selector: ({ claim }) => claim.id });
}

/** Fields that bound the indicators beside the indicators themselves. */
const BOUNDING = ["status", "legalStatus", "zoneType"] as const;

/** A ledger of one zone with up to 6 firms, on some indicators and all that bounds them. */
function ledgers(field: FieldKey): fc.Arbitrary<EvidenceIndex> {
  const own = [
    ...BOUNDING,
    ...(["enterprisesProducing", "enterprisesAdmitted", "internalRoads"] as const),
    ...(isZoneField(field) ? [field] : []),
  ];
  const zone = fc
    .tuple(
      ...[...new Set<ZoneFieldKey>(own)].map((key) => fc.tuple(fc.constant(key), claimsOn(key))),
    )
    .map((fields) => new Map<FieldKey, readonly Evidence[]>(fields));
  const firms = fc.array(claimsOn("tenancyStage"), { maxLength: FIRMS.length });
  return fc.tuple(zone, firms).map(
    ([fields, stages]) =>
      new Map([
        [ZONE.slug, fields] as const,
        ...stages.map((claims, i) => {
          const stage = new Map<FieldKey, readonly Evidence[]>([["tenancyStage", claims]]);
          return [`${ZONE.slug}/${FIRMS[i]?.id}`, stage] as const;
        }),
      ]) as unknown as EvidenceIndex,
  );
}

const readZone = (index: EvidenceIndex): ZoneRecord => resolveRecord(index, ZONE, FIRMS, NOW);

/** The values that say as much as one or more; none for a value without an order. */
function listNotLess(field: FieldKey, value: FieldValue): readonly FieldValue[] {
  if (typeof value === "number") return listNumbers(field).filter((one) => one >= value);
  const spec = fieldSpec(field);
  if (spec.kind !== "choice" || spec.behaviour !== "ordered") return [];
  const step = getStep(spec.vocabulary, value);
  if (step === null) return [];
  return VOCABULARIES[spec.vocabulary].steps.map((term) => term.value).slice(step);
}

/** The ledger with one more claim, which says no less than what its field displays; null: nothing displayed has an order. */
function addClaim(
  index: EvidenceIndex,
  subject: string,
  field: FieldKey,
  further: { readonly pick: number; readonly name: string } & Partial<Evidence["claim"]>,
): EvidenceIndex | null {
  const { pick, name, ...part } = further;
  const zone = readZone(index);
  const firm = zone.tenancies.find(({ tenancy }) => `${ZONE.slug}/${tenancy.id}` === subject);
  const value = isZoneField(field) ? zone.values[field] : (firm?.values.tenancyStage ?? null);
  const choices = listNotLess(field, value);
  const said = choices[pick % choices.length];
  if (said === undefined) return null;
  const claim = createEvidence({ ...part, field, value: said, revision: LATEST });
  const fields = new Map(index.get(subject));
  fields.set(field, [...(fields.get(field) ?? []), { ...claim, voices: [{ revision: 1, name }] }]);
  return new Map([...index, [subject, fields]]) as EvidenceIndex;
}

const SCORED: readonly FieldKey[] = [...INDICATORS, "status", "status", "legalStatus"];

const cases = fc
  .constantFrom(...SCORED, ...Array.from({ length: 8 }, () => "tenancyStage" as const))
  .chain((field) =>
    fc.record({
      field: fc.constant<FieldKey>(field),
      index: ledgers(field),
      firm: fc.constantFrom(...FIRMS),
      further: fc.tuple(voice, fc.nat()).map(([part, pick]) => ({ ...part, pick })),
    }),
  );

describe("for any ledger,", () => {
  it("a further claim that says no less never lowers the score or the completeness of its zone", () => {
    fc.assert(
      fc.property(cases, ({ field, index, firm, further }) => {
        const subject = isZoneField(field) ? ZONE.slug : `${ZONE.slug}/${firm.id}`;
        const added = addClaim(index, subject, field, further);
        fc.pre(added !== null);
        const [before, after] = [index, added ?? index].map((one) =>
          computeReadiness(readZone(one)),
        );
        if (!before || !after) return;
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.coverage).toBeGreaterThanOrEqual(before.coverage);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  it("progress is never less than what its producers show, save by a report that is not older", () => {
    fc.assert(
      fc.property(ledgers("tenancyStage"), (index) => {
        const zone = readZone(index);
        if (!saysLess(zone)) return;
        const { evidence } = zone.fields.status;
        expect(getStep("status", zone.values.status) === null || evidence?.claim.decline).toBe(
          true,
        );
        const newest = zone.producers
          .map(({ lastReported }) => firstDay(lastReported))
          .sort()
          .at(-1);
        expect((evidence?.effectiveOn ?? "") >= (newest ?? "")).toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 120_000);

  it("the days of progress are in order, and known where it is", () => {
    fc.assert(
      fc.property(ledgers("tenancyStage"), (index) => {
        const { values, fields } = readZone(index);
        const { since = null, lastReported = null } = fields.status.progress ?? {};
        expect([since === null, lastReported === null]).toEqual(
          Array(2).fill(values.status === null),
        );
        if (since === null || lastReported === null) return;
        expect(firstDay(since) <= NOW.asOf && firstDay(lastReported) <= NOW.asOf).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

/** Does the displayed step say less than the producers that are known by name? */
function saysLess({ values, producers }: ZoneRecord): boolean {
  const full = values.zoneType === "sole-enterprise" ? 1 : 5;
  const shown = producers.length >= full ? "operational" : "partially-operational";
  const least = producers.length === 0 ? -1 : (getStep("status", shown) ?? 0);
  return (getStep("status", values.status) ?? -1) < least;
}

it.each([2, 3])(
  "progress says no less than the producers in any year of %i editions",
  async (known) => {
    const facts = await seedFacts(known);
    const index = indexEvidence(facts);
    const zoneYears = Array.from({ length: 11 }, (_, i) => `${2016 + i}-11-25`).flatMap((asOf) =>
      buildRegistry(facts, index, { asOf, revision: known })
        .zones.filter(({ producers }) => producers.length > 0)
        .map((zone) => ({ asOf, zone })),
    );
    const less = zoneYears.filter(({ zone }) => saysLess(zone));
    expect(less.map(({ asOf, zone }) => `${zone.slug} ${asOf}`)).toEqual([]);
    expect(zoneYears.length).toBeGreaterThan(40);
  },
);
