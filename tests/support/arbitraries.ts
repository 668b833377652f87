import fc from "fast-check";
import {
  BLOCK_INDICATORS,
  fieldSpec,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
  type ZoneValues,
} from "@/lib/catalogue/fields";
import { BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { type FieldSpec, type FieldValue, NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { type Claim, CONFIDENCES, DECISION_KINDS } from "@/lib/evidence/ledger-records";
import type { Evidence } from "@/lib/evidence/resolve";
import type { ZoneRow } from "@/lib/evidence/row";
import { FILTERS, type FilterChoice, type FilterSpec, UNKNOWN } from "@/lib/query/filters";
import { COMPUTED_SORTS, type Query, READINESS_MODES } from "@/lib/query/query";
import { SCOPES } from "@/lib/query/scope";
import { createDecision, createEvidence, createProgress, createRow } from "@/tests/support/facts";

const number = (from: number, to: number) => fc.integer({ min: from, max: to });
const twoDigits = (n: number) => String(n).padStart(2, "0");

/** A day from 2012 to 2026. */
export const day = fc
  .tuple(number(2012, 2026), number(1, 12), number(1, 28))
  .map(([year, month, date]) => `${year}-${twoDigits(month)}-${twoDigits(date)}`);

/** A year, month or day. */
export const partialDate = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]) => text.slice(0, length));

const word = fc.constantFrom("paper", "steel", "textiles", "tyres and rubber", "EV assembly");

/** Any known value of a field. */
export function knownValue(spec: FieldSpec): fc.Arbitrary<Exclude<FieldValue, null>> {
  switch (spec.kind) {
    case "choice":
      return fc.constantFrom(...listTerms(spec.vocabulary).map(({ value }) => value));
    case "flag":
      return fc.boolean();
    case "level":
      return number(0, 4);
    case "date":
      return partialDate;
    case "list":
      return fc.uniqueArray(word, { minLength: 1 });
    case "place":
      return fc.record({ lon: number(60, 77), lat: number(24, 37) });
    case "number": {
      const figure = number(Math.ceil(spec.min), spec.max ?? 5000);
      return spec.notApplicable ? fc.oneof(figure, fc.constant(NOT_APPLICABLE)) : figure;
    }
    case "text":
    case "country":
      return fc.constantFrom("A", "B", "C d");
  }
}

/** A claim on one field with its decisions, in revisions 1 to 6; one in six waits for review. */
export function evidenceOn(field: ZoneFieldKey): fc.Arbitrary<Evidence> {
  const judgement = fc.record({ after: number(0, 5), kind: fc.constantFrom(...DECISION_KINDS) });
  return fc
    .record({
      id: fc.uuid(),
      value: fc.option(knownValue(fieldSpec(field)), { nil: null, freq: 9 }),
      asOf: partialDate,
      confidence: fc.constantFrom(...CONFIDENCES),
      revision: number(1, 6),
      judgements: fc.array(judgement, { maxLength: 3 }),
      waits: fc.constantFrom(true, false, false, false, false, false),
    })
    .map(({ judgements, waits, ...part }) => {
      const claim: Partial<Claim> & Pick<Claim, "field" | "value"> = { ...part, field };
      const evidence = createEvidence(claim);
      if (waits) return { ...evidence, waits };
      const later = judgements.map(({ after, kind }) =>
        createDecision(evidence.claim, { kind, revision: part.revision + after }),
      );
      return { ...evidence, decisions: [...evidence.decisions, ...later] };
    });
}

/** Values of a zone; each field is unknown in about one case of three. */
export const zoneValues: fc.Arbitrary<Partial<ZoneValues>> = fc
  .record(
    Object.fromEntries(
      ZONE_FIELD_KEYS.map((key) => [
        key,
        fc.option(knownValue(fieldSpec(key)), { nil: null, freq: 2 }),
      ]),
    ),
  )
  .map((values) => values as Partial<ZoneValues>);

/** Values in which every indicator is known. */
export const knownIndicators: fc.Arbitrary<Partial<ZoneValues>> = fc
  .record(
    Object.fromEntries(
      BLOCKS.flatMap((block) => BLOCK_INDICATORS[block]).map((key) => [
        key,
        knownValue(fieldSpec(key)),
      ]),
    ),
  )
  .map((values) => values as Partial<ZoneValues>);

