import { listMapColumns, type ZoneColumn } from "../../formats/columns";
import { LICENCE } from "../../formats/file-notes";
import { FILTERS } from "../../query/filters";
import { filterLabel } from "../../text/query-words";
import type { Text } from "../../text/text";
import { RECORD_BEGINS } from "../../time/day";
import { describeParam, getParamSchema, type Json } from "../param-docs";
import { OGC_RESOURCES, type OgcKey, type OgcLink } from "./resources";

const SPEC = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf";
const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const QUERYABLES_REL = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
const SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema";
const GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

/** The requirement classes of OGC API – Features, part 1, that are met. */
export const CONFORMS_TO = ["core", "oas30", "geojson"].map((name) => `${SPEC}/${name}`);

/** What the documents need of a request. */
export interface OgcSite {
  readonly text: Text;
  /** Scheme and host, without a trailing slash. */
  readonly origin: string;
}

/** West, south, east and north; null where no position is known. */
type Extent = readonly [number, number, number, number] | null;

/** A link to a resource. @param href its address; absent: it has no parameters in its path */
export function linkTo(
  { text, origin }: OgcSite,
  key: OgcKey,
  rel: string,
  href = `${origin}${OGC_RESOURCES[key].path}`,
): OgcLink {
  return { href, rel, type: OGC_RESOURCES[key].type, title: text.t(`api.ogc.resource.${key}`) };
}

/** The first document, from which a client finds all others. */
export function landingDocument(site: OgcSite): Json & { readonly links: readonly OgcLink[] } {
  const { t } = site.text;
  return {
    title: t("api.openApi.title"),
    description: t("api.openApi.summary"),
    links: [
      linkTo(site, "api", "service-desc"),
      {
        ...{ href: `${site.origin}/data#api`, rel: "service-doc", type: "text/html" },
        title: t("data.api.title"),
      },
      linkTo(site, "conformance", "conformance"),
      linkTo(site, "collections", "data"),
      getLicenceLink(),
    ],
  };
}

/** The only collection: nothing else in the registry has a position of its own. */
export function collectionDocument(
  site: OgcSite,
  extent: Extent,
): Json & { readonly links: readonly OgcLink[] } {
  const { t } = site.text;
  return {
    id: "zones",
    title: t("files.title"),
    description: t("api.ogc.collection"),
    itemType: "feature",
    extent: {
      ...(extent && { spatial: { bbox: [extent], crs: CRS84 } }),
      temporal: { interval: [[`${RECORD_BEGINS}T00:00:00+05:00`, null]], trs: GREGORIAN },
    },
    crs: [CRS84],
    links: [
      linkTo(site, "items", "items"),
      linkTo(site, "queryables", QUERYABLES_REL),
      linkTo(site, "schema", "describedby"),
      getLicenceLink(),
    ],
  };
}

function getLicenceLink(): OgcLink {
  return { href: LICENCE.url, rel: "license", type: "text/html", title: LICENCE.name };
}

/** What zones can be filtered by: the parameters of the filters. */
export function queryablesDocument(site: OgcSite): Json {
  const { text } = site;
  const { items } = OGC_RESOURCES;
  // The pattern is that of a range in an address, not of a value.
  const describeQueryable = (key: string) => {
    const { pattern: _, ...schema } = getParamSchema(key, items);
    return schema;
  };
  return {
    ...describeSchema(site, "queryables"),
    properties: {
      geometry: { format: "geometry-point", "x-ogc-role": "primary-geometry" },
      ...Object.fromEntries(
        FILTERS.map(({ key }) => [
          key,
          {
            title: filterLabel(text, key),
            description: text.t("api.ogc.queryable", {
              form: describeParam(text, key, items).form,
            }),
            ...describeQueryable(key),
          },
        ]),
      ),
    },
    additionalProperties: false,
  };
}

/** A feature by its properties. Types are those of known values; each can be null, which is unknown. */
export function schemaDocument(site: OgcSite): Json {
  const columns = listMapColumns(site.text);
  return {
    ...describeSchema(site, "schema"),
    properties: {
      type: { type: "string", const: "Feature" },
      id: { type: "string" },
      geometry: { format: "geometry-point", "x-ogc-role": "primary-geometry" },
      properties: {
        type: "object",
        properties: Object.fromEntries(
          columns.map((column) => [column.key, describeColumn(column)]),
        ),
      },
    },
  };
}

function describeSchema({ text, origin }: OgcSite, key: "queryables" | "schema"): Json {
  return {
    $schema: SCHEMA_DIALECT,
    $id: `${origin}${OGC_RESOURCES[key].path}`,
    type: "object",
    title: text.t("files.title"),
    description: text.t(`api.ogc.resource.${key}`),
  };
}

function describeColumn({ label, definition, type, allowed }: ZoneColumn): Json {
  return {
    title: label,
    description: definition,
    type: type === "date" || type === "datetime" ? "string" : type,
    ...(allowed && { enum: allowed }),
  };
}
