import { NOT_APPLICABLE } from "../catalogue/kinds";
import { UNKNOWN } from "../query/filters";
import type { Text } from "../text/text";
import type { Column } from "./columns";
import type { FileNotes } from "./file-notes";

/** One line of the sheet Read me. */
interface ReadMeLine {
  readonly cells: readonly string[];
  readonly isHeading: boolean;
}

/** What a reader needs to know about a table file: its selection, day and terms, and each column. */
export function listReadMeLines(
  text: Text,
  notes: FileNotes,
  columns: readonly Column[],
): readonly ReadMeLine[] {
  const { t } = text;
  const { meta, licence } = notes;
  return [
    heading(notes.title),
    line(
      t("files.readMe.zones"),
      t("files.readMe.zoneCount", { matched: String(meta.matched), total: String(meta.total) }),
    ),
    line(
      t("files.readMe.asOf"),
      t("files.readMe.day", { words: text.day(meta.asOf, "long"), day: meta.asOf }),
    ),
    line(
      t("files.readMe.revision"),
      t("files.readMe.revisionNote", { knownOn: meta.knownOn, revision: String(meta.version) }),
    ),
    line(t("files.readMe.method"), String(meta.method)),
    line(t("files.readMe.address"), notes.address),
    heading(t("files.readMe.query")),
    ...notes.filter.map(({ label, words }) => line(label, words)),
    heading(t("files.readMe.howTo")),
    line(UNKNOWN, t("files.readMe.unknown")),
    line(NOT_APPLICABLE, t("files.readMe.notApplicable")),
    line(t("files.readMe.readiness"), t("files.readMe.readinessNote")),
    line(t("files.readMe.candidates"), t("files.readMe.candidatesNote")),
    line(t("files.readMe.boundaries"), notes.boundaryNote),
    heading(t("files.readMe.terms")),
    line(t("files.readMe.licence"), `${licence.name}, ${licence.url}`),
    line(t("files.readMe.cite"), notes.citation),
    heading(t("files.readMe.columns"), t("files.readMe.definition"), t("files.readMe.values")),
    ...columns.map(({ key, label, definition, values }) =>
      line(key, t("files.column.defined", { label, definition }), values),
    ),
  ];
}

function line(...cells: string[]): ReadMeLine {
  return { cells, isHeading: false };
}

function heading(...cells: string[]): ReadMeLine {
  return { cells, isHeading: true };
}
