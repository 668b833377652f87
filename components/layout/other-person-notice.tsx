"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { usePlainText } from "@/lib/text/use-plain-text";

interface OtherPersonNoticeProps {
  /** The person who is signed in by now. */
  name: string;
  /** Does the browser keep what was typed, so that the page can be loaded again? */
  isKept: boolean;
}

/** In place of a form whose person is no longer the one who is signed in. */
export function OtherPersonNotice({ name, isKept }: OtherPersonNoticeProps) {
  const { t } = usePlainText();
  if (!isKept) {
    return (
      <Notice tone="amber" live>
        {t("desk.otherPerson", { name })}
      </Notice>
    );
  }
  return (
    <Notice
      tone="amber"
      live
      action={<Button onClick={() => window.location.reload()}>{t("desk.reload")}</Button>}
    >
      {t("desk.otherPersonDraft", { name })}
    </Notice>
  );
}
