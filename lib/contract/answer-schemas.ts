import { z } from "zod";
import {
  FIELD_KEYS,
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  type TenancyFieldKey,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
} from "../catalogue/fields";
import { BLOCKS, GROUPS } from "../catalogue/groups";
import { IMPLIED_BOUNDS } from "../catalogue/implied-bounds";
import { SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import { CHANGE_KINDS } from "../changes/change-kinds";
import { CURRENCY } from "../evidence/check-number";
import { MARKS } from "../evidence/resolve";
import type { ProgressKey } from "../evidence/row";
import { SUPPORTS } from "../evidence/support-levels";
import { FILTERS } from "../query/filters";
import { SCOPES } from "../query/scope";
import { MATCH_PARTS, SEARCH_KINDS } from "../query/search-index";
import { INDICATORS } from "../readiness/indicators";
import { SCORE_CAUSES } from "../readiness/score-history";
import { STANDINGS } from "../readiness/standing";
import { METHOD } from "./meta";
import { PROBLEM_STATUS, type ProblemCode } from "./problems";
import {
  confidenceSchema as confidence,
  createOnce,
  daySchema as day,
  decisionKindSchema as decisionKind,
  eventKindSchema as eventKind,
  fieldValueSchema,
  getValueName,
  getValueSchema,
  originSchema as origin,
  partialDateSchema as partialDate,
  sourceKindSchema as sourceKind,
  TENANCY_VALUE_SCHEMAS,
  textSchema as text,
  ZONE_VALUE_SCHEMAS,
} from "./value-schemas";

/** What an answer with a schema is, as the code that makes it and the browser see it. */
export type Answer<S extends z.ZodType> = Immutable<z.output<S>>;

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ id: "Slug" });
const count = z.int().min(0);
/** A revision by its number. */
const revision = z.int().min(0);
/** ISO 8601, UTC. */
const instant = z.iso.datetime();
const share = z.number().min(0).max(1);
const points = z.number().min(0).max(100);
const id = z.uuid();

/** An object that is a component of the OpenAPI document. */
const object = <S extends z.core.$ZodLooseShape>(id: string, shape: S) =>
  z.strictObject(shape).meta({ id });

/** The keys of a table. */
const listKeys = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  Object.keys(table) as K[];

/** The revision in the form of the parameter of this name, with its identity: `r12-3f9a2c1e`. */
const knownOn = z
  .string()
  .regex(/^r\d+(-[0-9a-f]{8})?$/)
  .meta({ id: "KnownOn" });

/**
 * The moment that an answer shows. The same address with this `asOf` and `knownOn` always gives the same answer while the
 * method stays the same.
 */
const meta = object("Meta", { version: revision, method: z.literal(METHOD), asOf: day, knownOn });
/** The meta of an answer about a moment. */
export type Meta = Answer<typeof meta>;

const listMeta = meta
  .extend({
    /** Rows that match, on all pages. */
    matched: count,
    /** Rows before any condition. */
    total: count,
  })
  .meta({ id: "ListMeta" });
/** The meta of an answer with rows. */
export type ListMeta = Answer<typeof listMeta>;

const answer = <T extends z.ZodType>(data: T) => z.strictObject({ data, meta });
const list = <T extends z.ZodType>(row: T) =>
  z.strictObject({ data: z.array(row), meta: listMeta });

const scored = object("Readiness", { low: points, high: points, coverage: share });
/** Null where no indicator is applicable. */
const readiness = scored.nullable();

const zoneStanding = z.enum(STANDINGS).meta({ id: "ZoneStanding" });
const support = z.enum(SUPPORTS).meta({ id: "Support" });
const mark = z.enum(MARKS).meta({ id: "Mark" });
const factSubject = z.enum(SUBJECTS_OF_FACTS).meta({ id: "FactSubject" });
const fieldKey = z.enum(FIELD_KEYS).meta({ id: "FieldKey" });
/** The type has no single keys: which fields are indicators is found when the code runs. */
const indicator = z.enum<readonly string[]>(INDICATORS);
const zoneFieldKey = z.enum(ZONE_FIELD_KEYS).meta({ id: "ZoneFieldKey" });

