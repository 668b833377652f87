import type { Messages, Namespace } from "./english-messages";

/** The namespaces that the browser has on every page, from `components/layout/browser-text.tsx`. A page adds others with `FeatureText`. */
export const SHARED_NAMESPACES = [
  "charts",
  "common",
  "errors",
  "evidence",
  "explorer",
  "layout",
  "map",
  "query",
  "time",
  "ui",
] as const satisfies readonly Namespace[];

/** A namespace, or one part of it, such as `ledger.claim`. */
export type NamespacePath =
  | Namespace
  | { [N in Namespace]: `${N}.${Extract<keyof Messages[N], string>}` }[Namespace];

/** The messages of some namespaces, or of parts of them. */
export function pickMessages(
  messages: Messages,
  paths: readonly NamespacePath[],
): Partial<Messages> {
  const picked: Record<string, object> = {};
  for (const path of paths) {
    const [namespace, part] = path.split(".") as [Namespace, string?];
    const all: Readonly<Record<string, unknown>> = messages[namespace];
    picked[namespace] = part === undefined ? all : { ...picked[namespace], [part]: all[part] };
  }
  return picked;
}
