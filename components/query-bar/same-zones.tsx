import type { Route } from "next";
import { Link } from "@/components/layout/link";
import { NAVIGATION } from "@/components/layout/navigation";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Pages that answer the explorer's query. */
const PAGES = NAVIGATION.flatMap(({ pages }) => pages.filter(({ keeps }) => keeps === "scope"));

/** Links to the other pages with the same filters. */
export function SameZones({ query, path }: { query: Query; path: string }) {
  const text = usePlainText();
  const search = toSearch(writeQuery(query));
  return (
    <nav
      aria-label={text.t("query.bar.elsewhere")}
      className="no-print flex flex-wrap items-center gap-x-3 text-12"
    >
      <span className="text-ink-3">{text.t("query.bar.seeIn")}</span>
      {PAGES.filter((page) => page.href !== path).map((page) => (
        <Link
          key={page.href}
          href={(page.href + search) as Route}
          prefetch={false}
          className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
        >
          {text.t(`layout.navigation.pages.${page.name}`)}
        </Link>
      ))}
    </nav>
  );
}
