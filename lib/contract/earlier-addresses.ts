import { EARLIER_NEWS } from "../changes/news-address";
import { EARLIER_FIRMS } from "../firms/firm-address";
import { toSearch } from "../query/search-string";

type Pairs = readonly (readonly [string, string])[];
type Lead = (pairs: Pairs, part: string) => string;

/** Leads to an address with parameters of its own before those of the earlier one. */
const to =
  (path: string, ...own: Pairs): Lead =>
  (pairs) =>
    path + toSearch([...own, ...pairs]);

/** Earlier pages and their present addresses. `:part` stands for one part of a path. */
const EARLIER: Readonly<Record<string, Lead>> = {
  // The first page has its answers; what it showed of a filter or a past day, the list of zones shows.
  "/overview": (pairs) => (pairs.length > 0 ? `/zones${toSearch(pairs)}` : "/"),
  "/gaps": to("/readiness"),
  "/changes": EARLIER_NEWS["/changes"],
  "/events": EARLIER_NEWS["/events"],
  "/dependence": EARLIER_FIRMS["/dependence"],
  "/investors": EARLIER_FIRMS["/investors"],
  "/investors/:part": EARLIER_FIRMS["/investors/[id]"],
  "/releases": (pairs) => `/data${toSearch(pairs)}#releases`,
  "/data/releases": (pairs) => `/data${toSearch(pairs)}#releases`,
  "/releases/:part": (pairs, number) => `/data/releases/${number}${toSearch(pairs)}`,
  "/admin": to("/admin/zones"),
  "/admin/queue": to("/admin/work"),
  "/admin/review": to("/admin/work", ["tab", "review"]),
  "/admin/review/:part": (pairs, id) => `/admin/work/review/${id}${toSearch(pairs)}`,
  "/admin/corrections/:part": (pairs, id) =>
    to("/admin/work", ["tab", "corrections"], ["id", id])(pairs, ""),
  "/admin/record": to("/admin/article"),
  "/admin/records": to("/admin/records/firm"),
  "/admin/sources/:part": (pairs, id) => `/admin/records/source/${id}${toSearch(pairs)}`,
  "/admin/audit": to("/admin/history"),
  "/admin/audit/audit.csv": to("/admin/history/history.csv"),
  "/admin/redactions": to("/admin/history", ["tab", "removed"]),
};

/**
 * The present address, without a language, of a page of an earlier edition; null: it is no earlier page.
 * @param path without a language, encoded
 * @param pairs its parameters without that of the language
 */
export function findPresentAddress(path: string, pairs: Pairs): string | null {
  // The list of zones was at `/`; the router's own parameter is none of its filters.
  if (path === "/") {
    return pairs.some(([name]) => name !== "_rsc") ? `/zones${toSearch(pairs)}` : null;
  }
  const [, parent = "", part = ""] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
  const lead = EARLIER[path] ?? EARLIER[`${parent}/:part`];
  return lead?.(pairs, part) ?? null;
}
