import { CHANGE_KINDS, CHANGE_WORDS } from "../changes/change-kinds";
import type { FileNotes } from "./file-notes";
import { BOUNDARY_NOTE, type CitedState, dayInWords, LICENCE } from "./terms-of-use";

/** An earlier release, at which a list of changes begins. */
export interface EarlierRelease extends CitedState {
  readonly number: string;
}

/** One change in words. */
export interface ChangeEntry {
  readonly kind: (typeof CHANGE_KINDS)[number];
  readonly on: string;
  /** A sentence without its full stop. */
  readonly words: string;
  readonly sourceId: string;
}

/** What a file of a release is, for whoever opens the folder. */
export interface FileInfo {
  readonly name: string;
  readonly holds: string;
  /** Null where it is prose. */
  readonly records: number | null;
}

/** `changes.md`: what changed since the release before, by kind. */
export function changesInWords(
  number: string,
  since: EarlierRelease | null,
  changes: readonly ChangeEntry[],
): string {
  const head = [`# Changes in release ${number}`, ""];
  if (since === null) {
    return lines([
      ...head,
      "This is the first release of its day or before, so there is none to compare it with.",
    ]);
  }
  const { asOf, version } = since;
  return lines([
    ...head,
    `Since release ${since.number} of ${dayInWords(asOf)} (version r${version}): ${countOf(changes.length, "change")}.`,
    ...CHANGE_KINDS.flatMap((kind) => {
      const told = changes.filter((change) => change.kind === kind);
      if (told.length === 0) return [];
      const { label, definition } = CHANGE_WORDS[kind];
      return [
        "",
        `## ${label} (${told.length})`,
        "",
        definition,
        "",
        ...told.map(({ on, words, sourceId }) => `- ${on}: ${words} (source: ${sourceId}).`),
      ];
    }),
  ]);
}

/** What the read-me of a release says. */
export interface ReleaseStory {
  readonly number: string;
  /** Instant, ISO 8601 UTC. */
  readonly madeAt: string;
  readonly notes: string | null;
  readonly since: EarlierRelease | null;
  readonly changes: number;
  /** Of the file with the zones. */
  readonly meta: FileNotes["meta"];
  readonly citation: string;
  readonly files: readonly FileInfo[];
}

/** `README.md` of a release: what it is, of what day, on what terms and how to check it. */
export function releaseReadMe(story: ReleaseStory): string {
  const { number, madeAt, notes, since, changes, meta, citation, files } = story;
  return lines([
    `# CPEC SEZ Tracker, release ${number}`,
    "",
    "Special economic zones of Pakistan: every zone in the register, every claim that its values rest on, and their sources. The files of this release never change; what is put right comes in a later one.",
    "",
    ...(notes === null ? [] : [notes, ""]),
    `- Day shown: ${dayInWords(meta.asOf)} (${meta.asOf})`,
    `- Version: ${meta.knownOn}, what the tracker knew by its revision ${meta.version}`,
    `- Method: ${meta.method}`,
    `- Made at: ${madeAt}`,
    since === null
      ? "- Release before: none"
      : `- Release before: ${since.number}; ${countOf(changes, "change")} since (see changes.md)`,
    "",
    "## Files",
    "",
    ...files.map(({ name, holds, records }) =>
      records === null ? `- \`${name}\`: ${holds}` : `- \`${name}\`: ${holds} (${records})`,
    ),
    "",
    "`dictionary.csv` tells what each column of each table means. To see that nothing was altered, run `sha256sum -c SHA256SUMS` in the folder of the files.",
    "",
    "## How to read it",
    "",
    "- The word `unknown` stands where there is no evidence, or where a source says that it is not known. It is neither zero nor no.",
    "- The word `not-applicable` stands where the zone has no need of it.",
    "- An empty cell says that there is nothing to say, such as no note; it never stands for unknown.",
    "- Zones of every scope are in the files. One with `candidateForRemainder` true and `cohort` unconfirmed is a candidate: its approval is not evidenced.",
    "- Readiness is an interval: low counts every unknown as 0, high as 1. It is the tracker's own model and no body's official score.",
    "- CSV is UTF-8 with commas and one line feed after each line. Text that a spreadsheet would take for a formula has an apostrophe before it.",
    "",
    "## Boundaries",
    "",
    BOUNDARY_NOTE,
    "",
    "## Licence and citation",
    "",
    `Compiled data licensed ${LICENCE.name}, ${LICENCE.url}. The texts of the sources are not ours.`,
    "",
    `Cite as: ${citation}`,
  ]);
}

/** `SHA256SUMS`, as `sha256sum -c` reads it. */
export function checksumList(
  files: readonly { readonly name: string; readonly sha256: string }[],
): string {
  return lines(files.map(({ name, sha256 }) => `${sha256}  ${name}`));
}

function countOf(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
