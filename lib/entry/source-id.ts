import type { Source } from "../evidence/ledger-records";
import { isPartialDate } from "../time/day";
import { chooseFreeId, toSlug } from "./slug";
import { lowerHost } from "./source-address";

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
  const kept = { ...content, url: content.url && lowerHost(content.url) };
  return chooseFreeId(buildId(content), (id) => {
    const taken = existing.get(id);
    return taken !== undefined && PARTS.some((part) => taken[part] !== kept[part]);
  });
}

function buildId({ publisher, publishedOn, title }: SourceContent): string {
  const date = publishedOn !== null && isPartialDate(publishedOn) ? publishedOn : "";
  const parts = [toSlug(publisher, 30), date, toSlug(title, 40)];
  // Words in another script than Latin leave no letters.
  return parts.filter((part) => part !== "").join("-") || "source";
}
