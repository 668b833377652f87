import "server-only";
import { listMeta } from "@/lib/contract/meta";
import type { RequestContext } from "./read-route";
import { json, type Representation } from "./respond";

/**
 * One page of rows as `{data, meta}`, with links to the previous and next page.
 * @param matched all rows that match, in order
 * @param total rows before any condition
 * @param present gives the answer for a row
 * @param more further members of `meta`
 */
export function listAnswer<T>(
  { params: { limit, offset }, view, url }: RequestContext,
  matched: readonly T[],
  total: number,
  present: (row: T) => unknown,
  more: Readonly<Record<string, unknown>> = {},
): Representation {
  const page = matched.slice(offset, offset + limit);
  const meta = { ...listMeta(view.registry, matched.length, total), ...more };
  const linkTo = (start: number, rel: string) => {
    const params = new URLSearchParams(url.searchParams);
    params.set("offset", String(start));
    return `<${url.pathname}?${params}>; rel="${rel}"`;
  };
  const links = [
    ...(offset > 0 ? [linkTo(Math.max(0, offset - limit), "prev")] : []),
    ...(offset + limit < matched.length ? [linkTo(offset + limit, "next")] : []),
  ];
  return json(
    { data: page.map(present), meta },
    links.length > 0 ? { link: links.join(", ") } : {},
  );
}
