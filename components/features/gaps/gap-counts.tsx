import type { ReactNode } from "react";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { listTerms } from "@/lib/catalogue/vocabularies";
import type { GapTotals, Utility } from "@/lib/gaps/gaps";
import type { FilterChoice } from "@/lib/query/filters";
import { anyOf, getKnownChoice, UNKNOWN_CHOICE } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { withChoice } from "@/lib/query/query-edits";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";

/** Props of what is known of a utility at all. */
export interface GapCountsProps {
  utility: Utility;
  totals: GapTotals;
  rows: readonly RankedRow[];
  query: Query;
}

type Conditions = readonly (readonly [ZoneFieldKey, FilterChoice | null])[];

/** For how many zones each quantity is known, and of how many it is said at all whether the utility is there; every count leads to those zones. */
export function GapCounts({ utility, totals, rows, query }: GapCountsProps) {
  const { indicator, stages } = utility;
  const known = (field: ZoneFieldKey) => rows.filter(({ values }) => values[field] !== null).length;
  const nothing: Conditions = stages.map(({ field }) => [field, UNKNOWN_CHOICE]);
  const said = [
    ...listTerms("indicator").map(({ value, label }) => ({
      label: label.toLowerCase(),
      count: rows.filter(({ values }) => values[indicator] === value).length,
      choice: anyOf([value]),
    })),
    {
      label: "unknown",
      count: rows.filter(({ values }) => values[indicator] === null).length,
      choice: UNKNOWN_CHOICE,
    },
  ].filter(({ count }) => count > 0);
  return (
    <dl className="mt-3 grid max-w-[60rem] gap-x-4 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-ink-2">Quantities known</dt>
      <dd className="flex flex-wrap gap-x-4">
        {stages.map(({ field, label }) => (
          <Count
            key={field}
            query={query}
            conditions={[[field, getKnownChoice(field)]]}
            count={known(field)}
            zones={totals.zones}
          >
            {label.toLowerCase()}
          </Count>
        ))}
        <Count
          query={query}
          conditions={[
            [utility.needed, getKnownChoice(utility.needed)],
            [utility.delivered, getKnownChoice(utility.delivered)],
          ]}
          count={totals.bothKnown}
          zones={totals.zones}
        >
          both need and delivery
        </Count>
        <Count
          query={query}
          conditions={nothing}
          count={totals.zones - totals.anyKnown}
          zones={totals.zones}
        >
          <span className="unknown">none of them</span>
        </Count>
      </dd>
      <dt className="text-ink-2">{fieldSpec(indicator).label} at the plots</dt>
      <dd className="flex flex-wrap gap-x-4">
        {said.map(({ label, count, choice }) => (
          <Count
            key={label}
            query={query}
            conditions={[[indicator, choice]]}
            count={count}
            zones={totals.zones}
          >
            {label === "unknown" ? <span className="unknown">{label}</span> : label}
          </Count>
        ))}
      </dd>
    </dl>
  );
}

function Count({
  query,
  conditions,
  count,
  zones,
  children,
}: {
  query: Query;
  conditions: Conditions;
  count: number;
  zones: number;
  children: ReactNode;
}) {
  const asked = conditions.reduce((now, [field, choice]) => withChoice(now, field, choice), query);
  return (
    <a
      className="inline-flex min-h-6 items-center gap-1 hover:text-accent"
      href={`/${toSearch(writeQuery(asked))}`}
    >
      {children}
      <b className="tabular link">{count}</b>
      <span className="text-12 text-ink-3">of {zones}</span>
    </a>
  );
}
