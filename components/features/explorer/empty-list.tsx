"use client";

import type { ChangeQuery } from "@/components/query-bar/facet";
import { Button } from "@/components/ui/button";
import type { Query } from "@/lib/query/query";
import { withoutCondition, withoutConditions } from "@/lib/query/query-edits";
import { describeCondition, type ZoneNames } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import type { ExplorerAnswer } from "./explorer-answer";

/** A longer list would be hard to choose from. */
const MOST_OFFERED = 3;

/** No zone matches: which filters to remove, and how many zones each would show. */
export function EmptyList({
  query,
  relaxations,
  names,
  onQuery,
}: {
  query: Query;
  relaxations: ExplorerAnswer["relaxations"];
  names: ZoneNames;
  onQuery: ChangeQuery;
}) {
  const text = useText();
  return (
    <div className="grid justify-items-start gap-3 px-4 py-6">
      <p className="title">{text.t("explorer.empty.title")}</p>
      <p className="max-w-[52ch] text-ink-2">
        {text.t(relaxations.length > 0 ? "explorer.empty.remove" : "explorer.empty.several")}
      </p>
      {relaxations.slice(0, MOST_OFFERED).map(({ key, found }) => (
        <Button
          key={key}
          className="h-auto! min-h-(--control) whitespace-normal! py-1 text-start"
          onClick={() => onQuery((now) => withoutCondition(now, key))}
        >
          {describeCondition(text, query, key, names)}
          <span className="tabular font-normal text-ink-3">
            {text.t("explorer.empty.gives", { count: found })}
          </span>
        </Button>
      ))}
      <button type="button" className="link min-h-6" onClick={() => onQuery(withoutConditions)}>
        {text.t("explorer.empty.clear")}
      </button>
    </div>
  );
}
