import * as unknownAddress from "../../app/api/v1/[...path]/route";
import * as changes from "../../app/api/v1/changes/route";
import * as changesAtom from "../../app/api/v1/changes.atom/route";
import * as changesJson from "../../app/api/v1/changes.json/route";
import * as context from "../../app/api/v1/context/route";
import * as dcat from "../../app/api/v1/dcat.jsonld/route";
import * as events from "../../app/api/v1/events/route";
import * as facets from "../../app/api/v1/facets/route";
import * as fields from "../../app/api/v1/fields/route";
import * as firms from "../../app/api/v1/firms/route";
import * as method from "../../app/api/v1/method/route";
import * as openApi from "../../app/api/v1/openapi.json/route";
import * as openPackage from "../../app/api/v1/package.zip/route";
import * as readinessHistory from "../../app/api/v1/readiness/history/route";
import * as readinessHistoryFile from "../../app/api/v1/readiness/history.csv/route";
import * as readiness from "../../app/api/v1/readiness/route";
import * as sqlite from "../../app/api/v1/registry.sqlite/route";
import * as releaseFile from "../../app/api/v1/releases/[number]/[file]/route";
import * as oneRelease from "../../app/api/v1/releases/[number]/route";
import * as releases from "../../app/api/v1/releases/route";
import * as root from "../../app/api/v1/route";
import * as rows from "../../app/api/v1/rows/route";
import * as search from "../../app/api/v1/search/route";
import * as source from "../../app/api/v1/sources/[id]/route";
import * as sources from "../../app/api/v1/sources/route";
import * as tableFile from "../../app/api/v1/tables/[file]/route";
import * as targetsCalendar from "../../app/api/v1/targets.ics/route";
import * as tenancies from "../../app/api/v1/tenancies/route";
import * as claims from "../../app/api/v1/zones/[slug]/claims/route";
import * as zone from "../../app/api/v1/zones/[slug]/route";
import * as zoneTenancies from "../../app/api/v1/zones/[slug]/tenancies/route";
import * as zones from "../../app/api/v1/zones/route";
import * as csv from "../../app/api/v1/zones.csv/route";
import * as geojson from "../../app/api/v1/zones.geojson/route";
import * as gpkg from "../../app/api/v1/zones.gpkg/route";
import * as parquet from "../../app/api/v1/zones.parquet/route";
import * as xlsx from "../../app/api/v1/zones.xlsx/route";
import * as ogcUnknown from "../../app/ogc/[...path]/route";
import * as ogcApi from "../../app/ogc/api/route";
import * as ogcCollections from "../../app/ogc/collections/route";
import * as ogcItem from "../../app/ogc/collections/zones/items/[slug]/route";
import * as ogcItems from "../../app/ogc/collections/zones/items/route";
import * as ogcQueryables from "../../app/ogc/collections/zones/queryables/route";
import * as ogcCollection from "../../app/ogc/collections/zones/route";
import * as ogcSchema from "../../app/ogc/collections/zones/schema/route";
import * as ogcConformance from "../../app/ogc/conformance/route";
import * as ogcLanding from "../../app/ogc/route";
import type { Handlers } from "../../lib/server/http/read-route";

/** The routes by their paths, with parameters in braces. */
const ROUTES: Readonly<Record<string, Pick<Handlers, "GET">>> = {
  "": root,
  changes,
  "changes.atom": changesAtom,
  "changes.json": changesJson,
  context,
  "dcat.jsonld": dcat,
  events,
  facets,
  fields,
  method,
  "openapi.json": openApi,
  readiness,
  "readiness/history": readinessHistory,
  "readiness/history.csv": readinessHistoryFile,
  firms,
  "package.zip": openPackage,
  "registry.sqlite": sqlite,
  releases,
  "releases/{number}": oneRelease,
  "releases/{number}/{file}": releaseFile,
  rows,
  search,
  sources,
  "sources/{id}": source,
  "tables/{file}": tableFile,
  "targets.ics": targetsCalendar,
  tenancies,
  zones,
  "zones.csv": csv,
  "zones.geojson": geojson,
  "zones.gpkg": gpkg,
  "zones.parquet": parquet,
  "zones.xlsx": xlsx,
  "zones/{slug}": zone,
  "zones/{slug}/claims": claims,
  "zones/{slug}/tenancies": zoneTenancies,
};

/** The routes of OGC API – Features, below `/ogc`. */
const OGC_ROUTES: typeof ROUTES = {
  "": ogcLanding,
  "/api": ogcApi,
  "/conformance": ogcConformance,
  "/collections": ogcCollections,
  "/collections/zones": ogcCollection,
  "/collections/zones/items": ogcItems,
  "/collections/zones/items/{slug}": ogcItem,
  "/collections/zones/queryables": ogcQueryables,
  "/collections/zones/schema": ogcSchema,
};

/** The parameters of a path; null if the route does not match. */
function matchPath(route: string, path: string): Record<string, string> | null {
  const [open, given] = [route.split("/"), path.split("/")];
  if (open.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [i, step] of open.entries()) {
    const name = /^\{(\w+)\}$/.exec(step)?.[1];
    if (name !== undefined) parts[name] = given[i] ?? "";
    else if (step !== given[i]) return null;
  }
  return parts;
}

/** The response of the API's handler to GET of an address such as `zones?province=sindh`. */
export async function get(address: string, init: RequestInit = {}): Promise<Response> {
  return getFrom(ROUTES, "/api/v1/", address, init, unknownAddress.GET);
}

/** The same of an address below `/ogc`, such as `/collections?f=json`. */
export async function getOgc(address: string, init: RequestInit = {}): Promise<Response> {
  return getFrom(OGC_ROUTES, "/ogc", address, init, ogcUnknown.GET);
}

async function getFrom(
  routes: typeof ROUTES,
  root: string,
  address: string,
  init: RequestInit,
  getOther: (request: Request) => Promise<Response>,
): Promise<Response> {
  const request = new Request(`http://tracker.test${root}${address}`, init);
  const path = address.split("?")[0] ?? "";
  for (const [route, handlers] of Object.entries(routes)) {
    const params = matchPath(route, path);
    if (params) return handlers.GET(request, { params: Promise.resolve(params) });
  }
  return getOther(request);
}

/** The JSON answer of an address, whatever its status. */
export async function getJson<T = unknown>(address: string): Promise<T> {
  return (await (await get(address)).json()) as T;
}
