import { DATA_SET_AUTHOR, type Revision } from "../evidence/ledger-records";
import { pakistanDay } from "../time/day";
import type { PlainText } from "./plain-text";

/**
 * The values of a message that names a revision. `known` is "no" where its day and author are not known, "dataSet" where its
 * author is the tracker's own data set, else "yes".
 */
type RevisionWords = Readonly<Record<"revision" | "known" | "day" | "author", string>>;

/** Is the author of a revision a person ("yes"), or the tracker's own data set? */
export function authorKind(author: string): "yes" | "dataSet" {
  return author === DATA_SET_AUTHOR ? "dataSet" : "yes";
}

/** The number of a revision, as in links: "12043", without separators of thousands. */
export function formatRevision(number: number): string {
  return String(number);
}

/**
 * The values of a message that names a revision: its number, day and author.
 * @param revision undefined: its day and author are not known
 */
export function describeRevision(
  { day }: PlainText,
  number: number,
  revision: Revision | undefined,
): RevisionWords {
  const words = { revision: formatRevision(number), known: "no", day: "", author: "" };
  if (revision === undefined) return words;
  const { recordedAt, author } = revision;
  const when = day(pakistanDay(new Date(recordedAt)));
  return { ...words, known: authorKind(author), day: when, author };
}
