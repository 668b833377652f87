"use client";

import { useEffect } from "react";
import { MessagePage } from "@/components/layout/message-page";
import { Button, buttonClass } from "@/components/ui/button";

/** Shown where a page fails: what the reader can do, and the number under which the fault was logged. */
export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  useEffect(() => {
    document.title = "Something failed · CPEC SEZ Tracker";
  }, []);
  return (
    <MessagePage title="This page could not be made">
      <p>
        Nothing that was recorded is lost. Try again; if it fails again, tell us the number below.
      </p>
      {error.digest ? <p className="tabular text-13 text-ink-3">Fault {error.digest}</p> : null}
      <p className="mt-6 flex gap-3">
        <Button variant="main" onClick={retry}>
          Try again
        </Button>
        <a className={buttonClass()} href="/">
          Back to the explorer
        </a>
      </p>
    </MessagePage>
  );
}
