import { NOT_APPLICABLE } from "../catalogue/kinds";
import { UNKNOWN } from "../query/filters";
import type { Column } from "./columns";
import type { FileNotes } from "./file-notes";
import { dayInWords } from "./terms-of-use";

/** One line of the Read me sheet. */
export interface ReadMeLine {
  readonly cells: string[];
  readonly heading: boolean;
}

/** What a stranger must know to read a table file: what was asked, of what day, on what terms, and each column. */
export function readMeLines(notes: FileNotes, columns: readonly Column[]): readonly ReadMeLine[] {
  const { meta, licence } = notes;
  return [
    heading(notes.title),
    line("Zones in this file", `${meta.matched} of the ${meta.total} that count`),
    line("As of", `${dayInWords(meta.asOf)} (${meta.asOf})`),
    line("Version", `${meta.knownOn}: what the tracker knew by its revision ${meta.version}`),
    line("Method", String(meta.method)),
    line("The same file again", notes.address),
    heading("What was asked"),
    ...notes.filter.map(({ label, words }) => line(label, words)),
    heading("How to read it"),
    line(
      UNKNOWN,
      "No evidence, or a source that says that it is not known. It is neither zero nor no. The word stands in the cell because a spreadsheet counts an empty cell as 0.",
    ),
    line(
      NOT_APPLICABLE,
      "The zone has no need of it; in the columns of readiness: no indicator is applicable.",
    ),
    line(
      "Readiness",
      "An interval: low counts every unknown as 0, high as 1; coverage is the share of the weight that is known. The tracker's own model and no body's official score.",
    ),
    line(
      "Candidates",
      "A zone with candidateForRemainder true and cohort unconfirmed is not evidenced as approved.",
    ),
    line("Boundaries", notes.boundaryNote),
    heading("Terms"),
    line("Licence", `${licence.name}, ${licence.url}`),
    line("Cite as", notes.citation),
    heading("Columns", "Definition", "Values"),
    ...columns.map(({ key, label, definition, values }) =>
      line(key, `${label}. ${definition}`, values),
    ),
  ];
}

function line(...cells: string[]): ReadMeLine {
  return { cells, heading: false };
}

function heading(...cells: string[]): ReadMeLine {
  return { cells, heading: true };
}
