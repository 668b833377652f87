import type { Route } from "next";
import Link from "next/link";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";

/** Pages that answer the explorer's question in their own way. */
const PAGES = [
  { path: "/", label: "Explorer" },
  { path: "/readiness", label: "Readiness" },
  { path: "/dependence", label: "Dependence" },
  { path: "/investors", label: "Investors" },
  { path: "/gaps", label: "Gaps" },
  { path: "/events", label: "Events" },
] as const;

/** A question that was narrowed, taken to the other pages that answer it. */
export function SameZones({ query, path }: { query: Query; path: string }) {
  const search = toSearch(writeQuery(query));
  return (
    <nav
      aria-label="The same zones elsewhere"
      className="no-print flex flex-wrap items-center gap-x-3 text-12"
    >
      <span className="text-ink-3">The same zones in</span>
      {PAGES.filter((page) => page.path !== path).map((page) => (
        <Link
          key={page.path}
          href={(page.path + search) as Route}
          prefetch={false}
          className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
        >
          {page.label}
        </Link>
      ))}
    </nav>
  );
}
