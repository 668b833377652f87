import type { Day } from "../time/day";

/** A file of a release, without its content. */
export interface ReleaseFileAnswer {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Rows of a table, zones of a map, entries of a list; null for a text. */
  readonly records: number | null;
  /** Length in bytes. */
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** Path of its download. */
  readonly path: string;
}

/** The numbers of records in a release, also where the file with them was withdrawn. */
export interface ReleaseCounts {
  readonly zones: number;
  readonly claims: number;
  readonly sources: number;
  /** Since the previous release. */
  readonly changes: number;
}

/** A release: the data of one day, published under a number and never changed. */
export interface ReleaseAnswer {
  /** Such as `2026.1`: the year of its day and a counter. */
  readonly number: string;
  readonly asOf: Day;
  /** The revision in the form of the parameter of this name, `r12`. */
  readonly knownOn: string;
  readonly version: number;
  readonly method: number;
  /** Number of the release that its changes are compared with; null: no earlier one exists. */
  readonly since: string | null;
  /** Instant, ISO 8601 UTC. */
  readonly madeAt: string;
  readonly notes: string | null;
  readonly counts: ReleaseCounts;
  /** In the order of display, without those that were withdrawn. */
  readonly files: readonly ReleaseFileAnswer[];
}

/** Path of a file of a release. */
export function releaseFilePath(number: string, name: string): string {
  return `/api/v1/releases/${number}/${name}`;
}

/** Name of the ZIP archive with all files of a release. It is made from them, and is no file of the release itself. */
export const RELEASE_ARCHIVE = "package.zip";

/** In place of the number of a release: the latest. */
export const LATEST = "latest";

/**
 * Releases by their days, the latest first; of one day the last one made.
 * @param releases in the order in which they were made, newest first
 */
export function sortByDay(releases: readonly ReleaseAnswer[]): readonly ReleaseAnswer[] {
  return releases.toSorted((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
}

/** Path of the page of a release. */
export function releasePath(number: string): string {
  return `/data/releases/${number}`;
}
