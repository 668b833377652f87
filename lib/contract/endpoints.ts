import { FIELD_KEYS } from "../catalogue/fields";
import { SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import { EVENT_KINDS, type Facts, SOURCE_KINDS } from "../evidence/ledger-records";
import { FIRM_FILTERS, listFirmTerms } from "../firms/firm-filter";
import { GEOPACKAGE_TYPE, PARQUET_TYPE, SQLITE_TYPE, ZIP_TYPE } from "../formats/file-types";
import { UNKNOWN } from "../query/filters";
import { MOMENT_PARAMS } from "../query/moment-params";
import { ALL_QUERY_PARAMS } from "../query/parse-query";
import { SEARCH_KINDS } from "../query/search-index";
import { LANGUAGE_PARAM, READER_LOCALES } from "../text/reader-language";
import type { ANSWER_SCHEMAS, DOCUMENT_SCHEMAS } from "./answer-schemas";
import { CHANGE_CHOICES } from "./changes-answer";
import { JSON_LD_TYPE } from "./dcat";
import { FEED_TYPES, type FeedFormat } from "./feeds";
import type { AcceptedParams } from "./parse-request";

/** An endpoint that is read with GET. The messages `api.endpoint` say what it returns. */
export interface Endpoint {
  /** Its path, with parameters in braces. */
  readonly path: "/api/v1" | `/api/v1/${string}`;
  /** Its parameters. */
  readonly accepts: Partial<AcceptedParams>;
  /** The schema of its JSON, or the media types of another answer with the schema of a JSON document. */
  readonly answer:
    | keyof typeof ANSWER_SCHEMAS
    | {
        readonly type: string | readonly string[];
        readonly document?: keyof typeof DOCUMENT_SCHEMAS;
      };
  /** An address of it. */
  readonly example: string;
}

/** The conditions on firms, as on the page of firms. */
const FIRM_CHOICES: AcceptedParams["choices"] = Object.fromEntries(
  FIRM_FILTERS.map((key) => [key, (facts: Facts) => listFirmTerms(facts, key)]),
);

const listFirmIds = ({ tenancies }: Facts) => [
  ...new Set(
    tenancies.flatMap(({ firmId, later = [] }) => [firmId, ...later.map((one) => one.firmId)]),
  ),
];

const listZoneSlugs = ({ zones }: Facts) => zones.map(({ slug }) => slug);

/** The conditions on the rows of tables; see `CONDITIONS_OF_TABLE`. */
const TABLE_CHOICES: AcceptedParams["choices"] = {
  zone: listZoneSlugs,
  province: [...listTerms("province").map(({ value }) => value), UNKNOWN],
  field: FIELD_KEYS,
  about: SUBJECTS_OF_FACTS,
};

/** The zones as a file: the same query as `zones`, all rows. */
const zoneFile = (ending: string, type: string, document?: "features") =>
  ({
    path: `/api/v1/zones.${ending}`,
    accepts: { query: ALL_QUERY_PARAMS, fields: true },
    answer: { type, ...(document && { document }) },
    example: `/api/v1/zones.${ending}?province=sindh`,
  }) as const;

/** All changes in the order in which they became known, as a feed. */
const changesFeed = (ending: FeedFormat) =>
  ({
    path: `/api/v1/changes.${ending}`,
    accepts: { paging: true, choices: CHANGE_CHOICES },
    answer: {
      type: FEED_TYPES[ending],
      ...(ending === "json" && { document: "jsonFeed" as const }),
    },
    example: `/api/v1/changes.${ending}?province=sindh`,
  }) as const;

/**
 * Every endpoint that is read with GET. The routes take their parameters from here; the reference on
 * the data page and the OpenAPI document are made from it.
 */
export const ENDPOINTS = {
  zones: {
    path: "/api/v1/zones",
    accepts: { query: ALL_QUERY_PARAMS, paging: true, fields: true },
    answer: "zones",
    example: "/api/v1/zones?province=sindh,punjab&readinessMin=20&fields=name,status",
  },
  csv: zoneFile("csv", "text/csv"),
  xlsx: zoneFile("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  geojson: zoneFile("geojson", "application/geo+json", "features"),
  parquet: zoneFile("parquet", PARQUET_TYPE),
  gpkg: zoneFile("gpkg", GEOPACKAGE_TYPE),
  zone: {
    path: "/api/v1/zones/{slug}",
    accepts: { query: [...MOMENT_PARAMS, "weights"] },
    answer: "zone",
    example: "/api/v1/zones/rashakai-sez",
  },
  zoneClaims: {
    path: "/api/v1/zones/{slug}/claims",
    accepts: { query: MOMENT_PARAMS },
    answer: "claims",
    example: "/api/v1/zones/rashakai-sez/claims?asOf=2020-06-30",
  },
  zoneTenancies: {
    path: "/api/v1/zones/{slug}/tenancies",
    accepts: { query: MOMENT_PARAMS },
    answer: "zoneTenancies",
    example: "/api/v1/zones/rashakai-sez/tenancies",
  },
  facets: {
    path: "/api/v1/facets",
    accepts: { query: ALL_QUERY_PARAMS },
    answer: "facets",
    example: "/api/v1/facets?province=sindh",
  },
  method: {
    path: "/api/v1/method",
    accepts: { query: MOMENT_PARAMS },
    answer: "method",
    example: "/api/v1/method",
  },
  readiness: {
    path: "/api/v1/readiness",
    accepts: { query: ALL_QUERY_PARAMS },
    answer: "readiness",
    example: "/api/v1/readiness?province=sindh",
  },
  readinessHistory: {
    path: "/api/v1/readiness/history",
    accepts: { query: ALL_QUERY_PARAMS },
    answer: "readinessHistory",
    example: "/api/v1/readiness/history?zones=rashakai-sez",
  },
  readinessHistoryFile: {
    path: "/api/v1/readiness/history.csv",
    accepts: { query: ALL_QUERY_PARAMS },
    answer: { type: "text/csv" },
    example: "/api/v1/readiness/history.csv?zones=rashakai-sez",
  },
  changes: {
    path: "/api/v1/changes",
    accepts: { query: MOMENT_PARAMS, paging: true, choices: CHANGE_CHOICES, span: true },
    answer: "changes",
    example: "/api/v1/changes?from=2024-01-01&kind=moved-up,moved-down",
  },
  changesFeed: changesFeed("atom"),
  changesJsonFeed: changesFeed("json"),
  targetsCalendar: {
    path: "/api/v1/targets.ics",
    accepts: { query: ALL_QUERY_PARAMS },
    answer: { type: "text/calendar" },
    example: "/api/v1/targets.ics?province=sindh",
  },
  tenancies: {
    path: "/api/v1/tenancies",
    accepts: {
      query: MOMENT_PARAMS,
      paging: true,
      choices: { firm: listFirmIds, ...FIRM_CHOICES },
    },
    answer: "tenancies",
    example: "/api/v1/tenancies?stage=producing,exporting&zone=hattar-sez",
  },
  firms: {
    path: "/api/v1/firms",
    accepts: { query: MOMENT_PARAMS, paging: true, choices: { firm: listFirmIds } },
    answer: "firms",
    example: "/api/v1/firms?limit=20",
  },
  sources: {
    path: "/api/v1/sources",
    accepts: { query: ["knownOn"], paging: true, choices: { kind: SOURCE_KINDS } },
    answer: "sources",
    example: "/api/v1/sources?kind=government,research",
  },
  source: {
    path: "/api/v1/sources/{id}",
    accepts: { query: MOMENT_PARAMS },
    answer: "source",
    example: "/api/v1/sources/nation-2023-10-12",
  },
  events: {
    path: "/api/v1/events",
    accepts: {
      query: MOMENT_PARAMS,
      paging: true,
      choices: { kind: EVENT_KINDS, zone: listZoneSlugs },
    },
    answer: "events",
    example: "/api/v1/events?zone=hattar-sez",
  },
  context: {
    path: "/api/v1/context",
    accepts: {
      query: MOMENT_PARAMS,
      paging: true,
      choices: {
        constraint: ({ context }) => [...new Set(context.map((figure) => figure.constraint))],
      },
    },
    answer: "context",
    example: "/api/v1/context?constraint=power",
  },
  search: {
    path: "/api/v1/search",
    accepts: {
      query: ["q", ...MOMENT_PARAMS],
      paging: true,
      choices: { kind: SEARCH_KINDS, [LANGUAGE_PARAM]: READER_LOCALES },
    },
    answer: "search",
    example: "/api/v1/search?q=rashakai&kind=zone,firm",
  },
  fields: {
    path: "/api/v1/fields",
    accepts: {},
    answer: "fields",
    example: "/api/v1/fields",
  },
  releases: {
    path: "/api/v1/releases",
    accepts: { paging: true },
    answer: "releases",
    example: "/api/v1/releases",
  },
  release: {
    path: "/api/v1/releases/{number}",
    accepts: {},
    answer: "release",
    example: "/api/v1/releases/latest",
  },
  releaseFile: {
    path: "/api/v1/releases/{number}/{file}",
    accepts: {},
    answer: { type: "*/*" },
    example: "/api/v1/releases/latest/zones.csv",
  },
  catalogue: {
    path: "/api/v1/dcat.jsonld",
    accepts: {},
    answer: { type: JSON_LD_TYPE, document: "catalogue" },
    example: "/api/v1/dcat.jsonld",
  },
  tableFile: {
    path: "/api/v1/tables/{file}",
    accepts: { query: MOMENT_PARAMS, paging: true, choices: TABLE_CHOICES },
    answer: { type: ["text/csv", PARQUET_TYPE, "application/json"], document: "table" },
    example: "/api/v1/tables/evidence.csv?province=sindh&about=state",
  },
  package: {
    path: "/api/v1/package.zip",
    accepts: { query: ALL_QUERY_PARAMS, fields: true },
    answer: { type: ZIP_TYPE },
    example: "/api/v1/package.zip?province=sindh",
  },
  sqlite: {
    path: "/api/v1/registry.sqlite",
    accepts: { query: MOMENT_PARAMS },
    answer: { type: SQLITE_TYPE },
    example: "/api/v1/registry.sqlite?asOf=2020-06-30",
  },
  rows: {
    path: "/api/v1/rows",
    accepts: { query: MOMENT_PARAMS, paging: true },
    answer: "rows",
    example: "/api/v1/rows?asOf=2020-06-30",
  },
  index: { path: "/api/v1", accepts: {}, answer: "index", example: "/api/v1" },
  openApi: {
    path: "/api/v1/openapi.json",
    accepts: {},
    answer: { type: "application/json", document: "openApi" },
    example: "/api/v1/openapi.json",
  },
} as const satisfies Record<string, Endpoint>;

/** Name of an endpoint that is read with GET. */
export type EndpointKey = keyof typeof ENDPOINTS;

/** Every endpoint that is read with GET with its name, in the order of display. */
export const ENDPOINT_LIST: readonly (Endpoint & { readonly key: EndpointKey })[] =
  Object.entries<Endpoint>(ENDPOINTS).map(([key, endpoint]) => ({
    ...endpoint,
    key: key as EndpointKey,
  }));
