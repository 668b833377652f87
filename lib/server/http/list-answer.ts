import "server-only";
import { listMeta } from "@/lib/contract/meta";
import type { RequestContext } from "./read-route";
import { json, type Representation } from "./respond";

/**
 * One page of some rows as `{data, meta}`, with links to the pages beside it.
 * @param matched every row that matches, in order
 * @param total rows before any condition
 * @param present how a row is answered
 * @param more what the answer says of itself besides
 */
export function listAnswer<T>(
  { asked, view, address }: RequestContext,
  matched: readonly T[],
  total: number,
  present: (row: T) => unknown,
  more: Readonly<Record<string, unknown>> = {},
): Representation {
  const { limit, offset } = asked;
  const page = matched.slice(offset, offset + limit);
  const meta = { ...listMeta(view.registry, matched.length, total), ...more };
  const to = (start: number, rel: string) => {
    const params = new URLSearchParams(address.searchParams);
    params.set("offset", String(start));
    return `<${address.pathname}?${params}>; rel="${rel}"`;
  };
  const links = [
    ...(offset > 0 ? [to(Math.max(0, offset - limit), "prev")] : []),
    ...(offset + limit < matched.length ? [to(offset + limit, "next")] : []),
  ];
  return json(
    { data: page.map(present), meta },
    links.length > 0 ? { link: links.join(", ") } : {},
  );
}