/** What is worked out about the progress of a zone. */
const progress = {
  standing: zoneStanding,
  progressSince: partialDate.nullable(),
  progressLastReported: partialDate.nullable(),
  progressImplied: z.boolean(),
  producers: count,
  recentProducers: count,
} satisfies Record<ProgressKey, z.ZodType>;

/** The flat row of a zone with every field. */
const flatRow = z.strictObject({ slug, ...ZONE_VALUE_SCHEMAS, ...progress, readiness });

const quotation = object("Quotation", { text, lang: text });
const money = object("Money", { amount: z.number(), currency: z.string().regex(CURRENCY) });

/** The claim behind a value. */
const provenance = {
  claimId: id,
  sourceId: text,
  /** Date that the source gives; null where it gives none. */
  asOf: partialDate.nullable(),
  /** First day on which the value counts. */
  effectiveOn: day,
  origin,
  confidence,
  /** Does the source say that the value fell or ended? */
  decline: z.boolean(),
  /** The source's own words; null: not kept. */
  quotation: quotation.nullable(),
  /** Of the editor; null: none. */
  note: z.string().nullable(),
  /** The last day on which the source still said so; null: not checked again. */
  lastSeenOn: day.nullable(),
  /** Money as the source has it; null: not kept. */
  money: money.nullable(),
};

/** Where no claim is in use. */
const noProvenance = {
  claimId: z.null(),
  sourceId: z.null(),
  asOf: z.null(),
  effectiveOn: z.null(),
  origin: z.null(),
  confidence: z.null(),
  decline: z.literal(false),
  quotation: z.null(),
  note: z.null(),
  lastSeenOn: z.null(),
  money: z.null(),
};

const rivalStanding = z.enum(["live", "set-aside", "deprecated"]).meta({ id: "RivalStanding" });

/**
 * The value of a field with its claim and its rivals. Null with a claim: the source says that it is not known.
 * @param value the values of the field
 */
function factSchema<T>(name: string, value: z.ZodType<T>) {
  /** Another claim on the same field. */
  const rival = object(`${name}Rival`, {
    value,
    ...provenance,
    standing: rivalStanding,
    contradicts: z.boolean(),
    /** Why it is not used or deprecated; null for an active rival. */
    reason: text.nullable(),
  });
  const rest = {
    mark: mark.nullable(),
    /** How well the value is evidenced; null where it is unknown. */
    support: support.nullable(),
    /** Is the evidence too weak for the value to count as known? */
    weak: z.boolean(),
    rivals: z.array(rival),
  };
  const claimed = object(`${name}WithClaim`, { value, ...provenance, ...rest });
  const unclaimed = object(`${name}WithoutClaim`, { value: z.null(), ...noProvenance, ...rest });
  return z.union([claimed, unclaimed]).meta({ id: `${name}Fact` });
}

/** The value of any field with its claim and its rivals. */
export type Fact = Answer<ReturnType<typeof factSchema<z.output<typeof fieldValueSchema>>>>;

const factSchemas = createOnce<z.ZodType<Fact>>();

function buildFactSchemas<K extends FieldKey>(keys: readonly K[]) {
  const schemas = keys.map((key) => {
    const spec = fieldSpec(key);
    const name = getValueName(spec);
    const build = () => factSchema(name, getValueSchema(key)) as unknown as z.ZodType<Fact>;
    return [key, factSchemas(name, build).describe(spec.definition)] as const;
  });
  return Object.fromEntries(schemas) as Record<K, z.ZodType<Fact>>;
}

const source = object("Source", {
  id: text,
  title: text,
  publisher: text,
  url: z.url().nullable(),
  publishedOn: partialDate.nullable(),
  publishedOnEstimated: z.boolean(),
  accessed: day.nullable(),
  archivedUrl: z.url().nullable(),
  kind: sourceKind,
});

/** The standing of a claim; `shown` is the claim whose value is displayed. */
const claimStanding = z
  .enum(["shown", ...rivalStanding.options, "retracted"])
  .meta({ id: "ClaimStanding" });

