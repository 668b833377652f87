import type { Revision } from "../evidence/ledger-records";
import { pakistanDay } from "../time/day";
import type { PlainText } from "./plain-text";

/** The values of a message that names a revision. `known` is "no" where its day and author are not known. */
type RevisionWords = Readonly<Record<"revision" | "known" | "day" | "author", string>>;

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
  return { ...words, known: "yes", day: day(pakistanDay(new Date(recordedAt))), author };
}
