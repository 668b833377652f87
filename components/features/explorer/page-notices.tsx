"use client";

import type { Route } from "next";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { writeSearch } from "@/lib/client/address";
import type { ParamIssue } from "@/lib/query/param-issues";
import { formatDay } from "@/lib/text/format-date";
import { suggestFix, withoutParam } from "./explorer-state";

/** Allowed values listed in a notice; more would hide the page. */
const MOST_LISTED = 12;

/** What could not be read in the address: what is wrong, what is allowed, and one press that puts it right. */
export function AddressProblems({
  search,
  problems,
}: {
  search: string;
  problems: readonly ParamIssue[];
}) {
  return problems.map((problem) => {
    const better = suggestFix(search, problem);
    const { param, got, message, allowed, nearest } = problem;
    return (
      <Notice
        key={`${param}=${got}`}
        tone="amber"
        live
        action={
          <span className="flex flex-wrap gap-2">
            {better !== null ? (
              <Button onClick={() => writeSearch(better)}>Use “{nearest}”</Button>
            ) : null}
            <Button onClick={() => writeSearch(withoutParam(search, problem))}>Leave it out</Button>
          </span>
        }
      >
        The address says <code>{`${param}=${got}`}</code>, which could not be used, so it is not
        applied. {message}
        {allowed.length > 0 ? (
          <span className="block text-12">
            Allowed: {allowed.slice(0, MOST_LISTED).join(", ")}
            {allowed.length > MOST_LISTED ? ` and ${allowed.length - MOST_LISTED} more` : null}.
          </span>
        ) : null}
      </Notice>
    );
  });
}

/** Which past state the page shows, and the way back to today. */
export function MomentNotice({
  asOf,
  version,
  latest,
  todayHref,
}: {
  asOf: string;
  version: number;
  latest: number;
  /** The same question asked of today. */
  todayHref: string;
}) {
  return (
    <Notice
      action={
        <Link className="link min-h-6" href={todayHref as Route} scroll={false} prefetch={false}>
          Back to today
        </Link>
      }
    >
      You are looking at <b>{formatDay(asOf)}</b>
      {version >= latest ? null : `, by what was known at revision ${version}`}. Values, ages and
      counts are those of that day.
    </Notice>
  );
}

/** Rows of another day are on their way, or could not be had. */
export function RowsNotice({
  loading,
  failure,
  onRetry,
}: {
  loading: boolean;
  failure: string | null;
  onRetry: () => void;
}) {
  if (failure !== null) {
    return (
      <Notice tone="rust" live action={<Button onClick={onRetry}>Try again</Button>}>
        The zones of that day could not be had, so those shown before still stand here. {failure}
      </Notice>
    );
  }
  return loading ? (
    <Notice live>
      <span className="flex items-center gap-2">
        <Spinner /> Fetching that day
      </span>
    </Notice>
  ) : null;
}

/** Without a connection the page goes on: what it holds can still be filtered. */
export function OfflineNotice() {
  const online = useSyncExternalStore(
    watchConnection,
    () => navigator.onLine,
    () => true,
  );
  return online ? null : (
    <Notice tone="amber" live>
      You are offline. Filters, sort and table go on working with what is here; files, other days
      and zone pages need a connection.
    </Notice>
  );
}

function watchConnection(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
