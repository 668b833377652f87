"use client";

import { useEffect } from "react";
import { Button, buttonClass } from "@/components/ui/button";

/** Shown where a page of the desk fails, most likely since its database is away. */
export default function DeskError({
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
    <div className="max-w-[640px] py-10">
      <h1 className="mb-3 font-serif text-28 tracking-[-0.01em]">The desk could not be shown</h1>
      <div className="prose">
        <p>
          Most likely the database is away for a moment. What was recorded is safe, and what you
          typed is kept in this browser. Try again; if it fails again, tell us the number below.
        </p>
        {error.digest ? <p className="tabular text-13 text-ink-3">Fault {error.digest}</p> : null}
        <p className="flex gap-3">
          <Button variant="main" onClick={retry}>
            Try again
          </Button>
          <a className={buttonClass()} href="/">
            To the explorer
          </a>
        </p>
      </div>
    </div>
  );
}
