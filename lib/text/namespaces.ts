import type { Messages, Namespace } from "./english-messages";

/** The namespaces that every page gives to the browser. A page adds others with `FeatureText`. */
export const SHARED_NAMESPACES = [
  "common",
  "layout",
  "ui",
  "errors",
  "evidence",
  "charts",
] as const satisfies readonly Namespace[];

/** The messages of some namespaces. */
export function pickMessages(
  messages: Messages,
  namespaces: readonly Namespace[],
): Partial<Messages> {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, messages[namespace]]));
}
