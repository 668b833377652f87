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

/** The same for zones and firms in columns, which are compared down a column. A row is up to 6 kB of a page. */
export const TABLE_PAGE_SIZE = 100;

/** No page shows all items of a longer list. */
export const MOST_ON_ONE_PAGE = 1_000;

/** The parameter of the page of a list, where its page has no other list. */
export const PAGE_PARAM = "page";

/** Parameters that name a page of a list and nothing else: every page of a list is described as the whole list. */
export const LIST_PARAMS: readonly string[] = [
  PAGE_PARAM,
  "item",
  "powerPage",
  "gasPage",
  "ownersPage",
  "ratedPage",
  "zonesPage",
];

/** The pages of lists that an address names, as pairs. */
export function listPagePairs(params: Readonly<Record<string, unknown>>): [string, string][] {
  return LIST_PARAMS.flatMap((name): [string, string][] => {
    const { [name]: value } = params;
    return typeof value === "string" && name !== "item" ? [[name, value]] : [];
  });
}

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
 * @param size items of a page
 */
export function getListPage<T>(
  items: readonly T[],
  params: ListParams,
  hasId: (item: T, id: string) => boolean,
  size = PAGE_SIZE,
): ListPage<T> {
  const [page = ""] = [params.page ?? []].flat();
  const [item] = [params.item ?? []].flat();
  const pages = Math.max(1, Math.ceil(items.length / size));
  const total = items.length;
  const at = item === undefined ? -1 : items.findIndex((one) => hasId(one, item));
  if (at < 0 && page === ALL_PAGES && total <= MOST_ON_ONE_PAGE)
    return { items, page: null, pages, before: 0, total };
  const wanted = /^\d+$/.test(page) ? Number(page) : 1;
  const number = at < 0 ? Math.min(pages, Math.max(1, wanted)) : Math.floor(at / size) + 1;
  const before = (number - 1) * size;
  return { items: items.slice(before, before + size), page: number, pages, before, total };
}

/**
 * The page of a table of zones or firms that an address names.
 * @param page the value of its parameter
 */
export function getTablePage<T>(items: readonly T[], page: ListParams["page"]): ListPage<T> {
  return getListPage(items, { page }, () => false, TABLE_PAGE_SIZE);
}

/** Lists with more pages link only some of them. */
const MOST_LINKS = 20;
/** Distances from the page shown, so that any page is a few steps away. */
const DISTANCES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] as const;

/** The pages of a list that a page of it links, ascending: all, or of many the first, the last and some in between. */
export function listLinkedPages({
  page,
  pages,
}: Pick<ListPage<unknown>, "page" | "pages">): number[] {
  const all = Array.from({ length: pages }, (_, i) => i + 1);
  if (pages <= MOST_LINKS) return all;
  const here = page ?? 1;
  const linked = new Set([1, pages, here, ...DISTANCES.flatMap((far) => [here - far, here + far])]);
  return all.filter((one) => linked.has(one));
}
