import type { Query } from "../query/query";
import { englishText } from "../text/english-text";
import { describeQuery, type QueryLine } from "../text/query-words";
import { BOUNDARY_NOTE, type CitedState, citation, LICENCE } from "./terms-of-use";

/** What travels with a file, so that it can be understood and cited on its own. */
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
  /** Address that gives the same file again. */
  readonly address: string;
}

const TITLE = "Special economic zones of Pakistan";

/** The notes of a file with the zones that answer a query. */
export function fileNotes(query: Query, meta: FileNotes["meta"], address: string): FileNotes {
  return {
    title: TITLE,
    filter: describeQuery(englishText, query),
    meta,
    licence: LICENCE,
    citation: citation(TITLE, meta, address),
    boundaryNote: BOUNDARY_NOTE,
    address,
  };
}

/** The kinds of file that the zones can be had as, by the ending of their names. */
export const FILE_ENDINGS = ["csv", "xlsx", "geojson", "ndjson"] as const;
/** Ending of a file's name. */
export type FileEnding = (typeof FILE_ENDINGS)[number];

/** The name of a file: what it holds, the day looked at and the version. */
export function fileName({ asOf, version }: CitedState, ending: FileEnding): string {
  return `cpec-sez-zones_${asOf}_r${version}.${ending}`;
}
