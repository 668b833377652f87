import { findNearest } from "../query/edit-distance";
import type { Day } from "../time/day";
import type { Fault } from "./problems";

/** A file of a release, as it is told of. */
export interface ReleaseFileAnswer {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Rows of a table, zones of a map, entries of a list; null for prose. */
  readonly records: number | null;
  /** Length in bytes. */
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** Path at which it is read. */
  readonly path: string;
}

/** A release: a frozen state of the data under a number. */
export interface ReleaseAnswer {
  /** As `2026.1`: the year of its day and a running number within it. */
  readonly number: string;
  readonly asOf: Day;
  /** The version as the parameter of this name takes it: `r12`. */
  readonly knownOn: string;
  readonly version: number;
  readonly method: number;
  /** Number of the release at which its list of changes begins; null: there was none of its day or before. */
  readonly since: string | null;
  /** Instant, ISO 8601 UTC. */
  readonly madeAt: string;
  readonly notes: string | null;
  /** In the order in which they are told. */
  readonly files: readonly ReleaseFileAnswer[];
}

/** Path of a file of a release. */
export function releaseFilePath(number: string, name: string): string {
  return `/api/v1/releases/${number}/${name}`;
}

/** Path of the place that tells of a release. */
export function releasePath(number: string): string {
  return `/data#release-${number}`;
}

/** Records of a file of a release; null where it has no such file. */
export function recordsOf({ files }: ReleaseAnswer, name: string): number | null {
  return files.find((file) => file.name === name)?.records ?? null;
}

/** Why there is no such file of a release. */
export function releaseFileFault(
  number: string,
  name: string,
  releases: readonly ReleaseAnswer[],
): Fault {
  const release = releases.find((one) => one.number === number);
  if (!release) {
    const numbers = releases.map((one) => one.number);
    return missing("number", number, numbers, {
      code: "unknown-release",
      what: `There is no release “${number}”.`,
      otherwise:
        numbers.length === 0
          ? "None has been made yet; /api/v1/zones has the data of today."
          : "See the numbers in /api/v1/releases.",
    });
  }
  return missing(
    "file",
    name,
    release.files.map((file) => file.name),
    {
      code: "unknown-file",
      what: `Release ${number} has no file “${name}”.`,
      otherwise: "See the list of its files.",
    },
  );
}

function missing(
  param: string,
  got: string,
  allowed: readonly string[],
  { code, what, otherwise }: { code: Fault["code"]; what: string; otherwise: string },
): Fault {
  const near = findNearest(got, allowed);
  const detail = near === null ? `${what} ${otherwise}` : `${what} Did you mean “${near}”?`;
  return { code, detail, param, got, allowed, nearest: near };
}
