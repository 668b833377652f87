import { useSyncExternalStore } from "react";
import { type Act, may, type Role } from "../catalogue/roles";

/** The role of the person in the header; null: a visitor, or not asked yet. */
let role: Role | null = null;
const watchers = new Set<() => void>();

/** Tells the page who the header found, so that one request to the server serves all parts of the page. */
export function setOwnRole(found: Role | null): void {
  role = found;
  for (const watcher of watchers) watcher();
}

function watch(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

/** May the reader do an act of the desk? False until the header has asked: finished pages are the same for everybody. */
export function useMay(act: Act): boolean {
  return useSyncExternalStore(
    watch,
    () => may(role, act),
    () => false,
  );
}
