"use client";

import { useEffect } from "react";
import { MessagePage } from "@/components/layout/message-page";
import { Button, buttonClass } from "@/components/ui/button";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Shown where a page fails: what the reader can do, and the number under which the error was logged. */
export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const { t } = usePlainText();
  const title = t("errors.documentTitle");
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <MessagePage title={t("errors.page.title")}>
      <p>{t("errors.page.help")}</p>
      {error.digest ? (
        <p className="tabular text-13 text-ink-3">{t("errors.number", { id: error.digest })}</p>
      ) : null}
      <p className="mt-6 flex gap-3">
        <Button variant="main" onClick={retry}>
          {t("errors.retry")}
        </Button>
        <a className={buttonClass()} href="/">
          {t("errors.explorer")}
        </a>
      </p>
    </MessagePage>
  );
}
