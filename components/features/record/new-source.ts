import { readDateText } from "@/lib/entry/read-value";
import type { Source, SourceKind } from "@/lib/evidence/ledger-records";
import { isPartialDate } from "@/lib/time/day";

/** A source that is not recorded yet, as typed. */
export interface DraftSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly publishedOn: string;
  readonly kind: SourceKind;
}

/** Nothing typed yet. */
export const EMPTY_SOURCE: DraftSource = {
  title: "",
  publisher: "",
  url: "",
  publishedOn: "",
  kind: "news",
};

/** The content of a new source, as it is sent. */
export function getContent({ title, publisher, url, publishedOn, kind }: DraftSource) {
  return {
    title: title.trim(),
    publisher: publisher.trim(),
    url: url.trim() || null,
    publishedOn: readDateText(publishedOn) || null,
    kind,
  };
}

/**
 * The id of a new source: its publisher, date and title in small letters, with a number where another
 * source has that id. A source with the same content keeps it: it was recorded and is sent again.
 * @param existing every source, by its id
 */
export function newSourceId(draft: DraftSource, existing: ReadonlyMap<string, Source>): string {
  const base = buildId(draft);
  const content = getContent(draft);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    const taken = existing.get(id);
    if (!taken || hasContent(taken, content)) return id;
  }
}

function hasContent(source: Source, content: ReturnType<typeof getContent>): boolean {
  return (Object.keys(content) as (keyof typeof content)[]).every(
    (part) => source[part] === content[part],
  );
}

function buildId({ publisher, publishedOn, title }: DraftSource): string {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  const date = readDateText(publishedOn);
  const parts = [
    plain(publisher).slice(0, 30),
    isPartialDate(date) ? date : "",
    plain(title).slice(0, 40),
  ];
  // Words in another script than Latin leave no letters.
  return (
    parts
      .filter((part) => part !== "")
      .join("-")
      .replace(/-+/g, "-")
      .replace(/-$/, "") || "source"
  );
}
