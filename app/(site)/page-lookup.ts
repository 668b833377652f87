import type { CardSubject } from "@/components/features/sharing/card-pictures";
import type { ParamIssue } from "@/lib/query/param-issues";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import type { Text } from "@/lib/text/text";
import type { SearchParams } from "./load-query";

/** What search results, shared links, share cards and oEmbed say about a page. */
export interface PageDescription {
  /** The path with its parameters in a fixed order, without defaults and without what only changes the looks. */
  readonly address: string;
  /** Names the conditions, and the day where that is not today. */
  readonly title: string;
  /** The answer that the page gives, in sentences. */
  readonly description: string;
  /** Null: the page shows nothing of the registry. */
  readonly view: RegistryView | null;
  readonly subject: CardSubject;
  /** The address of the same content to embed; null: the page has no embed. */
  readonly embed: string | null;
  /** The conditions of the feed about the same zones; absent: the feed of all changes. */
  readonly feed?: readonly (readonly [string, string])[];
}

/** The description; or why there is none: the path names nothing, or parameters cannot be read. */
export type PageLookup =
  | { readonly page: PageDescription; readonly ignored: readonly ParamIssue[] }
  | { readonly missing: "path" }
  | { readonly problems: readonly Pick<ParamIssue, "param" | "got">[] };

/** What a description is made from. */
export interface DescriptionRequest {
  readonly text: Text;
  readonly params: SearchParams;
  /** The segment of the path in brackets; empty where it has none. */
  readonly part: string;
}

/** Describes one page. */
export type Describe = (request: DescriptionRequest) => Promise<PageLookup>;

/** No page has the path. */
export const NOT_FOUND: PageLookup = { missing: "path" };

/** The description of a page. @param ignored parameters that the page leaves out and names */
export function answerWith(page: PageDescription, ignored: readonly ParamIssue[] = []): PageLookup {
  return { page, ignored };
}
