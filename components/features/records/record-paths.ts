import type { Route } from "next";
import type { RecordKind } from "@/lib/records/record-kinds";

/** The address of the list of a kind. */
export function recordsPath(kind: RecordKind): Route {
  return `/admin/records/${kind}` as Route;
}

/** The address of a record's page in the desk; of `new` the form of a new one. */
export function recordPath(kind: RecordKind, id: string): Route {
  return `${recordsPath(kind)}/${encodeURIComponent(id)}` as Route;
}
