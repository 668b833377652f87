import { z } from "zod";
import type { FieldKey } from "../catalogue/fields";
import { BLOCKS, GROUPS } from "../catalogue/groups";
import { IMPLIED_BOUNDS } from "../catalogue/implied-bounds";
import { SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import { CHANGE_KINDS } from "../changes/change-kinds";
import { CURRENCY } from "../evidence/check-number";
import {
  CONFIDENCES,
  DECISION_KINDS,
  EVENT_KINDS,
  ORIGINS,
  SOURCE_KINDS,
} from "../evidence/ledger-records";
import type { ProgressKey } from "../evidence/row";
import { SUPPORTS } from "../evidence/support-levels";
import { FILTERS } from "../query/filters";
import { SCOPES } from "../query/scope";
import { MATCH_PARTS, SEARCH_KINDS } from "../query/search-index";
import { INDICATORS } from "../readiness/indicators";
import { SCORE_CAUSES } from "../readiness/score-history";
import { STANDINGS } from "../readiness/standing";
import { METHOD } from "./meta";
import { PROBLEM_STATUS } from "./problems";
import {
  daySchema,
  partialDateSchema,
  TENANCY_VALUE_SCHEMAS,
  ZONE_VALUE_SCHEMAS,
} from "./value-schemas";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(1);
const count = z.int().min(0);
const revision = z.int().min(0);
const instant = z.iso.datetime();
const listKeys = <T extends object>(table: T) => Object.keys(table);

const meta = z.strictObject({
  version: revision,
  method: z.literal(METHOD),
  asOf: daySchema,
  knownOn: z.string().regex(/^r\d+(-[0-9a-f]{8})?$/),
});
const rowsMeta = meta.extend({ matched: count, total: count });

const answer = <T extends z.ZodType>(data: T) => z.strictObject({ data, meta });
const list = <T extends z.ZodType>(row: T) =>
  z.strictObject({ data: z.array(row), meta: rowsMeta });

/** A thing that a search found. */
const found = {
  kind: z.enum(SEARCH_KINDS),
  id: text,
  name: text,
  about: text,
  path: z.string().startsWith("/"),
};

const readiness = z
  .strictObject({
    low: z.number().min(0).max(100),
    high: z.number().min(0).max(100),
    coverage: z.number().min(0).max(1),
  })
  .nullable();

/** What is worked out about the progress of a zone. */
const progress = {
  standing: z.enum(STANDINGS),
  progressSince: partialDateSchema.nullable(),
  progressLastReported: partialDateSchema.nullable(),
  progressImplied: z.boolean(),
  producers: count,
  recentProducers: count,
} satisfies Record<ProgressKey, z.ZodType>;

/** The flat row of a zone with every field. */
const flatRowSchema = z.strictObject({ slug, ...ZONE_VALUE_SCHEMAS, ...progress, readiness });

const provenance = {
  claimId: z.uuid(),
  sourceId: text,
  asOf: partialDateSchema.nullable(),
  effectiveOn: daySchema,
  origin: z.enum(ORIGINS),
  confidence: z.enum(CONFIDENCES),
  decline: z.boolean(),
  quotation: z.strictObject({ text, lang: text }).nullable(),
  note: z.string().nullable(),
  lastSeenOn: daySchema.nullable(),
  money: z.strictObject({ amount: z.number(), currency: z.string().regex(CURRENCY) }).nullable(),
};

const standing = z.enum(["live", "set-aside", "deprecated"]);

/** The value of a field with its claim and its rivals, from the schema of its values. */
function valueSchema(value: z.ZodType) {
  const rival = z.strictObject({
    value,
    ...provenance,
    standing,
    contradicts: z.boolean(),
    reason: text.nullable(),
  });
  const rest = {
    mark: z.enum(["contested", "settled"]).nullable(),
    support: z.enum(SUPPORTS).nullable(),
    weak: z.boolean(),
    rivals: z.array(rival),
  };
  const claimed = z.strictObject({ value, ...provenance, ...rest });
  const unclaimed = z.strictObject({
    value: z.null(),
    ...Object.fromEntries(listKeys(provenance).map((key) => [key, z.null()])),
    decline: z.literal(false),
    ...rest,
  });
  return z.union([claimed, unclaimed]);
}

function valueSchemas(values: Readonly<Partial<Record<FieldKey, z.ZodType>>>) {
  return z.strictObject(
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, valueSchema(value)])),
  );
}

