"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** Shown where even the frame of the pages fails; it brings its own document. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · CPEC SEZ Tracker</title>
        <MessagePage title="The tracker could not be shown">
          <p>Nothing that was recorded is lost. Try again in a moment.</p>
          {error.digest ? <p className="tabular text-13 text-ink-3">Fault {error.digest}</p> : null}
          <p className="mt-6">
            <Button variant="main" onClick={retry}>
              Try again
            </Button>
          </p>
        </MessagePage>
      </body>
    </html>
  );
}
