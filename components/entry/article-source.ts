import { findPublisherAt, findSourceAt } from "@/lib/entry/source-address";
import type { Source } from "@/lib/evidence/ledger-records";
import type { ArticleToRead } from "@/lib/server/desk/articles";
import { EMPTY_SOURCE, emptyDraft, type RecordDraft, withSource } from "./draft";

/** Lines that are longer are no title. */
const LONGEST_TITLE = 200;
/** Shorter ones are typed letter by letter. */
const SHORTEST_TITLE = 10;

/** The draft with the text of an article. The first line is the title of a new source that has none. */
export function withArticle(draft: RecordDraft, article: string): RecordDraft {
  const [first = ""] = article.trimStart().split("\n");
  const title = first.trim();
  const named = draft.article === "" && isTitle(title) ? title : "";
  const { newSource, sourceId } = draft;
  if (named === "" || sourceId !== null || (newSource?.title ?? "") !== "") {
    return { ...draft, article };
  }
  return { ...draft, article, newSource: { ...(newSource ?? EMPTY_SOURCE), title: named } };
}

function isTitle({ length }: string): boolean {
  return length >= SHORTEST_TITLE && length <= LONGEST_TITLE;
}

/**
 * The draft with the source at an address: the existing one, or a new one with the publisher of other sources on that
 * site. The day follows it.
 */
export function withAddress(
  draft: RecordDraft,
  url: string,
  existing: readonly Source[],
): RecordDraft {
  const known = findSourceAt(url, existing);
  const started = draft.newSource ?? { ...EMPTY_SOURCE, ...pickPublisher(url, existing) };
  const { sourceId } = draft;
  return withSource(
    draft,
    known ? { sourceId: known.id, newSource: null } : { sourceId, newSource: { ...started, url } },
    byId(existing),
  );
}

/** A new draft with what a feed says of an article: the existing source at its link, or a new one. */
export function draftOf(
  { link, title, publishedOn }: ArticleToRead,
  existing: readonly Source[],
): RecordDraft {
  const draft = withAddress(emptyDraft(), link, existing);
  const { newSource } = draft;
  return newSource === null
    ? draft
    : withSource(
        draft,
        { sourceId: null, newSource: { ...newSource, title, publishedOn: publishedOn ?? "" } },
        byId(existing),
      );
}

const byId = (sources: readonly Source[]) => new Map(sources.map((source) => [source.id, source]));

function pickPublisher(url: string, existing: readonly Source[]) {
  const found = findPublisherAt(url, existing);
  return found === null ? {} : { publisher: found.publisher, kind: found.kind };
}
