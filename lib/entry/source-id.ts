import type { Source } from "../evidence/ledger-records";
import { isPartialDate } from "../time/day";

/** The parts of a source that a person gives. */
export type SourceContent = Pick<Source, "title" | "publisher" | "url" | "publishedOn" | "kind">;

const PARTS = ["title", "publisher", "url", "publishedOn", "kind"] as const;

/**
 * The id of a new source: its publisher, date and title in small letters, with a number where another source has that
 * id. A source with the same content keeps it: it was recorded and is sent again.
 * @param existing every source, by its id
 */
export function chooseSourceId(
  content: SourceContent,
  existing: ReadonlyMap<string, SourceContent>,
): string {
  const base = buildId(content);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    const taken = existing.get(id);
    if (!taken || PARTS.every((part) => taken[part] === content[part])) return id;
  }
}

function buildId({ publisher, publishedOn, title }: SourceContent): string {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  const date = publishedOn !== null && isPartialDate(publishedOn) ? publishedOn : "";
  const parts = [plain(publisher).slice(0, 30), date, plain(title).slice(0, 40)];
  // Words in another script than Latin leave no letters.
  return (
    parts
      .filter((part) => part !== "")
      .join("-")
      .replace(/-+/g, "-")
      .replace(/-$/, "") || "source"
  );
}
