import { EVENT_KINDS, type Facts, SOURCE_KINDS } from "../evidence/ledger-records";
import { getFirmId } from "../firms/firm-address";
import { FIRM_FILTERS, listFirmTerms } from "../firms/firm-filter";
import { MOMENT_PARAMS } from "../query/moment-params";
import { ALL_QUERY_PARAMS } from "../query/parse-query";
import type { ANSWER_SCHEMAS } from "./answer-schemas";
import { CHANGE_CHOICES } from "./changes-answer";
import type { Accepts } from "./read-params";

/** An address of the contract that is read with GET. */
export interface Endpoint {
  /** Its path; what is left open stands in braces. */
  readonly path: `/api/v1/${string}`;
  /** What it answers with, as a phrase. */
  readonly summary: string;
  /** Which parameters it takes, beside `minVersion`. */
  readonly accepts: Partial<Accepts>;
  /** The schema of its JSON, or the media types of what else it sends. */
  readonly answer: keyof typeof ANSWER_SCHEMAS | { readonly type: string };
  /** What an example has in the place of each open part of the path, and as its parameters. */
  readonly example: string;
}

/** Firms are narrowed as on the page of investors. */
const FIRM_CHOICES: Accepts["choices"] = Object.fromEntries(
  FIRM_FILTERS.map((key) => [key, (facts: Facts) => listFirmTerms(facts, key)]),
);

const firmIds = ({ tenancies }: Facts) => [
  ...new Set(tenancies.map(({ firm }) => getFirmId(firm))),
];

const zoneSlugs = ({ zones }: Facts) => zones.map(({ slug }) => slug);

/** The zones as a file: the same question as `zones`, all rows. */
const zoneFile = (ending: string, summary: string, type: string) =>
  ({
    path: `/api/v1/zones.${ending}`,
    summary,
    accepts: { query: ALL_QUERY_PARAMS, fields: true },
    answer: { type },
    example: `/api/v1/zones.${ending}?province=sindh`,
  }) as const;

/**
 * Every address of the contract that is read with GET, declared once: routes take their parameters from
 * here, and the reference on the data page and the OpenAPI document are made of it.
 */
export const ENDPOINTS = {
  zones: {
    path: "/api/v1/zones",
    summary: "The zones that answer a question, one flat row each",
    accepts: { query: ALL_QUERY_PARAMS, paging: true, fields: true },
    answer: "zones",
    example: "/api/v1/zones?province=sindh,punjab&readinessMin=20&fields=name,status",
  },
  csv: zoneFile("csv", "The same question as CSV, all rows", "text/csv"),
  xlsx: zoneFile(
    "xlsx",
    "The same as a workbook, with sources and a read-me",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ),
  geojson: zoneFile("geojson", "The same as points on the map", "application/geo+json"),
  ndjson: zoneFile("ndjson", "The same as JSON, one zone to a line", "application/x-ndjson"),
  zone: {
    path: "/api/v1/zones/{slug}",
    summary: "One zone: each value with its claim, its source, its date and what speaks against it",
    accepts: { query: [...MOMENT_PARAMS, "weights"] },
    answer: "zone",
    example: "/api/v1/zones/rashakai-sez",
  },
  zoneClaims: {
    path: "/api/v1/zones/{slug}/claims",
    summary: "The ledger of one zone: every claim with its judgement and its source",
    accepts: { query: MOMENT_PARAMS },
    answer: "claims",
    example: "/api/v1/zones/rashakai-sez/claims?asOf=2020-06-30",
  },
  zoneTenancies: {
    path: "/api/v1/zones/{slug}/tenancies",
    summary: "The firms of one zone, each value with its claim and its source",
    accepts: { query: MOMENT_PARAMS },
    answer: "zoneTenancies",
    example: "/api/v1/zones/rashakai-sez/tenancies",
  },
  facets: {
    path: "/api/v1/facets",
    summary: "How many zones have each value of each filter, unknown included",
    accepts: { query: ALL_QUERY_PARAMS },
    answer: "facets",
    example: "/api/v1/facets?province=sindh",
  },
  changes: {
    path: "/api/v1/changes",
    summary: "What changed between two days or two versions, the latest first",
    accepts: { query: MOMENT_PARAMS, paging: true, choices: CHANGE_CHOICES, span: true },
    answer: "changes",
    example: "/api/v1/changes?from=2024-01-01&kind=moved-up,moved-down",
  },
  changesFeed: {
    path: "/api/v1/changes.atom",
    summary: "Every change as it came to be known, as a feed",
    accepts: { paging: true, choices: CHANGE_CHOICES },
    answer: { type: "application/atom+xml" },
    example: "/api/v1/changes.atom?province=sindh",
  },
  tenancies: {
    path: "/api/v1/tenancies",
    summary: "The firms of all zones, one flat row each",
    accepts: { query: MOMENT_PARAMS, paging: true, choices: { firm: firmIds, ...FIRM_CHOICES } },
    answer: "tenancies",
    example: "/api/v1/tenancies?stage=producing,exporting&zone=hattar-sez",
  },
  sources: {
    path: "/api/v1/sources",
    summary: "The sources that claims rest on",
    accepts: { query: ["knownOn"], paging: true, choices: { kind: () => SOURCE_KINDS } },
    answer: "sources",
    example: "/api/v1/sources?kind=government,research",
  },
  source: {
    path: "/api/v1/sources/{id}",
    summary: "One source: every version of it and all that rests on it",
    accepts: { query: MOMENT_PARAMS },
    answer: "source",
    example: "/api/v1/sources/nation-2023-10-12",
  },
  events: {
    path: "/api/v1/events",
    summary: "What happened, the earliest first",
    accepts: {
      query: MOMENT_PARAMS,
      paging: true,
      choices: { kind: () => EVENT_KINDS, zone: zoneSlugs },
    },
    answer: "events",
    example: "/api/v1/events?zone=hattar-sez",
  },
  context: {
    path: "/api/v1/context",
    summary: "Figures on the country that bear on every zone",
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
  fields: {
    path: "/api/v1/fields",
    summary: "The data dictionary: every field and every word that it can take",
    accepts: {},
    answer: "fields",
    example: "/api/v1/fields",
  },
  releases: {
    path: "/api/v1/releases",
    summary: "Every release with its files and their checksums, the last made first",
    accepts: { paging: true },
    answer: "releases",
    example: "/api/v1/releases",
  },
  releaseFile: {
    path: "/api/v1/releases/{number}/{file}",
    summary: "A file of a release, as it was made",
    accepts: {},
    answer: { type: "*/*" },
    example: "/api/v1/releases/2026.1/zones.csv",
  },
  rows: {
    path: "/api/v1/rows",
    summary: "Every row of the registry without its unknown values, as the explorer holds them",
    accepts: { query: MOMENT_PARAMS },
    answer: "rows",
    example: "/api/v1/rows?asOf=2020-06-30",
  },
  history: {
    path: "/api/v1/history",
    summary: "Every claim with no more than decides which value shows, for any past day",
    accepts: { query: ["knownOn"] },
    answer: "history",
    example: "/api/v1/history",
  },
  openApi: {
    path: "/api/v1/openapi.json",
    summary: "This contract for programs (OpenAPI 3.1)",
    accepts: {},
    answer: { type: "application/json" },
    example: "/api/v1/openapi.json",
  },
} as const satisfies Record<string, Endpoint>;

/** Name of an address that is read with GET. */
export type EndpointKey = keyof typeof ENDPOINTS;

/** Every address that is read with GET, in the order in which they are told. */
export const ENDPOINT_LIST: readonly Endpoint[] = Object.values(ENDPOINTS);
