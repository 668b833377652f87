"use client";

import { Chip } from "@/components/ui/chip";
import { BLOCK_WEIGHTS, BLOCKS } from "@/lib/catalogue/groups";
import type { Query } from "@/lib/query/query";
import { listActiveConditions, withoutCondition, withoutConditions } from "@/lib/query/query-edits";
import { conditionWords, type ZoneNames } from "@/lib/text/condition-words";
import type { ChangeQuery } from "./change-query";

/** What narrows the list, each with a way to take it back, and one way to clear them all. */
export function ConditionChips({
  query,
  names,
  onQuery,
}: {
  query: Query;
  names: ZoneNames;
  onQuery: ChangeQuery;
}) {
  const conditions = listActiveConditions(query);
  const ownWeights = BLOCKS.some((block) => query.weights[block] !== BLOCK_WEIGHTS[block]);
  if (conditions.length === 0 && !ownWeights) return null;
  return (
    <>
      {conditions.map((key) => {
        const words = conditionWords(query, key, names);
        return (
          <Chip
            key={key}
            removeLabel={`Take away: ${words}`}
            onRemove={() => onQuery((now) => withoutCondition(now, key))}
          >
            {words}
          </Chip>
        );
      })}
      {ownWeights ? (
        <Chip
          removeLabel="Take away: weights of your own"
          onRemove={() => onQuery((now) => ({ ...now, weights: BLOCK_WEIGHTS }))}
        >
          Weights of your own
        </Chip>
      ) : null}
      {conditions.length > 0 ? (
        <button
          type="button"
          className="link no-print min-h-6 text-12"
          onClick={() => onQuery(withoutConditions)}
        >
          Clear
        </button>
      ) : null}
    </>
  );
}
