"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { FailureNotice } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { callAction } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import { LINK_RESULTS, type LinkResult } from "@/lib/contract/link-results";
import { usePlainText } from "@/lib/text/use-plain-text";

interface LinkCheckerProps {
  /** Ids of the sources with a link, those never or longest ago checked first. */
  sources: readonly string[];
  /** How many of them were checked, and when the last one was; null: none. */
  checked: { readonly count: number; readonly lastAt: string } | null;
  /** Sources that one call checks. */
  perCall: number;
  check: (input: unknown) => Promise<ActionResult<readonly LinkResult[]>>;
}

/** Checks the links of all sources, a few at a time, with progress. It can be stopped; what was checked is kept. */
export function LinkChecker({ sources, checked, perCall, check }: LinkCheckerProps) {
  const { t } = usePlainText();
  const router = useRouter();
  const [results, setResults] = useState<readonly LinkResult[] | null>(null);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ActionResult<unknown> | null>(null);
  const stopped = useRef(false);

  const run = async () => {
    stopped.current = false;
    setRunning(true);
    setFailure(null);
    const found: LinkResult[] = [];
    setResults(found);
    for (let from = 0; from < sources.length && !stopped.current; from += perCall) {
      const answer = await callAction(t, check, sources.slice(from, from + perCall));
      if (!answer.ok) {
        setFailure(answer);
        break;
      }
      found.push(...answer.value);
      setResults([...found]);
    }
    setRunning(false);
    router.refresh();
  };

  const counts = Object.fromEntries(
    LINK_RESULTS.map((one) => [one, results?.filter((result) => result === one).length ?? 0]),
  );
  return (
    <div className="grid justify-items-start gap-2">
      <p>
        {checked === null
          ? t("queue.links.never", { total: sources.length })
          : t.rich("queue.links.last", {
              checked: checked.count,
              total: sources.length,
              when: () => <Instant at={checked.lastAt} />,
            })}{" "}
        {t("queue.links.help")}
      </p>
      <FailureNotice answer={failure} />
      {running ? (
        <Button
          onClick={() => {
            stopped.current = true;
          }}
        >
          {t("queue.links.stop")}
        </Button>
      ) : (
        <Button aria-disabled={sources.length === 0} onClick={() => void run()}>
          {t("queue.links.start")}
        </Button>
      )}
      {results === null ? null : (
        <>
          <progress
            max={sources.length}
            value={results.length}
            aria-label={t("queue.links.title")}
            className="w-full max-w-80"
          />
          <p role="status" className="text-12">
            {t("queue.links.progress", { done: results.length, total: sources.length })}
            {": "}
            {t("queue.links.counts", counts)}
          </p>
        </>
      )}
    </div>
  );
}
