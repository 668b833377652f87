"use client";

import type { ChangeQuery } from "@/components/query-bar/change-query";
import { Button } from "@/components/ui/button";
import type { Query } from "@/lib/query/query";
import { withoutCondition, withoutConditions } from "@/lib/query/query-edits";
import { conditionWords, type ZoneNames } from "@/lib/text/condition-words";
import type { Loosening } from "./explorer-answer";

/** More ways out would be a list to study. */
const MOST_OFFERED = 3;

/** No zone matches: which condition to take away, and how many zones that gives. */
export function EmptyList({
  query,
  ways,
  names,
  onQuery,
}: {
  query: Query;
  ways: readonly Loosening[];
  names: ZoneNames;
  onQuery: ChangeQuery;
}) {
  return (
    <div className="grid justify-items-start gap-3 p-6">
      <p className="title">No zone matches</p>
      <p className="max-w-[52ch] text-ink-2">
        {ways.length > 0
          ? "Zones come back as soon as one of these is taken away:"
          : "No single filter is the reason; several together keep every zone out."}
      </p>
      {ways.slice(0, MOST_OFFERED).map(({ key, found }) => (
        <Button
          key={key}
          className="h-auto! min-h-(--control) whitespace-normal! py-1 text-left"
          onClick={() => onQuery((now) => withoutCondition(now, key))}
        >
          {conditionWords(query, key, names)}
          <span className="tabular font-normal text-ink-3">
            gives {found} {found === 1 ? "zone" : "zones"}
          </span>
        </Button>
      ))}
      <button type="button" className="link min-h-6" onClick={() => onQuery(withoutConditions)}>
        Clear everything
      </button>
    </div>
  );
}
