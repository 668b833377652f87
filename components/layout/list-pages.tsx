import { ALL_PAGES, type ListPage } from "@/lib/query/list-page";
import { toSearch } from "@/lib/query/search-string";
import { usePlainText } from "@/lib/text/use-plain-text";
import { ItemFinder } from "./item-finder";

interface ListPagesProps {
  list: ListPage<unknown>;
  /** Path of the page, and the parameters of its address without those of the list. */
  path: string;
  kept: readonly (readonly [string, string])[];
}

/** Above a list with several pages: which items are shown, and the way to all on one page, for printing and for the browser's search. */
export function ListRange({ list, path, kept }: ListPagesProps) {
  const { t, number } = usePlainText();
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
      <a
        className="link no-print inline-flex min-h-6 items-center"
        href={path + toSearch([...kept, ["page", ALL_PAGES]])}
      >
        {t("pages.list.showAll", { total })}
      </a>
    </p>
  );
}

interface ListPageLinksProps extends ListPagesProps {
  /** What the list holds, for the name of the navigation. */
  label: string;
}

/** Under a list with several pages: a plain link to each. */
export function ListPageLinks({ list, path, kept, label }: ListPageLinksProps) {
  const { t, number } = usePlainText();
  const { page, pages } = list;
  if (pages === 1) return null;
  return (
    <nav aria-label={t("pages.list.label", { list: label })} className="no-print mt-3">
      <ol className="flex flex-wrap gap-x-1">
        {Array.from({ length: pages }, (_, i) => i + 1).map((one) => (
          <li key={one}>
            <a
              className="link inline-flex min-h-6 min-w-6 items-center justify-center pointer-coarse:min-h-11 pointer-coarse:min-w-11 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
              href={path + toSearch(one === 1 ? kept : [...kept, ["page", String(one)]])}
              aria-label={t("pages.list.page", { page: number(one) })}
              aria-current={one === page ? "page" : undefined}
            >
              {number(one)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