const ledgerEntry = object("Claim", {
  id,
  zone: slug,
  /** Id and name of the firm that the claim is about; null: the zone itself. */
  tenancy: text.nullable(),
  firm: text.nullable(),
  field: fieldKey,
  value: fieldValueSchema,
  asOf: provenance.asOf,
  effectiveOn: day,
  /** The latest decision on the claim. */
  decision: decisionKind,
  /** Why it is preferred, not used, deprecated or withdrawn; null where no reason was given. */
  reason: text.nullable(),
  standing: claimStanding,
  contradicts: z.boolean(),
  origin,
  confidence,
  locator: text.nullable(),
  note: text.nullable(),
  decline: provenance.decline,
  quotation: provenance.quotation,
  lastSeenOn: provenance.lastSeenOn,
  money: provenance.money,
  /** What a reviewer changed before it was recorded; null: nothing. */
  changed: object("ChangedClaim", {
    /** Names of the author and of the reviewer. */
    sentBy: text,
    changedBy: text,
    /** The value and the date as they were sent. */
    value: fieldValueSchema,
    asOf: provenance.asOf,
  }).nullable(),
  version: revision,
  recordedAt: instant,
  source,
});
/** One claim on a zone with its latest decision and its source. */
export type LedgerEntry = Answer<typeof ledgerEntry>;

const supportCounts = object("SupportCounts", {
  known: count,
  single: count,
  corroborated: count,
  independent: count,
  weak: count,
});

/** The least and greatest score of an indicator. */
const scoreBounds = object("ScoreBounds", {
  low: share,
  high: share,
  known: z.boolean(),
  impliedBy: z.enum(listKeys(IMPLIED_BOUNDS)).nullable(),
});

const producer = object("Producer", { id: text, lastReported: partialDate, recent: z.boolean() });

const zone = object("Zone", {
  slug,
  readiness,
  /** The scores of the indicators, 0–1; null where the indicator does not apply. */
  indicators: z.record(indicator, scoreBounds.nullable()).meta({ id: "Indicators" }),
  /** How well its known values are evidenced. */
  support: supportCounts,
  /** The progress of the zone beside its step, which is the field `status`. */
  progress: object("Progress", {
    standing: zoneStanding,
    since: progress.progressSince,
    lastReported: progress.progressLastReported,
    implied: progress.progressImplied,
    /** Ids of the claims of the zone's firms from which the step follows; empty where a claim on progress says it. */
    evidence: z.array(id),
    /** The firms known by name to produce; their ids are those of firms in zones (tenancies). */
    producers: z.array(producer),
  }),
  fields: object("ZoneFacts", buildFactSchemas<ZoneFieldKey>(ZONE_FIELD_KEYS)),
});
/** One zone, each value with its claim. */
export type ZoneAnswer = Answer<typeof zone>;

const tenancyIdentity = { id: text, zone: slug, firm: text };

const tenancy = object("Tenancy", {
  ...tenancyIdentity,
  fields: object("TenancyFacts", buildFactSchemas<TenancyFieldKey>(TENANCY_FIELD_KEYS)),
});
/** A firm in a zone, each value with its claim. */
export type TenancyAnswer = Answer<typeof tenancy>;

const tenancyRow = object("TenancyRow", {
  ...tenancyIdentity,
  province: getValueSchema("province") as z.ZodType<string | null>,
  firmId: text,
  ...TENANCY_VALUE_SCHEMAS,
  /** Of the stage, or of the first known value where the stage is unknown; null: nothing is known of the firm. */
  support: support.nullable(),
  weak: z.boolean().nullable(),
  sourceId: text.nullable(),
});
/** A firm in a zone as a flat row: null is unknown. */
export type TenancyRow = Answer<typeof tenancyRow>;

const facet = object("Facet", {
  key: z.enum(FILTERS.map(({ key }) => key)),
  counts: z.record(z.string(), count),
  extent: object("Extent", { known: count, min: text, max: text }).nullable(),
});

const term = object("Term", { value: text, label: text, definition: text });

