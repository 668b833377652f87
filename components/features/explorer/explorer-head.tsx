"use client";

import type { Route } from "next";
import { memo, useMemo, useRef } from "react";
import { Link } from "@/components/layout/link";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { InfoIcon } from "@/components/ui/icons";
import { Segmented } from "@/components/ui/segmented";
import type { Query } from "@/lib/query/query";
import { SCOPES } from "@/lib/query/scope";
import { writeHeadline } from "@/lib/text/headline";
import { scopeLabel } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import type { ExplorerAnswer } from "./explorer-answer";
import { FilterButton } from "./filter-button";
import { FunnelStrip } from "./funnel-strip";

interface ExplorerHeadProps {
  query: Query;
  answer: ExplorerAnswer;
  onQuery: ChangeQuery;
}

/** The head of the page: the answer in words, the scopes, the ladder of legal status, and the zones of each standing. */
export const ExplorerHead = memo(function ExplorerHead({
  query,
  answer,
  onQuery,
}: ExplorerHeadProps) {
  const text = useText();
  const { facets, asOf, rows, headline: written } = answer;
  const standings = facets.filters.standing?.counts;
  const headline = useMemo(
    () => written ?? writeHeadline(text, { query, asOf, scopes: facets.scopes, rows, standings }),
    [text, query, asOf, facets.scopes, rows, standings, written],
  );
  return (
    <div className="grid gap-x-7 gap-y-2.5 px-5 py-2 max-[60rem]:contents min-[75rem]:grid-cols-[minmax(0,clamp(32rem,40vw,36rem))_minmax(0,1fr)] min-[75rem]:grid-rows-[minmax(3rem,auto)_auto] laptop:gap-y-1.5 laptop:py-1.5">
      <SheetHandle />
      <h1 className="explorer-headline font-serif text-[1.1875rem] leading-6 tracking-[-0.008em] max-[60rem]:relative max-[60rem]:z-4 max-[60rem]:order-3 max-[60rem]:bg-paper max-[60rem]:px-4 max-[60rem]:pt-1 max-[60rem]:pb-2 laptop:text-17 laptop:leading-5.5">
        {headline}
      </h1>
      <div className="no-print order-1 px-4 pt-2 min-[60rem]:hidden">
        <FilterButton query={query} answer={answer} onQuery={onQuery} asField />
      </div>
      <div className="flex items-center gap-1 max-[60rem]:order-1 max-[60rem]:py-2 max-[60rem]:ps-4 max-[60rem]:pe-1 print:hidden max-[60rem]:[&>.info-button]:w-7">
        <ScopeSwitch query={query} answer={answer} onQuery={onQuery} />
        <Link
          className="info-button"
          href={"/method#scopes" as Route}
          aria-label={text.t("explorer.scopes.open")}
          title={text.t("explorer.scopes.open")}
        >
          <InfoIcon />
        </Link>
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
    <button
      ref={handle}
      type="button"
      className="sheet-handle no-print relative z-4 order-3 -mt-3 grid h-6 place-items-center rounded-t-sheet bg-paper shadow-sheet min-[60rem]:hidden"
      onClick={move}
    >
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
      className="scope-switch [&>label]:px-2 min-[60rem]:[&>label]:px-[7px]"
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
