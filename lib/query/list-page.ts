/** The parameters of a long list, as Next gives them; of one given twice the first counts. */
export interface ListParams {
  /** The number of a page, or `all`. */
  readonly page?: string | readonly string[] | undefined;
  /** The id of an item, whose page is shown. */
  readonly item?: string | readonly string[] | undefined;
}

/** The value of `page` that shows every item at once. */
export const ALL_PAGES = "all";

/** How many items of a long list one page shows. */
export const PAGE_SIZE = 30;

/** The part of a long list that an address names. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** From 1; null: every item on one page. */
  readonly page: number | null;
  /** At least 1. */
  readonly pages: number;
  /** How many items come before. */
  readonly before: number;
  /** The number of all items. */
  readonly total: number;
}

/**
 * The page of a list that an address names. A list never fails for its address: without a number that it has, the first
 * or last page is shown, since lists get shorter too.
 * @param hasId is this the item that the parameter `item` names?
 */
export function getListPage<T>(
  items: readonly T[],
  params: ListParams,
  hasId: (item: T, id: string) => boolean,
): ListPage<T> {
  const [page = ""] = [params.page ?? []].flat();
  const [item] = [params.item ?? []].flat();
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  const total = items.length;
  const at = item === undefined ? -1 : items.findIndex((one) => hasId(one, item));
  if (at < 0 && page === ALL_PAGES) return { items, page: null, pages, before: 0, total };
  const wanted = /^\d+$/.test(page) ? Number(page) : 1;
  const number = at < 0 ? Math.min(pages, Math.max(1, wanted)) : Math.floor(at / PAGE_SIZE) + 1;
  const before = (number - 1) * PAGE_SIZE;
  return { items: items.slice(before, before + PAGE_SIZE), page: number, pages, before, total };
}
