"use client";

import { useEffect } from "react";
import { Anchor } from "@/components/layout/link";
import { Button, buttonClass } from "@/components/ui/button";
import { useTranslate } from "@/lib/text/use-translate";
import { MessagePage } from "./message-page";

/** What Next gives a page that is shown where another one fails. */
export interface PageErrorProps {
  /** With the number under which the server logged it. */
  error: Error & { digest?: string };
  /** Draws the page again. */
  retry: () => void;
}

/** Shown where a page fails: what the reader can do, and the number under which the error was logged. */
export function PageError({
  error,
  retry,
  hasForms = false,
}: PageErrorProps & {
  /** Inside a page with forms, whose drafts the browser keeps. */
  hasForms?: boolean;
}) {
  const t = useTranslate();
  const title = t("errors.documentTitle");
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <MessagePage inline={hasForms} title={t("errors.page.title")}>
      <p>{t("errors.page.help")}</p>
      {hasForms ? <p>{t("errors.page.kept")}</p> : null}
      {error.digest ? (
        <p className="tabular text-13 text-ink-3">{t("errors.number", { id: error.digest })}</p>
      ) : null}
      <p className="mt-6 flex gap-3">
        <Button variant="main" onClick={retry}>
          {t("errors.retry")}
        </Button>
        <Anchor className={buttonClass()} href="/zones">
          {t("errors.explorer")}
        </Anchor>
      </p>
    </MessagePage>
  );
}