/** Weights of which at least one is above 0. */
export const weights: fc.Arbitrary<Weights> = fc
  .record({
    legal: number(0, 40),
    utilities: number(0, 40),
    access: number(0, 40),
    services: number(0, 40),
    investors: number(0, 40),
    resilience: number(0, 40),
  })
  .filter((given) => Object.values(given).some((weight) => weight > 0));

/** Firms known by name in a zone; those reported recently are among the producers. */
const namedFirms = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3))
  .map(([recentProducers, older, building]) => ({
    ...{ recentProducers, producers: recentProducers + older },
    building: building + recentProducers,
  }));

/** Up to 12 rows of different zones. */
export const rows: fc.Arbitrary<readonly ZoneRow[]> = fc
  .array(fc.tuple(zoneValues, partialDate, fc.boolean(), namedFirms, fc.boolean()), {
    maxLength: 12,
  })
  .map((zones) =>
    zones.map(([values, since, contested, firms, isWeak], i) =>
      createRow(values, {
        slug: `zone-${i}`,
        order: i + 1,
        dates: values.status ? { status: since } : {},
        marks: contested ? { gas: "contested" } : {},
        weak: isWeak ? ["status", "enterprisesProducing"] : [],
        progress: createProgress(values.status ?? null, {
          ...firms,
          lastReported: values.status ? since : null,
        }),
      }),
    ),
  );

function rangeEnds(ends: fc.Arbitrary<string>, inOrder: (a: string, b: string) => boolean) {
  return fc
    .tuple(ends, ends, fc.constantFrom("both", "from", "to"))
    .map(([a, b, which]): Pick<FilterChoice, "from" | "to"> => {
      const [from, to] = inOrder(a, b) ? [a, b] : [b, a];
      return { from: which === "to" ? null : from, to: which === "from" ? null : to };
    });
}

/** Any choice of a filter. */
function choiceFor(filter: FilterSpec): fc.Arbitrary<FilterChoice> {
  const words = (values: readonly string[], minLength: number) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength });
  if (filter.kind === "any-of") {
    const terms = filter.terms ?? ["paper", "tyres and rubber"];
    return words([...terms, UNKNOWN], 1).map((values) => ({ values, from: null, to: null }));
  }
  const beside =
    filter.kind === "range" && filter.notApplicable ? [UNKNOWN, NOT_APPLICABLE] : [UNKNOWN];
  const ends =
    filter.kind === "range"
      ? rangeEnds(number(-50, 5000).map(String), (a, b) => Number(a) <= Number(b))
      : rangeEnds(day, (a, b) => a <= b);
  return fc.oneof(
    fc.tuple(ends, words(beside, 0)).map(([range, values]) => ({ ...range, values })),
    words(beside, 1).map((values) => ({ values, from: null, to: null })),
  );
}

const filters: fc.Arbitrary<Query["filters"]> = fc
  .uniqueArray(fc.constantFrom(...FILTERS), { maxLength: 3, selector: ({ key }) => key })
  .chain((chosen) =>
    fc
      .tuple(...chosen.map(choiceFor))
      .map((choices) => Object.fromEntries(chosen.map(({ key }, i) => [key, choices[i]]))),
  );

/** Any query that an address can hold. */
export const query: fc.Arbitrary<Query> = fc.record({
  scope: fc.constantFrom(...SCOPES),
  q: fc.oneof(fc.constant(""), fc.string({ maxLength: 40 })).map((text) => text.trim()),
  zones: fc.uniqueArray(
    number(0, 15).map((n) => `zone-${n}`),
    { maxLength: 3 },
  ),
  filters,
  readinessMin: fc.option(fc.double({ min: 0, max: 100, noNaN: true }).map(Math.abs)),
  readinessMode: fc.constantFrom(...READINESS_MODES),
  coverageMin: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs)),
  weights,
  sort: fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(...COMPUTED_SORTS, ...ZONE_FIELD_KEYS),
      descending: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3, selector: ({ key }) => key },
  ),
  asOf: fc.option(day),
  knownOn: fc.option(
    fc.oneof(
      number(0, 999).map((n) => `r${n}`),
      day,
      day.map((text) => `${text}T09:30:00Z`),
    ),
  ),
});
