"use client";

import { memo, useMemo, useRef } from "react";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { Segmented } from "@/components/ui/segmented";
import type { Query } from "@/lib/query/query";
import { SCOPES } from "@/lib/query/scope";
import { writeHeadline } from "@/lib/text/headline";
import { scopeLabel } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import { ScopeExplanation } from "./explanations";
import type { ExplorerAnswer } from "./explorer-answer";
import { FilterButton } from "./filter-button";
import { FunnelStrip } from "./funnel-strip";
import type { ScopeDialogProps } from "./scope-dialog";

interface ExplorerHeadProps extends Pick<ScopeDialogProps, "rows" | "facts"> {
  query: Query;
  answer: ExplorerAnswer;
  onQuery: ChangeQuery;
}

/** The head of the page: the answer in words, the scopes, the ladder of legal status, and the zones of each standing. */
export const ExplorerHead = memo(function ExplorerHead({
  query,
  answer,
  onQuery,
  ...explained
}: ExplorerHeadProps) {
  const text = useText();
  const { facets, asOf, rows, headline: written } = answer;
  const standings = facets.filters.standing?.counts;
  const headline = useMemo(
    () => written ?? writeHeadline(text, { query, asOf, scopes: facets.scopes, rows, standings }),
    [text, query, asOf, facets.scopes, rows, standings, written],
  );
  return (
    <div className="explorer-head">
      <SheetHandle />
      <div className="explorer-headline">
        <h1>{headline}</h1>
      </div>
      <div className="find-bar no-print">
        <FilterButton query={query} answer={answer} onQuery={onQuery} asField />
      </div>
      <div className="scope-bar">
        <ScopeSwitch query={query} answer={answer} onQuery={onQuery} />
        <ScopeExplanation {...explained} counts={facets.scopes} asOf={asOf} />
      </div>
      <FunnelStrip query={query} answer={answer} onQuery={onQuery} />
    </div>
  );
});

/** On a phone the list covers the map like a sheet: a press brings it up, another one shows the map again. */
function SheetHandle() {
  const text = useText();
  const handle = useRef<HTMLButtonElement>(null);
  function move() {
    const top = handle.current?.getBoundingClientRect().top ?? 0;
    const isUp = top < window.innerHeight / 4;
    window.scrollBy({ top: isUp ? -window.scrollY : top, behavior: "smooth" });
  }
  return (
    <button ref={handle} type="button" className="sheet-handle no-print" onClick={move}>
      <span className="sr-only">{text.t("explorer.page.handle")}</span>
      <span aria-hidden="true" className="w-10 rounded-full border-2 border-line-2" />
    </button>
  );
}

/** Chooses which zones are included, with the number of zones in each scope. */
function ScopeSwitch({
  query,
  answer: { facets, asOf },
  onQuery,
}: Pick<ExplorerHeadProps, "query" | "answer" | "onQuery">) {
  const text = useText();
  return (
    <Segmented
      label={text.t("query.bar.scopes")}
      value={query.scope}
      onChange={(scope) => onQuery((now) => ({ ...now, scope }))}
      className="scope-switch"
      segments={SCOPES.map((scope) => ({
        value: scope,
        label: (
          <>
            {scopeLabel(text, scope, asOf)}{" "}
            <b className="tabular">{text.number(facets.scopes[scope])}</b>
          </>
        ),
      }))}
    />
  );
}
