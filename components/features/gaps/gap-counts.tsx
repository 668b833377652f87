import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { listTerms } from "@/lib/catalogue/vocabularies";
import type { GapTotals, Utility } from "@/lib/gaps/gaps";
import { anyOf, type FilterChoice, getKnownChoice, UNKNOWN_CHOICE } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { withChoice } from "@/lib/query/query-edits";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { useText } from "@/lib/text/use-text";

interface GapCountsProps {
  utility: Utility;
  totals: GapTotals;
  rows: readonly RankedRow[];
  query: Query;
}

/**
 * For how many zones each quantity is known, and in how many the utility is there at all. Each count
 * leads to its zones.
 */
export function GapCounts({ utility, totals, rows, query }: GapCountsProps) {
  const text = useText();
  const { indicator, stages, needed, delivered } = utility;
  const count = (field: ZoneFieldKey, value: string | null) =>
    rows.filter(({ values }) => values[field] === value).length;
  return (
    <dl className="mt-3 grid max-w-[60rem] items-baseline gap-x-4 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-ink-2">
        {text.t("gaps.counts.figures", { zones: text.number(totals.zones) })}
      </dt>
      <dd className="flex flex-wrap gap-x-4">
        {stages.map(({ field, stage }) => (
          <Count
            key={field}
            query={query}
            conditions={[[field, getKnownChoice(field)]]}
            count={rows.length - count(field, null)}
          >
            {text.t(`gaps.counts.stage.${stage}`)}
          </Count>
        ))}
        <Count
          query={query}
          conditions={[
            [needed, getKnownChoice(needed)],
            [delivered, getKnownChoice(delivered)],
          ]}
          count={totals.bothKnown}
        >
          {text.t("gaps.counts.both")}
        </Count>
        <Count
          query={query}
          conditions={stages.map(({ field }) => [field, UNKNOWN_CHOICE])}
          count={totals.zones - totals.anyKnown}
        >
          <span className="unknown">{text.t("gaps.counts.none")}</span>
        </Count>
      </dd>
      <dt className="text-ink-2">
        {text.t("gaps.counts.atPlots", { utility: text.fieldLabel(indicator) })}
      </dt>
      <dd className="flex flex-wrap gap-x-4">
        {listTerms("indicator").map(({ value }) => (
          <FoundCount
            key={value}
            query={query}
            conditions={[[indicator, anyOf([value])]]}
            count={count(indicator, value)}
          >
            {text.termLabel("indicator", value)}
          </FoundCount>
        ))}
        <FoundCount
          query={query}
          conditions={[[indicator, UNKNOWN_CHOICE]]}
          count={count(indicator, null)}
        >
          <span className="unknown">{text.t("common.unknown")}</span>
        </FoundCount>
      </dd>
    </dl>
  );
}

interface CountProps {
  query: Query;
  /** What is added to the query to find these zones. */
  conditions: readonly (readonly [ZoneFieldKey, FilterChoice | null])[];
  count: number;
  children: ReactNode;
}

/** A count, only where there is any zone. */
function FoundCount(props: CountProps) {
  return props.count === 0 ? null : <Count {...props} />;
}

function Count({ query, conditions, count, children }: CountProps) {
  const text = useText();
  const narrowed = conditions.reduce(
    (before, [field, choice]) => withChoice(before, field, choice),
    query,
  );
  return (
    <Anchor
      className="inline-flex min-h-6 items-center gap-1 hover:text-accent"
      href={`/zones${toSearch(writeQuery(narrowed))}`}
    >
      {children}
      <b className="tabular link">{text.number(count)}</b>
    </Anchor>
  );
}