const dictionaryEntry = object("DictionaryEntry", {
  key: fieldKey,
  subject: z.enum(["zone", "tenancy"]),
  label: text,
  definition: text,
  kind: z.enum(["text", "list", "choice", "flag", "number", "date", "place", "level", "country"]),
  group: object("Group", { key: z.enum(listKeys(GROUPS)), label: text }),
  about: factSubject,
  /** Default weight of the readiness block that the field belongs to; null for other fields. */
  blockWeight: z.number().nullable(),
  /** Unit of a number; null for other kinds. */
  unit: text.nullable(),
  /** Least and greatest number; null where there is no limit. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Can the value be the word `not-applicable` instead of a number? */
  notApplicable: z.boolean(),
  /** The values of a closed vocabulary, or the levels; null for open fields. */
  values: z.array(term).nullable(),
  /** Are the values, without asides, in order from least to most? */
  ordered: z.boolean(),
  behaviour: z.enum(["ordered", "grows", "fixed", "changes"]),
  filter: z.enum(["any-of", "flag", "range", "period"]).nullable(),
  exported: z.boolean(),
  evidence: z.enum(["source", "gate"]),
  /** Days after which a value counts as stale; null: never. */
  freshFor: z.int().nullable(),
});
/** One entry of the data dictionary. */
export type DictionaryEntry = Answer<typeof dictionaryEntry>;

const comparedMoment = object("ComparedMoment", { asOf: day, knownOn });

const change = object("Change", {
  id: text,
  kind: z.enum(CHANGE_KINDS).meta({ id: "ChangeKind" }),
  zone: slug,
  name: text,
  province: getValueSchema("province") as z.ZodType<string | null>,
  /** Id and name of the firm that the change is about; null: the zone itself. */
  tenancy: text.nullable(),
  firm: text.nullable(),
  /** Null for a change of the whole zone: added, removed, approval confirmed or withdrawn. */
  field: fieldKey.nullable(),
  before: fieldValueSchema,
  after: fieldValueSchema,
  against: fieldValueSchema,
  on: day,
  claimId: id,
  sourceId: text,
});
/** A change with the names of its zone and firm. */
export type ChangeRow = Answer<typeof change>;

const firm = object("Firm", {
  id: text,
  version: revision,
  name: text,
  otherNames: z.array(text),
  zones: z.array(slug),
});

const sourceVersion = source
  .extend({
    version: revision,
    recordedAt: instant,
    /** Why it was changed; null for the first version. */
    reason: text.nullable(),
  })
  .meta({ id: "SourceVersion" });

const sourceClaim = ledgerEntry
  .pick({ zone: true, tenancy: true, field: true, standing: true })
  .extend({
    claimId: id,
    mark: mark.nullable(),
    /** The claims that contradict it, with their sources. */
    against: z.array(object("ContradictingClaim", { claimId: id, sourceId: text })),
  })
  .meta({ id: "SourceClaim" });

const citedSource = source
  .extend({
    /** Oldest first; the last is the present version. */
    versions: z.array(sourceVersion).min(1),
    claims: z.array(sourceClaim),
    /** Ids of the events and keys of the national figures that cite it. */
    events: z.array(text),
    context: z.array(text),
  })
  .meta({ id: "CitedSource" });
/** A source with its history and everything that cites it. */
export type SourceAnswer = Answer<typeof citedSource>;

const event = object("Event", {
  id: text,
  date: partialDate,
  kind: eventKind,
  title: text,
  body: text,
  zones: z.array(slug),
  sourceId: text,
  quotation: provenance.quotation,
  version: revision,
  reason: text.nullable(),
});

const figure = object("Figure", {
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
});

