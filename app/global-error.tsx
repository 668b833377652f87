"use client";

import { createTranslator } from "use-intl/core";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import errors from "@/lib/text/messages/en/errors.json";
import "./globals.css";

/** Shown where even the frame of the pages fails. It has its own document, and no text from a provider. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const t = createTranslator({ locale: "en", messages: { errors } });
  return (
    <html lang="en">
      <body>
        <title>{t("errors.documentTitle")}</title>
        <MessagePage title={t("errors.site.title")}>
          <p>{t("errors.site.help")}</p>
          {error.digest ? (
            <p className="tabular text-13 text-ink-3">{t("errors.number", { id: error.digest })}</p>
          ) : null}
          <p className="mt-6">
            <Button variant="main" onClick={retry}>
              {t("errors.retry")}
            </Button>
          </p>
        </MessagePage>
      </body>
    </html>
  );
}
