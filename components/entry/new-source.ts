import { readDateText } from "@/lib/entry/read-value";
import { chooseSourceId } from "@/lib/entry/source-id";
import type { Source, SourceKind } from "@/lib/evidence/ledger-records";

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
 * The id of a new source; see `chooseSourceId`.
 * @param existing every source, by its id
 */
export function newSourceId(draft: DraftSource, existing: ReadonlyMap<string, Source>): string {
  return chooseSourceId(getContent(draft), existing);
}
