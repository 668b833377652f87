import type { LinkedCount } from "@/components/evidence/count-lines";
import { UNKNOWN } from "@/lib/query/filters";
import type { Ladder } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { type CountLine, countByStanding, countLadder } from "@/lib/query/zone-counts";
import type { Text } from "@/lib/text/text";

/** A count with its label, linked to the counted zones in the explorer. */
export function linkCount({ query, ...line }: CountLine, label: string): LinkedCount {
  return { ...line, label, href: `/zones${toSearch(writeQuery(query))}` };
}

/** The zones at or beyond each step of a ladder. */
export function linkLadder(
  { t, termLabel }: Text,
  rows: readonly RankedRow[],
  ladder: Ladder,
  base: Partial<Query>,
): readonly LinkedCount[] {
  return countLadder(rows, ladder, base).map((line) =>
    linkCount(
      line,
      line.key === UNKNOWN ? t("provinces.unknownLabel") : termLabel(ladder, line.key),
    ),
  );
}

/** The zones of each standing, with its mark. */
export function linkStandings(
  { t }: Text,
  rows: readonly RankedRow[],
  base: Partial<Query>,
): readonly LinkedCount[] {
  return countByStanding(rows, base).map((line) => ({
    ...linkCount(line, t(`query.standing.${line.key}`)),
    colour: line.key === "stopped" ? "var(--color-amber)" : "var(--color-ramp-3)",
    standing: line.key,
  }));
}
