import * as nowhere from "../../app/api/v1/[[...path]]/route";
import * as changes from "../../app/api/v1/changes/route";
import * as changesAtom from "../../app/api/v1/changes.atom/route";
import * as context from "../../app/api/v1/context/route";
import * as events from "../../app/api/v1/events/route";
import * as facets from "../../app/api/v1/facets/route";
import * as fields from "../../app/api/v1/fields/route";
import * as history from "../../app/api/v1/history/route";
import * as rows from "../../app/api/v1/rows/route";
import * as source from "../../app/api/v1/sources/[id]/route";
import * as sources from "../../app/api/v1/sources/route";
import * as tenancies from "../../app/api/v1/tenancies/route";
import * as claims from "../../app/api/v1/zones/[slug]/claims/route";
import * as zone from "../../app/api/v1/zones/[slug]/route";
import * as zoneTenancies from "../../app/api/v1/zones/[slug]/tenancies/route";
import * as zones from "../../app/api/v1/zones/route";
import * as csv from "../../app/api/v1/zones.csv/route";
import * as geojson from "../../app/api/v1/zones.geojson/route";
import * as ndjson from "../../app/api/v1/zones.ndjson/route";
import * as xlsx from "../../app/api/v1/zones.xlsx/route";
import type { Handlers } from "../../lib/server/http/read-route";

const ROUTES: Readonly<Record<string, Pick<Handlers, "GET">>> = {
  changes,
  "changes.atom": changesAtom,
  context,
  events,
  facets,
  fields,
  history,
  rows,
  sources,
  tenancies,
  zones,
  "zones.csv": csv,
  "zones.geojson": geojson,
  "zones.ndjson": ndjson,
  "zones.xlsx": xlsx,
};

const OF_A_ZONE: Readonly<Record<string, Pick<Handlers, "GET">>> = {
  "": zone,
  claims,
  tenancies: zoneTenancies,
};

const OF_A_SOURCE: Readonly<Record<string, Pick<Handlers, "GET">>> = { "": source };

/** The response of the API's own handler to GET of an address such as `zones?province=sindh`. */
export async function get(address: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(`http://tracker.test/api/v1/${address}`, init);
  const path = (address.split("?")[0] ?? "").split("/");
  const [first = "", slug, last = ""] = path;
  const ofOne = first === "sources" ? OF_A_SOURCE : OF_A_ZONE;
  const handlers = slug === undefined ? ROUTES[first] : ofOne[last];
  if (!handlers) return nowhere.GET(request);
  const params = slug === undefined ? {} : first === "sources" ? { id: slug } : { slug };
  return handlers.GET(request, { params: Promise.resolve(params) });
}

/** The JSON that an address answers with, whatever its status. */
export async function getJson<T = unknown>(address: string): Promise<T> {
  return (await (await get(address)).json()) as T;
}
