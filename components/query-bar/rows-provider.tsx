"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Keeps the rows that are loaded: its children may call `useRows`. */
export function RowsProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient());
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Milliseconds that a reader waits without a notice: most days load in less, and notices would flicker while the years play. */
const QUIET_MS = 400;

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
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!loading) return;
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [loading]);
  if (failure !== null) {
    return (
      <Notice tone="rust" live action={<Button onClick={onRetry}>{text.t("errors.retry")}</Button>}>
        {text.t("query.rows.failed", { reason: failure })}
      </Notice>
    );
  }
  return isSlow ? (
    <Notice live>
      <span className="flex items-center gap-2">
        <Spinner /> {text.t("query.rows.loading")}
      </span>
    </Notice>
  ) : null;
}
