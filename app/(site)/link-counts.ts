import type { LinkedCount } from "@/components/evidence/count-lines";
import { getStep } from "@/lib/catalogue/vocabularies";
import { UNKNOWN } from "@/lib/query/filters";
import type { Ladder } from "@/lib/query/ladder-funnel";
import { type CountLine, countLadder } from "@/lib/query/overview-counts";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import type { Text } from "@/lib/text/text";

/** A count with its label, linked to the counted zones in the explorer. */
export function linkCount({ query, ...line }: CountLine, label: string): LinkedCount {
  return { ...line, label, href: `/${toSearch(writeQuery(query))}` };
}

/** The zones at or beyond each step of a ladder, with the marks and colours of progress on site. */
export function linkLadder(
  { t, termLabel }: Text,
  rows: readonly RankedRow[],
  ladder: Ladder,
  base: Partial<Query>,
): readonly LinkedCount[] {
  return countLadder(rows, ladder, base).map((line) => {
    const { key, unknown } = line;
    const label = key === UNKNOWN ? t("overview.unknown.label") : termLabel(ladder, key);
    if (ladder !== "status") return linkCount(line, label);
    const isAside = getStep(ladder, key) === null;
    return {
      ...linkCount(line, label),
      colour: isAside ? "var(--color-amber)" : "var(--color-ramp-3)",
      mark: unknown ? null : key,
    };
  });
}
