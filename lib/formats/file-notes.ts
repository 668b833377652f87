import type { Query } from "../query/query";
import { describeQuery, type QueryLine } from "../text/query-words";
import { formatRevision } from "../text/revision-words";
import type { Text } from "../text/text";
import type { Day } from "../time/day";

/** Licence of the compiled data. */
export const LICENCE = {
  name: "CC BY 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
} as const;

/** The licence as lists of licences name it (https://spdx.org/licenses). */
export const LICENCE_ID = "CC-BY-4.0";

/** The day, revision and method of what is cited. */
export interface CitedState {
  readonly asOf: Day;
  /** The revision. */
  readonly version: number;
  readonly method: number;
}

/**
 * A citation for a list of references.
 * @param title what is cited, such as the name of a zone
 * @param address where it is, with its day and revision; empty where it has none
 */
export function citation(
  text: Text,
  title: string,
  { asOf, version, method }: CitedState,
  address: string,
): string {
  return text
    .t("files.citation", {
      year: asOf.slice(0, 4),
      title,
      day: text.day(asOf, "long"),
      revision: formatRevision(version),
      method: String(method),
      licence: LICENCE.name,
      address,
    })
    .trimEnd();
}

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
export type FileEnding = "csv" | "xlsx" | "geojson" | "parquet" | "gpkg";
/** The extension of a file of the tracker. */
type FileExtension = FileEnding | "json" | "sqlite" | "zip";

/** The name of a file: its content, day and revision. */
export function fileName(
  { asOf, version }: CitedState,
  ending: FileExtension,
  content = "zones",
): string {
  return `cpec-sez-${content}_${asOf}_r${version}.${ending}`;
}
