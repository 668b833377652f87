import type { Text } from "../text/text";
import type { ApiIssue } from "./problems";

/** What the API does not have any more: addresses, and parameters. The messages `api.removed` name what replaces each. */
const REMOVED_PATHS = { "/api/v1/history": "history", "/api/v1/zones.ndjson": "ndjson" } as const;
const REMOVED_PARAMS = ["minVersion", "missing"] as const;

/** The issue with an address; null where it was not removed. */
export function findRemovedAddress(text: Text, path: string): ApiIssue | null {
  const key = Object.entries(REMOVED_PATHS).find(([removed]) => removed === path)?.[1];
  return key ? { code: "removed", message: text.t(`api.removed.${key}`), got: path } : null;
}

/** The issue with a parameter; null where it was not removed. */
export function findRemovedParam(text: Text, param: string): ApiIssue | null {
  const name = REMOVED_PARAMS.find((one) => one === param);
  return name ? { code: "removed", message: text.t(`api.removed.${name}`), param } : null;
}

/** The issue with `f=html`: OGC API – Features had pages. */
export function removedHtml(text: Text): ApiIssue {
  return { code: "removed", message: text.t("api.removed.html"), param: "f", got: "html" };
}
