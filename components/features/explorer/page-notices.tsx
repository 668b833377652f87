"use client";

import type { Route } from "next";
import { type ReactNode, useSyncExternalStore } from "react";
import { Link } from "@/components/layout/link";
import { Notice } from "@/components/ui/notice";
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
