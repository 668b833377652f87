import type { Text } from "../text/text";
import type { ApiIssue } from "./problems";

/** What the API does not have any more: an address below `/api/v1`, and parameters. The messages `api.removed` name what replaces each. */
export const REMOVED_PATH = "/api/v1/history";
const REMOVED_PARAMS = ["minVersion", "missing"] as const;

/** The issue with an address that was removed. */
export function removedAddress(text: Text): ApiIssue {
  return { code: "removed", message: text.t("api.removed.history"), got: REMOVED_PATH };
}

/** The issue with a parameter; null where it was not removed. */
export function findRemovedParam(text: Text, param: string): ApiIssue | null {
  const name = REMOVED_PARAMS.find((one) => one === param);
  return name ? { code: "removed", message: text.t(`api.removed.${name}`), param } : null;
}
