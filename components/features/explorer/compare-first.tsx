"use client";

import type { Route } from "next";
import { Link } from "@/components/layout/link";
import { buttonClass } from "@/components/ui/button";
import { COMPARE_LIMITS } from "@/lib/query/compare";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { usePlainText } from "@/lib/text/use-plain-text";

/** As many columns as a screen shows. */
const FIRST = 4;

/** Leads to the comparison of the first zones of the list; nothing where there are too few. */
export function CompareFirst({ slugs, query }: { slugs: readonly string[]; query: Query }) {
  const text = usePlainText();
  const first = slugs.slice(0, FIRST);
  if (first.length < COMPARE_LIMITS.min) return null;
  return (
    <Link className={buttonClass()} href={compareHref(first, query) as Route} prefetch={false}>
      {text.t("explorer.selection.compareFirst", { count: first.length })}
    </Link>
  );
}

/** The comparison of some zones, with the weights and the day of a query. */
export function compareHref(zones: readonly string[], { weights, asOf, knownOn }: Query): string {
  return `/compare${toSearch(writeQuery({ ...DEFAULT_QUERY, zones, weights, asOf, knownOn }))}`;
}
