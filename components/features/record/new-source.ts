import type { Source, SourceKind } from "@/lib/evidence/ledger-records";
import { isPartialDate } from "@/lib/time/day";

/** A source that is not in the register yet, as typed. */
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

/** What a new source says, as it is sent. */
export function getContent({ title, publisher, url, publishedOn, kind }: DraftSource) {
  return {
    title: title.trim(),
    publisher: publisher.trim(),
    url: url.trim() || null,
    publishedOn: publishedOn.trim() || null,
    kind,
  };
}

/** Is a text a whole address on the web? */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim());
}

/**
 * The id of a new source: its publisher and date and title in small letters, with a number where another
 * source bears that id already. One that says the very same keeps it: it was recorded, and is sent again.
 * @param register every source of the register
 */
export function newSourceId(draft: DraftSource, register: ReadonlyMap<string, Source>): string {
  const base = words(draft);
  const content = getContent(draft);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    const taken = register.get(id);
    if (!taken || saysTheSame(taken, content)) return id;
  }
}

function saysTheSame(source: Source, content: ReturnType<typeof getContent>): boolean {
  return (Object.keys(content) as (keyof typeof content)[]).every(
    (part) => source[part] === content[part],
  );
}

function words({ publisher, publishedOn, title }: DraftSource): string {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  const date = publishedOn.trim();
  const parts = [
    plain(publisher).slice(0, 30),
    isPartialDate(date) ? date : "",
    plain(title).slice(0, 40),
  ];
  // What is written in another script than Latin leaves nothing of itself.
  return (
    parts
      .filter((part) => part !== "")
      .join("-")
      .replace(/-+/g, "-")
      .replace(/-$/, "") || "source"
  );
}

/** The source of the register that is to be read at the very address that was typed; undefined where there is none. */
export function sourceAt(url: string, register: Iterable<Source>): Source | undefined {
  if (!isWebAddress(url)) return undefined;
  const wanted = place(url);
  for (const source of register) {
    if (source.url !== null && isWebAddress(source.url) && place(source.url) === wanted) {
      return source;
    }
  }
  return undefined;
}

/** Where an address leads, whatever its scheme, its `www.`, its last slash and its place within the page. */
function place(address: string): string {
  const { host, pathname, search } = new URL(address.trim());
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/+$/, "")}${search}`;
}
