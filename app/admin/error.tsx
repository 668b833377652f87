"use client";

import { useEffect } from "react";
import { MessagePage } from "@/components/layout/message-page";
import { Button, buttonClass } from "@/components/ui/button";
import { useText } from "@/lib/text/use-text";

/** Shown where an admin page fails, most likely because the database is away. */
export default function AdminError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const { t } = useText();
  const title = t("errors.documentTitle");
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <MessagePage inline title={t("errors.page.title")}>
      <p>{t("errors.page.help")}</p>
      <p>{t("errors.page.kept")}</p>
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
