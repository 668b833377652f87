"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useLocale } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Link } from "@/components/layout/link";
import { Button, IconButton } from "@/components/ui/button";
import { CloseIcon } from "@/components/ui/icons";
import { Spinner } from "@/components/ui/spinner";
import { type SearchAnswer, searchQuery } from "@/lib/client/search";
import type { FoundAnswer, HitAnswer } from "@/lib/contract/answer-schemas";
import type { SearchKind } from "@/lib/query/search-index";
import { toSearch } from "@/lib/query/search-string";
import type { Translate } from "@/lib/text/text-base";
import { useTranslate } from "@/lib/text/use-translate";
import { SearchHit } from "./search-hit";
import { optionId, useCombobox } from "./use-combobox";

interface SearchPanelProps {
  field: HTMLInputElement;
  /** The id for the list of suggestions. */
  listId: string;
  /** The moment's parameters in the address. */
  moment: readonly (readonly [string, string])[];
}

/** Suggestions for what is typed in the field of the search. */
export function SearchPanel(props: SearchPanelProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Suggestions {...props} />
    </QueryClientProvider>
  );
}

/** Letters typed within this pause make one request. */
const PAUSE_MS = 120;

function Suggestions({ field, listId, moment }: SearchPanelProps) {
  const t = useTranslate();
  const combobox = useCombobox(field, listId);
  const typed = combobox.typed.trim();
  const q = usePaused(typed);
  const { data, isError, isPlaceholderData, refetch } = useQuery(
    searchQuery(q, moment, useLocale()),
  );
  const count = data?.meta.matched ?? 0;
  const isShown = combobox.isOpen && typed !== "";
  // The results before stay while others load, but not the news that there were none.
  const isWaiting = data === undefined || q === "" || (isPlaceholderData && count === 0);
  const groups = isWaiting ? [] : listGroups(t, data);
  const all = `/search${toSearch([["q", q], ...moment])}`;
  return (
    <>
      <IconButton
        label={t("layout.search.close")}
        variant="quiet"
        className="site-search-close"
        onClick={combobox.leave}
      >
        <CloseIcon />
      </IconButton>
      <p role="status" className="sr-only">
        {isShown && !isWaiting && !isPlaceholderData ? t("layout.search.found", { count }) : null}
      </p>
      {isShown ? (
        <div className="search-pop">
          {isError ? (
            <Failure onRetry={() => void refetch()} />
          ) : isWaiting ? (
            <p className="flex items-center gap-2 px-3 py-2 text-ink-2">
              <Spinner />
              {t("layout.search.searching")}
            </p>
          ) : (
            <>
              {count === 0 ? <NoResults q={q} /> : null}
              {groups.length === 0 ? null : (
                <div
                  id={listId}
                  role="listbox"
                  aria-label={t("layout.search.results")}
                  aria-busy={isPlaceholderData}
                >
                  {groups.map(({ key, label, found, items, first }) => (
                    <fieldset key={key} aria-labelledby={`${listId}-${key}`}>
                      <p id={`${listId}-${key}`} role="presentation" className="search-group">
                        {label} <span className="tabular">{found}</span>
                      </p>
                      {items.map((item, i) => (
                        <Option
                          key={item.path}
                          {...{ combobox, listId }}
                          place={first + i}
                          path={item.path}
                        >
                          <SearchHit {...item} />
                        </Option>
                      ))}
                    </fieldset>
                  ))}
                  {count === 0 ? null : (
                    <Option {...{ combobox, listId }} place={countOptions(groups)} path={all}>
                      <span className="link">{t("layout.search.all", { count })}</span>
                    </Option>
                  )}
                </div>
              )}
            </>
          )}
        </div>
      ) : null}
    </>
  );
}

interface OptionProps {
  combobox: Pick<ReturnType<typeof useCombobox>, "active" | "setActive" | "leave">;
  listId: string;
  place: number;
  path: string;
  children: ReactNode;
}

/** A suggestion is a link, so it also opens in another tab. */
function Option({ combobox, listId, place, path, children }: OptionProps) {
  return (
    <Link
      id={optionId(listId, place)}
      role="option"
      aria-selected={place === combobox.active}
      tabIndex={-1}
      href={path as Route}
      prefetch={false}
      onClick={combobox.leave}
      onPointerMove={() => combobox.setActive(place)}
      className="search-option"
    >
      {children}
    </Link>
  );
}

function NoResults({ q }: { q: string }) {
  const t = useTranslate();
  return (
    <div className="px-3 py-2">
      <p className="font-medium [overflow-wrap:anywhere]">{t("layout.search.none", { q })}</p>
      <p className="text-12 text-ink-2">{t("layout.search.tips")}</p>
    </div>
  );
}

function Failure({ onRetry }: { onRetry: () => void }) {
  const t = useTranslate();
  return (
    <div role="alert" className="grid justify-items-start gap-2 px-3 py-2">
      <p>{t("layout.search.failed")}</p>
      <Button onClick={onRetry}>{t("layout.search.retry")}</Button>
    </div>
  );
}

interface Group {
  readonly key: string;
  readonly label: string;
  /** Results of the kind, suggested or not; null for similar names. */
  readonly found: number | null;
  readonly items: readonly (FoundAnswer & Partial<Pick<HitAnswer, "matched">>)[];
  /** Place of its first option in the list. */
  readonly first: number;
}

/** The most suggestions of each kind. */
const MOST: Readonly<Record<SearchKind, number>> = {
  zone: 5,
  firm: 3,
  page: 2,
  term: 2,
  event: 2,
  source: 3,
};

/** The suggestions by kind, the kind of the best first; without results the nearest names. */
function listGroups(t: Translate, { data, meta }: SearchAnswer): Group[] {
  if (data.length === 0) {
    const similar = { key: "similar", label: t("layout.search.similar"), found: null, first: 0 };
    return meta.nearest.length === 0 ? [] : [{ ...similar, items: meta.nearest }];
  }
  const groups: Group[] = [];
  for (const kind of new Set(data.map((hit) => hit.kind))) {
    groups.push({
      key: kind,
      label: t(`layout.search.kinds.${kind}`),
      found: meta.kinds[kind],
      items: data.filter((hit) => hit.kind === kind).slice(0, MOST[kind]),
      first: countOptions(groups),
    });
  }
  return groups;
}

function countOptions(groups: readonly Pick<Group, "items">[]): number {
  return groups.reduce((sum, { items }) => sum + items.length, 0);
}

/** What was typed before the last pause. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}
