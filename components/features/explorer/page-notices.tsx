"use client";

import type { Route } from "next";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { Link } from "@/components/layout/link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { formatRevision } from "@/lib/text/revision-words";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";

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
  const text = usePlainText();
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
        : text.t.rich("explorer.notices.momentAtRevision", {
            day,
            revision: formatRevision(revision),
            b,
          })}
    </Notice>
  );
}

/** Milliseconds that a reader waits without a notice: most days load in less, and notices would flicker while the years play. */
const QUIET_MS = 400;

/** Is it true for longer than `QUIET_MS`? */
function useLasting(isTrue: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isTrue) return;
    const timer = setTimeout(() => setLasts(true), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isTrue]);
  return lasts;
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
  const text = usePlainText();
  const isSlow = useLasting(loading);
  if (failure !== null) {
    return (
      <Notice tone="rust" live action={<Button onClick={onRetry}>{text.t("errors.retry")}</Button>}>
        {text.t("explorer.notices.rowsFailed", { reason: failure })}
      </Notice>
    );
  }
  return isSlow ? (
    <Notice live>
      <span className="flex items-center gap-2">
        <Spinner /> {text.t("explorer.notices.loading")}
      </span>
    </Notice>
  ) : null;
}

/** Says what still works without a connection. */
export function OfflineNotice() {
  const text = usePlainText();
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
  const text = usePlainText();
  return failure === null ? null : (
    <Notice
      tone="rust"
      live
      action={
        <button type="button" className="link" onClick={onClose}>
          {text.t("ui.close")}
        </button>
      }
    >
      {failure}
    </Notice>
  );
}