const method = object("Method", {
  method: z.literal(METHOD),
  /** The last day up to which sources on any announced zone were searched, not after the selected day; null: not recorded. */
  searchedTo: day.nullable(),
  /** The source published last by the day, the editors' own notes aside; null: none has a date. */
  newestSource: object("NewestSource", { id: text, publishedOn: partialDate }).nullable(),
  /** Announced zones with a score. */
  zones: count,
  /**
   * Spearman's rank correlation of confirmed score and data completeness, −1 to 1; null for fewer than 2 zones. Near 1:
   * the order by confirmed score is nearly an order by how much was found.
   */
  scoreAndCompleteness: z.number().min(-1).max(1).nullable(),
  /** The known values by their support. */
  support: supportCounts,
  /** Their shares, 0–1; null without known values. */
  shares: object("SupportShares", {
    single: share.nullable(),
    corroborated: share.nullable(),
    independent: share.nullable(),
  }),
});
/** How far the answers of a moment can be trusted, over the announced zones. */
export type MethodAnswer = Answer<typeof method>;

const readinessOrder = object("ReadinessOrder", {
  method: z.literal(METHOD),
  weights: z.record(z.enum(BLOCKS), z.number().min(0)).meta({ id: "Weights" }),
  /** The part of the order that holds whatever the unknown facts turn out to be. */
  order: object("CertainOrder", {
    zones: count,
    pairs: count,
    certain: count,
    maybeFirst: z.array(slug),
    certainlyBehind: count,
    certainFirst: slug.nullable(),
  }),
  /** In the order of the query; by confirmed score where it names none. */
  zones: z.array(object("ZoneReadiness", { slug, readiness })),
});
/** The scores of some zones, and how far their order is certain. */
export type ReadinessAnswer = Answer<typeof readinessOrder>;

/** Points of the confirmed score by the cause of their change. */
const causeShares = z.record(z.enum(SCORE_CAUSES), z.number()).meta({ id: "CauseShares" });
const scoreYear = object("ScoreYear", {
  year: z.string().regex(/^\d{4}$/),
  from: day,
  to: day,
  before: points,
  after: points,
  causes: causeShares,
});

const scoreHistory = object("ScoreHistory", {
  /** The mean over the zones of the query, the same zones in every year. */
  all: z.array(scoreYear),
  zones: z.array(
    scoreYear
      .extend({ slug, blocks: z.record(z.enum(BLOCKS), causeShares).meta({ id: "BlockShares" }) })
      .meta({ id: "ZoneScoreYear" }),
  ),
});
/** The yearly changes of the confirmed score. */
export type ReadinessHistoryAnswer = Answer<typeof scoreHistory>;

const found = object("Found", {
  kind: z.enum(SEARCH_KINDS).meta({ id: "SearchKind" }),
  id: text,
  name: text,
  /** What it is, in a line. */
  about: text,
  /** The address of its page on this site, at the moment of the search. */
  path: z.string().startsWith("/"),
});
/** Something that a search found. */
export type FoundAnswer = Answer<typeof found>;

const hit = found
  .extend({
    /** The text that matched. */
    matched: object("MatchedText", {
      part: z.enum(MATCH_PARTS),
      text,
      ranges: z.array(z.tuple([count, count])),
      misspelled: z.boolean(),
    }),
  })
  .meta({ id: "Hit" });
/** A result with the text that matched. */
export type HitAnswer = Answer<typeof hit>;

const searchMeta = {
  /** Results of each kind, whatever kinds were asked for. */
  kinds: z.record(z.enum(SEARCH_KINDS), count).meta({ id: "SearchCounts" }),
  /** Zones and firms with a similar name, where nothing was found. */
  nearest: z.array(found),
};
/** What the answer of `GET /api/v1/search` says beside the results and the moment. */
export type SearchMeta = Immutable<{
  [K in keyof typeof searchMeta]: z.output<(typeof searchMeta)[K]>;
}>;

/** Such as `2026.1`: the year of its day and a counter. */
const releaseNumber = z
  .string()
  .regex(/^\d{4}\.[1-9]\d*$/)
  .meta({ id: "ReleaseNumber" });

const releaseFile = object("ReleaseFile", {
  name: text,
  /** Media type. */
  type: text,
  /** Rows of a table, zones of a map, entries of a list; null for a text. */
  records: count.nullable(),
  /** Length in bytes. */
  size: count,
  /** In hexadecimal digits. */
  sha256: z.hex().length(64),
  /** Path of its download. */
  path: z.string().startsWith("/api/v1/releases/"),
});
/** A file of a release, without its content. */
export type ReleaseFileAnswer = Answer<typeof releaseFile>;

