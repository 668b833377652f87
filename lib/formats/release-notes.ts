import { CHANGE_KINDS, type ChangeKind } from "../changes/change-kinds";
import { formatRevision } from "../text/revision-words";
import type { Text } from "../text/text";
import { type CitedState, type FileNotes, LICENCE } from "./file-notes";

/** The release that changes are compared with. */
export interface EarlierRelease extends CitedState {
  readonly number: string;
}

/** One change in words. */
interface ChangeEntry {
  readonly kind: ChangeKind;
  readonly on: string;
  /** A sentence without its full stop. */
  readonly words: string;
  readonly sourceId: string;
}

/** A file of a release and its content in a few words. */
export interface FileInfo {
  readonly name: string;
  readonly summary: string;
  /** Null for a text. */
  readonly records: number | null;
}

/** `changes.md`: the changes since the previous release, by kind. */
export function releaseChanges(
  text: Text,
  number: string,
  since: EarlierRelease | null,
  changes: readonly ChangeEntry[],
): string {
  const { t } = text;
  const title = t("files.notes.changesTitle", { number });
  if (since === null) return joinLines([title, "", t("files.notes.first")]);
  return joinLines([
    title,
    "",
    t("files.notes.since", {
      number: since.number,
      day: text.day(since.asOf, "long"),
      revision: formatRevision(since.version),
      count: changes.length,
    }),
    ...CHANGE_KINDS.flatMap((kind) => {
      const entries = changes.filter((change) => change.kind === kind);
      if (entries.length === 0) return [];
      const label = t(`changes.kind.${kind}.label`);
      return [
        "",
        t("files.notes.kind", { label, count: text.number(entries.length) }),
        "",
        t(`changes.kind.${kind}.definition`),
        "",
        ...entries.map(({ on, words, sourceId }) =>
          t("files.notes.change", { day: on, words, source: sourceId }),
        ),
      ];
    }),
  ]);
}

/** What the read-me of a release contains. */
interface ReleaseSummary {
  readonly number: string;
  /** Instant of the revision, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly notes: string | null;
  readonly since: EarlierRelease | null;
  readonly changes: number;
  /** Of the file with the zones. */
  readonly meta: FileNotes["meta"];
  readonly citation: string;
  readonly files: readonly FileInfo[];
}

/** `README.md` of a release: its content, day and terms, and how to check it. */
export function releaseReadMe(text: Text, release: ReleaseSummary): string {
  const { number, recordedAt, notes, since, changes, meta, citation, files } = release;
  const { t } = text;
  return joinLines([
    t("files.notes.title", { number }),
    "",
    t("files.notes.about"),
    "",
    ...(notes === null ? [] : [notes, ""]),
    t("files.notes.day", { words: text.day(meta.asOf, "long"), day: meta.asOf }),
    t("files.notes.revision", { knownOn: meta.knownOn, revision: formatRevision(meta.version) }),
    t("files.notes.method", { method: String(meta.method) }),
    t("files.notes.recordedAt", { instant: recordedAt }),
    since === null
      ? t("files.notes.noPrevious")
      : t("files.notes.previous", { number: since.number, count: changes }),
    "",
    t("files.notes.files"),
    "",
    ...files.map(({ name, summary, records }) =>
      records === null
        ? t("files.notes.file", { name, summary })
        : t("files.notes.fileWithCount", { name, summary, records: text.number(records) }),
    ),
    "",
    t("files.notes.check"),
    "",
    t("files.notes.howTo"),
    "",
    t("files.notes.unknown"),
    t("files.notes.notApplicable"),
    t("files.notes.candidates"),
    t("files.notes.readiness"),
    t("files.notes.csv"),
    "",
    t("files.notes.boundaries"),
    "",
    t("files.boundaryNote"),
    "",
    t("files.notes.licenceTitle"),
    "",
    ...listTerms(text, citation),
  ]);
}

/** The terms of the compiled data, and how to cite it. */
function listTerms({ t }: Text, citation: string): readonly string[] {
  return [
    t("files.notes.licence", { licence: LICENCE.name, url: LICENCE.url }),
    "",
    t("files.notes.cite", { citation }),
  ];
}

/** `LICENSE.txt` of a package of files. */
export function licenceFile(text: Text, { citation, boundaryNote }: FileNotes): string {
  return joinLines([...listTerms(text, citation), "", boundaryNote]);
}

/** `README.md` of a package of files: its zones and day, its files, and how to read them. */
export function packageReadMe(
  text: Text,
  { title, meta, filter, address }: FileNotes,
  files: readonly Pick<FileInfo, "name" | "summary">[],
): string {
  const { t } = text;
  return joinLines([
    t("files.notes.packageTitle", { title }),
    "",
    t("files.notes.day", { words: text.day(meta.asOf, "long"), day: meta.asOf }),
    t("files.notes.revision", { knownOn: meta.knownOn, revision: formatRevision(meta.version) }),
    t("files.notes.method", { method: String(meta.method) }),
    t("files.notes.zoneCount", {
      matched: text.number(meta.matched),
      total: text.number(meta.total),
    }),
    ...filter.map(({ label, words }) => t("files.notes.condition", { label, words })),
    t("files.notes.address", { address }),
    "",
    t("files.notes.files"),
    "",
    ...files.map(({ name, summary }) => t("files.notes.file", { name, summary })),
    "",
    t("files.notes.howTo"),
    "",
    t("files.notes.unknownInPackage"),
    t("files.notes.notApplicable"),
    t("files.notes.candidatesInPackage"),
    t("files.notes.readiness"),
    t("files.notes.csv"),
  ]);
}

/** `SHA256SUMS`, in the format of `sha256sum -c`. */
export function checksumList(
  files: readonly { readonly name: string; readonly sha256: string }[],
): string {
  return joinLines(files.map(({ name, sha256 }) => `${sha256}  ${name}`));
}

function joinLines(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
