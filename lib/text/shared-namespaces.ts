import type { Namespace } from "./english-messages";

/** The namespaces that every page gives to the browser. A page adds others with `FeatureText`. */
export const SHARED_NAMESPACES = [
  "common",
  "layout",
  "ui",
  "errors",
  "evidence",
] as const satisfies readonly Namespace[];
