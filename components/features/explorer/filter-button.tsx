"use client";

import { useState } from "react";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { Button } from "@/components/ui/button";
import { FilterIcon, SearchIcon } from "@/components/ui/icons";
import { useLoaded } from "@/components/ui/use-lazy-component";
import type { Query } from "@/lib/query/query";
import { listActiveConditions } from "@/lib/query/query-edits";
import { useText } from "@/lib/text/use-text";
import type { ExplorerAnswer } from "./explorer-answer";

const loadFilterSheet = () =>
  import("@/components/query-bar/filter-sheet").then((m) => m.FilterSheet);

interface FilterButtonProps {
  query: Query;
  answer: ExplorerAnswer;
  onQuery: ChangeQuery;
  /** As a field over the whole width that names the search too. */
  asField?: boolean;
}

/** Opens the filters in a sheet, where a page has no room for them at its side. */
export function FilterButton({ query, answer, onQuery, asField = false }: FilterButtonProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const sheet = useLoaded(loadFilterSheet);
  const active = listActiveConditions(query).length;
  return (
    <>
      <Button
        className={asField ? "w-full justify-start font-normal text-ink-2" : undefined}
        aria-haspopup="dialog"
        onPointerEnter={sheet.load}
        onClick={() => {
          sheet.load();
          setOpen(true);
        }}
      >
        {asField ? <SearchIcon /> : <FilterIcon />}
        {asField ? text.t("query.panel.searchAndFilter") : null}
        {asField
          ? null
          : active > 0
            ? text.t("query.panel.openCount", { count: text.number(active) })
            : text.t("query.panel.open")}
      </Button>
      {sheet.part ? (
        <sheet.part
          open={open}
          onOpenChange={setOpen}
          found={answer.found}
          query={query}
          facets={answer.facets}
          onQuery={onQuery}
        />
      ) : null}
    </>
  );
}