const release = object("Release", {
  number: releaseNumber,
  asOf: day,
  knownOn,
  version: revision,
  method: z.int().min(1),
  /** Number of the release that its changes are compared with; null: no earlier one exists. */
  since: releaseNumber.nullable(),
  madeAt: instant,
  notes: text.nullable(),
  /** The numbers of records, also where the file with them was withdrawn; of changes since the previous release. */
  counts: object("ReleaseCounts", { zones: count, claims: count, sources: count, changes: count }),
  /** In the order of display, without those that were withdrawn. */
  files: z.array(releaseFile),
});
/** A release: the data of one day, published under a number and never changed. */
export type ReleaseAnswer = Answer<typeof release>;

/** A row of the register as map, table and filters use it. */
const zoneRow = object("ZoneRow", {
  slug,
  order: z.int().min(1),
  values: z.strictObject(ZONE_VALUE_SCHEMAS).partial().meta({ id: "ZoneValues" }),
  dates: z.partialRecord(zoneFieldKey, partialDate).meta({ id: "ZoneDates" }),
  marks: z.partialRecord(zoneFieldKey, mark).meta({ id: "ZoneMarks" }),
  support: z.partialRecord(zoneFieldKey, support).meta({ id: "ZoneSupport" }),
  weak: z.array(zoneFieldKey),
  unused: z.array(zoneFieldKey),
  bounds: z.partialRecord(indicator, scoreBounds).meta({ id: "IndicatorBounds" }),
  progress: object("RowProgress", {
    standing: zoneStanding,
    since: progress.progressSince,
    lastReported: progress.progressLastReported,
    implied: progress.progressImplied,
    ...{ producers: count, recentProducers: count, building: count },
  }),
  firms: z.array(text),
});

/** Every JSON answer of the API. */
export const ANSWER_SCHEMAS = {
  zones: list(flatRow),
  someFields: list(
    flatRow.partial().required({ slug: true, readiness: true }).meta({ id: "FlatRow" }),
  ).meta({ id: "ZonesAnswer" }),
  zone: answer(zone).meta({ id: "ZoneAnswer" }),
  claims: list(ledgerEntry).meta({ id: "ClaimsAnswer" }),
  zoneTenancies: list(tenancy).meta({ id: "ZoneTenanciesAnswer" }),
  tenancies: list(tenancyRow).meta({ id: "TenanciesAnswer" }),
  facets: answer(
    object("Facets", {
      scopes: z.record(z.enum(SCOPES), count).meta({ id: "ScopeCounts" }),
      filters: z.record(facet.shape.key, facet).meta({ id: "FacetsByFilter" }),
      readiness: object("ReadinessCounts", { certainly: count, possibly: count }),
      support: supportCounts,
    }),
  ).meta({ id: "FacetsAnswer" }),
  changes: object("ChangesAnswer", {
    data: z.array(change),
    meta: listMeta.extend({ from: comparedMoment, to: comparedMoment }).meta({ id: "ChangesMeta" }),
  }),
  firms: list(firm).meta({ id: "FirmsAnswer" }),
  sources: list(source).meta({ id: "SourcesAnswer" }),
  source: answer(citedSource).meta({ id: "SourceAnswer" }),
  events: list(event).meta({ id: "EventsAnswer" }),
  context: list(figure).meta({ id: "ContextAnswer" }),
  method: answer(method).meta({ id: "MethodAnswer" }),
  readiness: answer(readinessOrder).meta({ id: "ReadinessAnswer" }),
  readinessHistory: answer(scoreHistory).meta({ id: "ReadinessHistoryAnswer" }),
  search: object("SearchAnswer", {
    data: z.array(hit),
    meta: listMeta.extend(searchMeta).meta({ id: "SearchMeta" }),
  }),
  fields: list(dictionaryEntry).meta({ id: "FieldsAnswer" }),
  releases: object("ReleasesAnswer", {
    data: z.array(release),
    meta: listMeta.pick({ matched: true, total: true }).meta({ id: "ReleasesMeta" }),
  }),
  release: object("ReleaseAnswer", {
    data: release.extend({ archive: releaseFile }).meta({ id: "ReleaseWithArchive" }),
  }),
  rows: list(zoneRow).meta({ id: "RowsAnswer" }),
  index: object("IndexAnswer", {
    data: z.array(object("IndexEntry", { path: text, summary: text, example: z.url() })),
  }),
} as const satisfies Record<string, z.ZodType>;

