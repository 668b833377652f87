"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import words from "@/lib/text/messages/en/siteError.json";
import "./globals.css";

/**
 * Shown where even the frame of the pages fails. It has its own document, and no text from a provider:
 * its messages are plain words, so that no page loads a formatter for it.
 */
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
        <title>{words.documentTitle}</title>
        <MessagePage title={words.title}>
          <p>{words.help}</p>
          {error.digest ? (
            <p className="tabular text-13 text-ink-3">
              {words.number} {error.digest}
            </p>
          ) : null}
          <p className="mt-6">
            <Button variant="main" onClick={retry}>
              {words.retry}
            </Button>
          </p>
        </MessagePage>
      </body>
    </html>
  );
}