const source = z.strictObject({
  id: text,
  title: text,
  publisher: text,
  url: z.url().nullable(),
  publishedOn: partialDateSchema.nullable(),
  publishedOnEstimated: z.boolean(),
  accessed: daySchema.nullable(),
  archivedUrl: z.url().nullable(),
  kind: z.enum(SOURCE_KINDS),
});

const ANY_VALUE = z.union([
  ...Object.values<z.ZodType>(ZONE_VALUE_SCHEMAS),
  ...Object.values<z.ZodType>(TENANCY_VALUE_SCHEMAS),
]);

const ledgerEntry = z.strictObject({
  id: z.uuid(),
  zone: slug,
  tenancy: text.nullable(),
  firm: text.nullable(),
  field: z.enum([...listKeys(ZONE_VALUE_SCHEMAS), ...listKeys(TENANCY_VALUE_SCHEMAS)]),
  value: ANY_VALUE,
  asOf: provenance.asOf,
  effectiveOn: daySchema,
  decision: z.enum(DECISION_KINDS),
  reason: text.nullable(),
  standing: z.enum(["shown", ...standing.options, "retracted"]),
  contradicts: z.boolean(),
  origin: provenance.origin,
  confidence: provenance.confidence,
  locator: text.nullable(),
  note: text.nullable(),
  decline: provenance.decline,
  quotation: provenance.quotation,
  lastSeenOn: provenance.lastSeenOn,
  money: provenance.money,
  version: revision,
  recordedAt: instant,
  source,
});

const tenancyIdentity = { id: text, zone: slug, firm: text };

const facet = z.strictObject({
  key: z.enum(FILTERS.map(({ key }) => key)),
  counts: z.record(z.string(), count),
  extent: z.strictObject({ known: count, min: text, max: text }).nullable(),
});

const term = z.strictObject({ value: text, label: text, definition: text });

const dictionaryEntry = z.strictObject({
  key: ledgerEntry.shape.field,
  subject: z.enum(["zone", "tenancy"]),
  label: text,
  definition: text,
  kind: z.enum(["text", "list", "choice", "flag", "number", "date", "place", "level", "country"]),
  group: z.strictObject({ key: z.enum(listKeys(GROUPS)), label: text }),
  about: z.enum(SUBJECTS_OF_FACTS),
  blockWeight: z.number().nullable(),
  unit: text.nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  notApplicable: z.boolean(),
  values: z.array(term).nullable(),
  ordered: z.boolean(),
  behaviour: z.enum(["ordered", "grows", "fixed", "changes"]),
  filter: z.enum(["any-of", "flag", "range", "period"]).nullable(),
  exported: z.boolean(),
  evidence: z.enum(["source", "gate"]),
  freshFor: z.int().nullable(),
});

const comparedMoment = z.strictObject({ asOf: daySchema, knownOn: meta.shape.knownOn });

const change = z.strictObject({
  id: text,
  kind: z.enum(CHANGE_KINDS),
  zone: slug,
  name: text,
  province: ZONE_VALUE_SCHEMAS.province,
  tenancy: text.nullable(),
  firm: text.nullable(),
  field: ledgerEntry.shape.field.nullable(),
  before: ANY_VALUE,
  after: ANY_VALUE,
  against: ANY_VALUE,
  on: daySchema,
  claimId: z.uuid(),
  sourceId: text,
});

const releaseNumber = z.string().regex(/^\d{4}\.[1-9]\d*$/);