/** What is described of a document whose form a standard defines: the members that a reader needs first. */
const linkedData = z
  .looseObject({ "@id": z.url().optional(), "@type": text })
  .meta({ id: "LinkedData" });
const link = object("Link", { "@id": z.url() });

/** A cell of a table. */
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]).meta({ id: "Cell" });

/** Every other JSON document of the API. */
export const DOCUMENT_SCHEMAS = {
  /** A page of a table, with the columns of its CSV. */
  table: object("TableAnswer", {
    data: z.array(z.record(z.string(), cell).meta({ id: "TableRow" })),
    meta: listMeta.omit({ total: true }).meta({ id: "TableMeta" }),
  }),
  /** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
  jsonFeed: object("JsonFeed", {
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: text,
    home_page_url: z.url(),
    feed_url: z.url(),
    description: text,
    language: text,
    authors: z.array(object("JsonFeedAuthor", { name: text })),
    next_url: z.url().optional(),
    items: z.array(
      object("JsonFeedItem", {
        id: text,
        url: z.url(),
        title: text,
        content_text: text,
        date_published: instant,
        tags: z.array(text),
      }),
    ),
  }),
  /** DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/). */
  catalogue: object("DataCatalogue", {
    "@context": z.record(z.string(), z.url()),
    "@id": z.url(),
    "@type": z.literal("dcat:Catalog"),
    "dct:title": text,
    "dct:description": text,
    "dct:license": link,
    "dct:publisher": linkedData,
    "foaf:homepage": link,
    "dcat:dataset": z.array(linkedData),
    "dcat:service": linkedData,
  }),
  /** GeoJSON (RFC 7946) with the notes of the file. */
  features: z
    .looseObject({
      type: z.literal("FeatureCollection"),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
      title: text,
      citation: text,
      features: z.array(
        object("Feature", {
          type: z.literal("Feature"),
          id: slug,
          geometry: object("Point", {
            type: z.literal("Point"),
            coordinates: z.tuple([z.number(), z.number()]),
          }).nullable(),
          properties: z.record(z.string(), cell),
        }),
      ),
    })
    .meta({ id: "FeatureCollection" }),
  openApi: z
    .looseObject({
      openapi: text,
      info: z.looseObject({ title: text, version: text }).meta({ id: "OpenApiInfo" }),
      paths: z.record(z.string(), z.unknown()),
    })
    .meta({ id: "OpenApiDocument" }),
} as const satisfies Record<string, z.ZodType>;

const issue = {
  code: z.enum(Object.keys(PROBLEM_STATUS) as readonly ProblemCode[]).meta({ id: "ProblemCode" }),
  detail: text,
  param: z.string().optional(),
  got: z.string().optional(),
  allowed: z.array(z.string()).optional(),
  nearest: z.string().nullable().optional(),
};

const problemDetail = object("ProblemDetail", issue);
/** An issue inside a problem document, where its message is called `detail`. */
export type ProblemDetail = Answer<typeof problemDetail>;

/** A problem document (RFC 9457). Its own members describe the first issue. */
export const problemSchema = object("Problem", {
  type: z.string().regex(/^urn:problem-type:cpec-sez-tracker:[a-z-]+$/),
  title: text,
  status: z.int().min(400).max(599),
  ...issue,
  /** Identifies this occurrence in the server's log. */
  instance: z.string().startsWith("urn:uuid:").optional(),
  /** All issues, if there are several. */
  errors: z.array(problemDetail).min(2).optional(),
});
/** An `application/problem+json` document. */
export type ProblemDocument = Answer<typeof problemSchema>;
