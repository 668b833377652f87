"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { FilterIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { rowsQuery } from "@/lib/client/use-rows";
import { countFacets } from "@/lib/query/facets";
import type { Query } from "@/lib/query/query";
import { listActiveConditions } from "@/lib/query/query-edits";
import { toSearch } from "@/lib/query/search-string";
import { select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { addressIn } from "@/lib/text/reader-language";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { ChangeQuery } from "./facet";
import { RowsProvider } from "./rows-provider";

interface QueryFilterProps {
  query: Query;
  path: string;
  /** The page's own parameters, beside the query. */
  own: readonly (readonly [string, string])[];
}

/** The explorer's filters on a page that the server renders: the browser counts, then the page follows. */
export function QueryFilter(props: QueryFilterProps) {
  return (
    <RowsProvider>
      <Filter {...props} />
    </RowsProvider>
  );
}

const loadSheet = () => import("./filter-sheet").then((m) => m.FilterSheet);

/** Several choices within this pause make one request. */
const PAUSE_MS = 150;

function Filter({ query: rendered, path, own }: QueryFilterProps) {
  const router = useRouter();
  const text = usePlainText();
  const sheet = useLoaded(loadSheet);
  const [isWanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const [isPending, startTransition] = useTransition();
  /** What the reader chose since the server rendered the page. */
  const [chosen, setChosen] = useState<{ readonly query: Query; readonly over: Query } | null>(
    null,
  );
  const query = chosen?.over === rendered ? chosen.query : rendered;
  const latest = useRef(query);
  latest.current = query;
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  const { asOf, knownOn } = query;
  const rows = useQuery({ ...rowsQuery({ asOf, knownOn, revision: null }), enabled: isWanted });
  const answer = useMemo(
    () =>
      rows.data && {
        facets: countFacets(rows.data.rows, query, rows.data.asOf),
        found: select(rows.data.rows, query, rows.data.asOf).rows.length,
      },
    [rows.data, query],
  );
  const load = () => {
    sheet.load();
    setWanted(true);
  };
  const change: ChangeQuery = (edit) => {
    latest.current = edit(latest.current);
    setChosen({ query: latest.current, over: rendered });
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const address = path + toSearch([...writeQuery(latest.current), ...own]);
      startTransition(() =>
        router.replace(addressIn(text.locale, address) as Route, { scroll: false }),
      );
    }, PAUSE_MS);
  };
  const active = listActiveConditions(query).length;
  return (
    <>
      <Button
        // On a phone it is in a line with the zones and the day.
        className="max-sm:[&>svg]:hidden"
        aria-haspopup="dialog"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => {
          load();
          setOpen(true);
        }}
      >
        {isPending || (open && !answer && !rows.error) ? <Spinner /> : <FilterIcon />}
        {active > 0
          ? text.t("query.panel.openCount", { count: text.number(active) })
          : text.t("query.panel.open")}
      </Button>
      {rows.error ? (
        <Notice
          tone="rust"
          live
          action={<Button onClick={() => rows.refetch()}>{text.t("errors.retry")}</Button>}
        >
          {text.t("query.panel.failed", { reason: rows.error.message })}
        </Notice>
      ) : null}
      {sheet.part && answer ? (
        <sheet.part
          open={open}
          onOpenChange={setOpen}
          query={query}
          onQuery={change}
          facets={answer.facets}
          found={answer.found}
        />
      ) : null}
    </>
  );
}