const release = z.strictObject({
  number: releaseNumber,
  asOf: daySchema,
  knownOn: meta.shape.knownOn,
  version: revision,
  method: z.int().min(1),
  since: releaseNumber.nullable(),
  madeAt: instant,
  notes: text.nullable(),
  counts: z.strictObject({ zones: count, claims: count, sources: count, changes: count }),
  files: z.array(
    z.strictObject({
      name: text,
      type: text,
      records: count.nullable(),
      size: count,
      sha256: z.hex().length(64),
      path: z.string().startsWith("/api/v1/releases/"),
    }),
  ),
});

/** The least and greatest score of an indicator. */
const scoreBounds = z.strictObject({
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
  known: z.boolean(),
  impliedBy: z.enum(listKeys(IMPLIED_BOUNDS)).nullable(),
});

/** Known values by their support. */
const supportCounts = z.strictObject({
  known: count,
  single: count,
  corroborated: count,
  independent: count,
  weak: count,
});

/** Points of the confirmed score by the cause of their change. */
const causeShares = z.record(z.enum(SCORE_CAUSES), z.number());
const scoreYear = {
  year: z.string().regex(/^\d{4}$/),
  from: daySchema,
  to: daySchema,
  before: z.number().min(0).max(100),
  after: z.number().min(0).max(100),
  causes: causeShares,
};

