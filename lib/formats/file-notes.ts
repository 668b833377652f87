import type { Query } from "../query/query";
import { describeQuery, type QueryLine } from "../text/query-words";
import type { Text } from "../text/text";
import { type CitedState, citation, LICENCE } from "./terms-of-use";

/** The notes in a file, so that it can be understood and cited on its own. */
export interface FileNotes {
  readonly title: string;
  readonly filter: readonly QueryLine[];
  readonly meta: CitedState & {
    readonly knownOn: string;
    /** Zones in the file. */
    readonly matched: number;
    /** Zones of the scope, before any condition. */
    readonly total: number;
  };
  readonly licence: typeof LICENCE;
  readonly citation: string;
  readonly boundaryNote: string;
  /** Address of the same file. */
  readonly address: string;
}

/** The notes of a file with the zones that match a query. */
export function fileNotes(
  text: Text,
  query: Query,
  meta: FileNotes["meta"],
  address: string,
): FileNotes {
  const title = text.t("files.title");
  return {
    title,
    filter: describeQuery(text, query),
    meta,
    licence: LICENCE,
    citation: citation(text, title, meta, address),
    boundaryNote: text.t("files.boundaryNote"),
    address,
  };
}

/** The formats of the zones by file extension. */
export type FileEnding = "csv" | "xlsx" | "geojson" | "ndjson";

/** The name of a file: its content, day and revision. */
export function fileName({ asOf, version }: CitedState, ending: FileEnding): string {
  return `cpec-sez-zones_${asOf}_r${version}.${ending}`;
}
