import { findNearest } from "../query/edit-distance";
import { ENDPOINT_LIST } from "./endpoints";
import type { Fault } from "./problems";

const ROOT = "/api/v1/";

/** Every address of the contract that is read with GET. */
const ADDRESSES: readonly string[] = ENDPOINT_LIST.map(({ path }) => path);

/** The fault of a path that is no address of the contract. */
export function addressFault(path: string): Fault {
  const last = findNearest(tailOf(path), ADDRESSES.map(tailOf));
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
