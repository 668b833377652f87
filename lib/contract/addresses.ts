import { nearest } from "../registry/nearest";
import type { Fault } from "./problems";

const ROOT = "/api/v1/";

/** Every address of the contract that is read with GET. */
export const ADDRESSES = [
  "/api/v1/zones",
  "/api/v1/zones.csv",
  "/api/v1/zones.xlsx",
  "/api/v1/zones.geojson",
  "/api/v1/zones.ndjson",
  "/api/v1/zones/{slug}",
  "/api/v1/zones/{slug}/claims",
  "/api/v1/zones/{slug}/tenancies",
  "/api/v1/rows",
  "/api/v1/history",
  "/api/v1/facets",
  "/api/v1/changes",
  "/api/v1/changes.atom",
  "/api/v1/sources",
  "/api/v1/sources/{id}",
  "/api/v1/events",
  "/api/v1/context",
  "/api/v1/tenancies",
  "/api/v1/fields",
  "/api/v1/releases",
  "/api/v1/releases/{number}/{file}",
] as const;

/** The fault of a path that is no address of the contract. */
export function addressFault(path: string): Fault {
  const last = nearest(tailOf(path), ADDRESSES.map(tailOf));
  const near = last && `${ROOT}${last}`;
  return {
    code: "unknown-address",
    detail: near
      ? `There is nothing at ${path}. Did you mean ${near}?`
      : `There is nothing at ${path}. See the list of addresses.`,
    got: path,
    allowed: ADDRESSES,
    nearest: near,
  };
}

/** What is behind the root: it is the same in all, so that counting it would bring all near. */
function tailOf(path: string): string {
  return path.startsWith(ROOT) ? path.slice(ROOT.length) : path;
}
