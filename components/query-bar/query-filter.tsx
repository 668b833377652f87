"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { FilterIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { rowsQuery } from "@/lib/client/rows";
import { countFacets } from "@/lib/query/facets";
import type { Query } from "@/lib/query/query";
import { listActiveConditions } from "@/lib/query/query-edits";
import { toSearch } from "@/lib/query/search-string";
import { select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import type { ChangeQuery } from "./change-query";
import { loadFilterSheet } from "./load-filter-sheet";

/** Props of the filters of a page that the server makes. */
export interface QueryFilterProps {
  query: Query;
  path: string;
  /** What the page's address says beyond the query. */
  own: readonly (readonly [string, string])[];
}

/** The explorer's filters over any page: the counts are made where the reader is, the page follows. */
export function QueryFilter(props: QueryFilterProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Filter {...props} />
    </QueryClientProvider>
  );
}

/** What is chosen in one go is asked for once. */
const PAUSE_MS = 150;

function Filter({ query: answered, path, own }: QueryFilterProps) {
  const router = useRouter();
  const sheet = useLoaded(loadFilterSheet);
  const [wanted, want] = useState(false);
  const [open, setOpen] = useState(false);
  const [busy, start] = useTransition();
  /** What was chosen since the page that is shown was made. */
  const [chosen, choose] = useState<{ readonly query: Query; readonly over: Query } | null>(null);
  const query = chosen?.over === answered ? chosen.query : answered;
  const latest = useRef(query);
  latest.current = query;
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  const { asOf, knownOn } = query;
  const rows = useQuery({ ...rowsQuery({ asOf, knownOn, minVersion: null }), enabled: wanted });
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
    want(true);
  };
  const change: ChangeQuery = (edit) => {
    latest.current = edit(latest.current);
    choose({ query: latest.current, over: answered });
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const address = path + toSearch([...writeQuery(latest.current), ...own]);
      start(() => router.replace(address as Route, { scroll: false }));
    }, PAUSE_MS);
  };
  const active = listActiveConditions(query).length;
  return (
    <>
      <Button
        aria-haspopup="dialog"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => {
          load();
          setOpen(true);
        }}
      >
        {busy || (open && !answer && !rows.error) ? <Spinner /> : <FilterIcon />}
        {active > 0 ? `Filter (${active})` : "Filter"}
      </Button>
      {rows.error ? (
        <Notice tone="rust" live action={<Button onClick={() => rows.refetch()}>Try again</Button>}>
          The filters could not be had. {rows.error.message}
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
