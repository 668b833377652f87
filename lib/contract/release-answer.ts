import type { ReleaseAnswer } from "./answer-schemas";

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

/** Path of the page of a table. */
export function tablePath(name: string): string {
  return `/data/${name}`;
}