/** Every JSON answer of the API. */
export const ANSWER_SCHEMAS = {
  zones: list(flatRowSchema),
  someFields: list(flatRowSchema.partial().required({ slug: true, readiness: true })),
  zone: answer(
    z.strictObject({
      slug,
      readiness,
      indicators: z.record(z.enum(INDICATORS), scoreBounds.nullable()),
      support: supportCounts,
      progress: z.strictObject({
        standing: progress.standing,
        since: progress.progressSince,
        lastReported: progress.progressLastReported,
        implied: progress.progressImplied,
        evidence: z.array(z.uuid()),
        producers: z.array(
          z.strictObject({ id: text, lastReported: partialDateSchema, recent: z.boolean() }),
        ),
      }),
      fields: valueSchemas(ZONE_VALUE_SCHEMAS),
    }),
  ),
  claims: list(ledgerEntry),
  zoneTenancies: list(
    z.strictObject({ ...tenancyIdentity, fields: valueSchemas(TENANCY_VALUE_SCHEMAS) }),
  ),
  tenancies: list(z.strictObject({ ...tenancyIdentity, ...TENANCY_VALUE_SCHEMAS })),
  facets: answer(
    z.strictObject({
      scopes: z.record(z.enum(SCOPES), count),
      filters: z.record(facet.shape.key, facet),
      readiness: z.strictObject({ certainly: count, possibly: count }),
      support: supportCounts,
    }),
  ),
  changes: z.strictObject({
    data: z.array(change),
    meta: rowsMeta.extend({ from: comparedMoment, to: comparedMoment }),
  }),
  firms: list(
    z.strictObject({
      id: text,
      version: revision,
      name: text,
      otherNames: z.array(text),
      zones: z.array(slug),
    }),
  ),
  sources: list(source),
  source: answer(
    source.extend({
      versions: z
        .array(source.extend({ version: revision, recordedAt: instant, reason: text.nullable() }))
        .min(1),
      claims: z.array(
        ledgerEntry.pick({ zone: true, tenancy: true, field: true, standing: true }).extend({
          claimId: z.uuid(),
          mark: z.enum(["contested", "settled"]).nullable(),
          against: z.array(z.strictObject({ claimId: z.uuid(), sourceId: text })),
        }),
      ),
      events: z.array(text),
      context: z.array(text),
    }),
  ),
  events: list(
    z.strictObject({
      id: text,
      date: partialDateSchema,
      kind: z.enum(EVENT_KINDS),
      title: text,
      body: text,
      zones: z.array(slug),
      sourceId: text,
      quotation: provenance.quotation,
      version: revision,
      reason: text.nullable(),
    }),
  ),
  context: list(
    z.strictObject({
      key: text,
      constraint: text,
      label: text,
      value: z.number().nullable(),
      unit: text.nullable(),
      statement: text.nullable(),
      period: text,
      sourceId: text,
      sourceNote: z.string().nullable(),
      quotation: provenance.quotation,
      version: revision,
      reason: text.nullable(),
    }),
  ),
  method: answer(
    z.strictObject({
      method: z.literal(METHOD),
      searchedTo: daySchema.nullable(),
      newestSource: z.strictObject({ id: text, publishedOn: partialDateSchema }).nullable(),
      zones: count,
      scoreAndCompleteness: z.number().min(-1).max(1).nullable(),
      support: supportCounts,
      shares: z.strictObject({
        single: z.number().min(0).max(1).nullable(),
        corroborated: z.number().min(0).max(1).nullable(),
        independent: z.number().min(0).max(1).nullable(),
      }),
    }),
  ),
  readiness: answer(
    z.strictObject({
      method: z.literal(METHOD),
      weights: z.record(z.enum(BLOCKS), z.number().min(0)),
      order: z.strictObject({
        zones: count,
        pairs: count,
        certain: count,
        maybeFirst: z.array(slug),
        certainlyBehind: count,
        certainFirst: slug.nullable(),
      }),
      zones: z.array(z.strictObject({ slug, readiness })),
    }),
  ),
  readinessHistory: answer(
    z.strictObject({
      all: z.array(z.strictObject(scoreYear)),
      zones: z.array(
        z.strictObject({
          ...scoreYear,
          slug,
          blocks: z.record(z.enum(BLOCKS), causeShares),
        }),
      ),
    }),
  ),
  search: z.strictObject({
    data: z.array(
      z.strictObject({
        ...found,
        matched: z.strictObject({
          part: z.enum(MATCH_PARTS),
          text,
          ranges: z.array(z.tuple([count, count])),
          misspelled: z.boolean(),
        }),
      }),
    ),
    meta: rowsMeta.extend({
      kinds: z.record(z.enum(SEARCH_KINDS), count),
      nearest: z.array(z.strictObject(found)),
    }),
  }),
  fields: list(dictionaryEntry),
  releases: z.strictObject({
    data: z.array(release),
    meta: rowsMeta.pick({ matched: true, total: true }),
  }),
  rows: list(
    z.strictObject({
      slug,
      order: z.int().min(1),
      values: z.strictObject(ZONE_VALUE_SCHEMAS).partial(),
      dates: z.partialRecord(z.enum(listKeys(ZONE_VALUE_SCHEMAS)), partialDateSchema),
      marks: z.partialRecord(
        z.enum(listKeys(ZONE_VALUE_SCHEMAS)),
        z.enum(["contested", "settled"]),
      ),
      support: z.partialRecord(z.enum(listKeys(ZONE_VALUE_SCHEMAS)), z.enum(SUPPORTS)),
      weak: z.array(z.enum(listKeys(ZONE_VALUE_SCHEMAS))),
      unused: z.array(z.enum(listKeys(ZONE_VALUE_SCHEMAS))),
      bounds: z.partialRecord(z.enum(INDICATORS), scoreBounds),
      progress: z.strictObject({
        standing: progress.standing,
        since: progress.progressSince,
        lastReported: progress.progressLastReported,
        implied: progress.progressImplied,
        ...{ producers: count, recentProducers: count, building: count },
      }),
      firms: z.array(text),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;

const issue = {
  code: z.enum(Object.keys(PROBLEM_STATUS)),
  detail: text,
  param: z.string().optional(),
  got: z.string().optional(),
  allowed: z.array(z.string()).optional(),
  nearest: z.string().nullable().optional(),
};

/** A problem document (RFC 9457). */
export const problemSchema = z.strictObject({
  type: z.string().regex(/^urn:problem-type:cpec-sez-tracker:[a-z-]+$/),
  title: text,
  status: z.int().min(400).max(599),
  ...issue,
  instance: z.string().startsWith("urn:uuid:").optional(),
  errors: z.array(z.strictObject(issue)).min(2).optional(),
});
