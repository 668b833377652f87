"use client";

import type { Route } from "next";
import Link from "next/link";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { writeSearch } from "@/lib/client/address";
import type { ParamIssue } from "@/lib/query/param-issues";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { suggestFix, withoutParam } from "./explorer-state";

/** Allowed values listed in a notice; more would hide the page. */
const MOST_LISTED = 12;

/** What could not be read in the address: what is wrong, what is allowed, and a button that corrects it. */
export function AddressProblems({
  search,
  problems,
}: {
  search: string;
  problems: readonly ParamIssue[];
}) {
  const text = useText();
  return problems.map((problem) => {
    const fixed = suggestFix(search, problem);
    const { param, got, message, allowed, nearest } = problem;
    return (
      <Notice
        key={`${param}=${got}`}
        tone="amber"
        live
        action={
          <span className="flex flex-wrap gap-2">
            {fixed !== null ? (
              <Button onClick={() => writeSearch(fixed)}>
                {text.t("explorer.notices.use", { value: nearest ?? "" })}
              </Button>
            ) : null}
            <Button onClick={() => writeSearch(withoutParam(search, problem))}>
              {text.t("explorer.notices.remove")}
            </Button>
          </span>
        }
      >
        {text.t.rich("explorer.notices.ignored", {
          param: `${param}=${got}`,
          code: (words) => <code>{words}</code>,
        })}{" "}
        {message}
        <AllowedValues values={allowed} />
      </Notice>
    );
  });
}

function AllowedValues({ values: all }: { values: readonly string[] }) {
  const text = useText();
  if (all.length === 0) return null;
  const values = all.slice(0, MOST_LISTED).join(", ");
  const more = all.length - MOST_LISTED;
  return (
    <span className="block text-12">
      {more > 0
        ? text.t("explorer.notices.allowedMore", { values, count: text.number(more) })
        : text.t("explorer.notices.allowed", { values })}
    </span>
  );
}

/** Which past day the page shows, and the way back to today. */
export function MomentNotice({
  asOf,
  revision,
  latest,
  todayHref,
}: {
  asOf: Day;
  /** The last revision that counts. */
  revision: number;
  /** The last revision of all. */
  latest: number;
  /** The same query today. */
  todayHref: string;
}) {
  const text = useText();
  const day = text.day(asOf);
  const b = (words: ReactNode) => <b>{words}</b>;
  return (
    <Notice
      action={
        <Link className="link min-h-6" href={todayHref as Route} scroll={false} prefetch={false}>
          {text.t("explorer.notices.today")}
        </Link>
      }
    >
      {revision >= latest
        ? text.t.rich("explorer.notices.moment", { day, b })
        : text.t.rich("explorer.notices.momentAtRevision", { day, revision: String(revision), b })}
    </Notice>
  );
}

/** The rows of another day are loading, or failed to load. */
export function RowsNotice({
  loading,
  failure,
  onRetry,
}: {
  loading: boolean;
  failure: string | null;
  onRetry: () => void;
}) {
  const text = useText();
  if (failure !== null) {
    return (
      <Notice
        tone="rust"
        live
        action={<Button onClick={onRetry}>{text.t("explorer.notices.retry")}</Button>}
      >
        {text.t("explorer.notices.rowsFailed", { reason: failure })}
      </Notice>
    );
  }
  return loading ? (
    <Notice live>
      <span className="flex items-center gap-2">
        <Spinner /> {text.t("explorer.notices.loading")}
      </span>
    </Notice>
  ) : null;
}

/** Says what still works without a connection. */
export function OfflineNotice() {
  const text = useText();
  const online = useSyncExternalStore(
    watchConnection,
    () => navigator.onLine,
    () => true,
  );
  return online ? null : (
    <Notice tone="amber" live>
      {text.t("explorer.notices.offline")}
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

/** Why a file could not be saved. */
export function ExportFailureNotice({
  failure,
  onClose,
}: {
  failure: string | null;
  onClose: () => void;
}) {
  const text = useText();
  return failure === null ? null : (
    <Notice
      tone="rust"
      live
      action={
        <button type="button" className="link" onClick={onClose}>
          {text.t("explorer.notices.close")}
        </button>
      }
    >
      {failure}
    </Notice>
  );
}
