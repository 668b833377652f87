import { Anchor } from "@/components/layout/link";
import {
  ALL_PAGES,
  type ListPage,
  listLinkedPages,
  MOST_ON_ONE_PAGE,
  PAGE_PARAM,
} from "@/lib/query/list-page";
import { toSearch } from "@/lib/query/search-string";
import { usePlainText } from "@/lib/text/use-plain-text";
import { ItemFinder } from "./item-finder";

interface ListPagesProps {
  list: ListPage<unknown>;
  /** Path of the page, and the other parameters of its address; a page of this list among them is left out. */
  path: string;
  kept: readonly (readonly [string, string])[];
  /** The parameter of the page. */
  param?: string;
}

interface ListRangeProps extends ListPagesProps {
  /** The address of a file with all items. */
  file?: string | null;
}

/** Above a list with several pages: which items are shown, and the way to all: on one page, for printing and for the browser's search, or in a file. */
export function ListRange(props: ListRangeProps) {
  const { list, path, kept, param = PAGE_PARAM, file = null } = props;
  const { t, number } = usePlainText();
  const others = kept.filter(([name]) => name !== param);
  const { items, page, pages, before } = list;
  const total = number(list.total);
  if (pages === 1) return null;
  if (page === null) return <p className="meta">{t("pages.list.all", { total })}</p>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-12 text-ink-2">
      <ItemFinder />
      {t("pages.list.shown", {
        from: number(before + 1),
        to: number(before + items.length),
        total,
      })}
      {list.total > MOST_ON_ONE_PAGE ? null : (
        <Anchor
          className="link no-print inline-flex min-h-6 items-center"
          href={path + toSearch([...others, [param, ALL_PAGES]])}
        >
          {t("pages.list.showAll", { total })}
        </Anchor>
      )}
      {file === null ? null : (
        <Anchor className="link no-print inline-flex min-h-6 items-center" href={file} download>
          {t("pages.list.file", { total })}
        </Anchor>
      )}
    </p>
  );
}

interface ListPageLinksProps extends ListPagesProps {
  /** What the list holds, for the name of the navigation. */
  label: string;
  /** The id of the list, where its page has another one above it. */
  anchor?: string;
}

/** Under a list with several pages: plain links to them. */
export function ListPageLinks(props: ListPageLinksProps) {
  const { list, path, kept, param = PAGE_PARAM, label, anchor } = props;
  const { t, number } = usePlainText();
  const { page, pages } = list;
  const others = kept.filter(([name]) => name !== param);
  if (pages === 1) return null;
  const pageHref = (one: number) =>
    path +
    toSearch(one === 1 ? others : [...others, [param, String(one)]]) +
    (anchor === undefined ? "" : `#${anchor}`);
  return (
    <nav aria-label={t("pages.list.label", { list: label })} className="no-print mt-3">
      <ol className="flex flex-wrap gap-x-1">
        {listLinkedPages(list).map((one, i, linked) => (
          <li key={one}>
            {one > (linked[i - 1] ?? 0) + 1 ? <span aria-hidden="true">… </span> : null}
            <Anchor
              className="page-number link"
              href={pageHref(one)}
              aria-label={t("pages.list.page", { page: number(one) })}
              aria-current={one === page ? "page" : undefined}
            >
              {number(one)}
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
