import { MOMENT_PARAMS } from "../../query/moment-params";
import { ALL_QUERY_PARAMS } from "../../query/parse-query";
import type { AcceptedParams } from "../parse-request";

/** A resource of OGC API – Features. The messages `api.ogc.resource` say what it is. */
interface OgcResource {
  /** Its path, with parameters in braces. */
  readonly path: `/ogc${string}`;
  /** Its parameters. */
  readonly accepts: Partial<AcceptedParams>;
  /** Media type of its JSON. */
  readonly type: string;
}

const JSON_TYPE = "application/json";
const SCHEMA_TYPE = "application/schema+json";
/** Media type of features. */
export const FEATURES_TYPE = "application/geo+json";
const ZONES = "/ogc/collections/zones";
const FORM_ONLY = { ogc: ["f"] } as const;

/** The day is named by `datetime`, as the standard has it. */
const isNoDay = (name: string) => name !== MOMENT_PARAMS[0];

/** Every resource. The routes take their parameters from here; the description of the API is made from it. */
export const OGC_RESOURCES = {
  landing: { path: "/ogc", accepts: FORM_ONLY, type: JSON_TYPE },
  api: {
    path: "/ogc/api",
    accepts: FORM_ONLY,
    type: "application/vnd.oai.openapi+json;version=3.0",
  },
  conformance: { path: "/ogc/conformance", accepts: FORM_ONLY, type: JSON_TYPE },
  collections: { path: "/ogc/collections", accepts: FORM_ONLY, type: JSON_TYPE },
  collection: { path: ZONES, accepts: FORM_ONLY, type: JSON_TYPE },
  queryables: { path: `${ZONES}/queryables`, accepts: FORM_ONLY, type: SCHEMA_TYPE },
  schema: { path: `${ZONES}/schema`, accepts: FORM_ONLY, type: SCHEMA_TYPE },
  items: {
    path: `${ZONES}/items`,
    accepts: {
      query: ALL_QUERY_PARAMS.filter(isNoDay),
      paging: true,
      fields: true,
      ogc: ["f", "bbox", "datetime"],
    },
    type: FEATURES_TYPE,
  },
  item: {
    path: `${ZONES}/items/{slug}`,
    accepts: { query: ["knownOn", "weights"], fields: true, ogc: ["f", "datetime"] },
    type: FEATURES_TYPE,
  },
} as const satisfies Record<string, OgcResource>;

/** Name of a resource. */
export type OgcKey = keyof typeof OGC_RESOURCES;

/** Every resource with its name. */
export const OGC_LIST: readonly (OgcResource & { readonly key: OgcKey })[] =
  Object.entries<OgcResource>(OGC_RESOURCES).map(([key, resource]) => ({
    ...resource,
    key: key as OgcKey,
  }));

/** A link in a document (RFC 8288). */
export interface OgcLink {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
}
