"use client";

import { UnfinishedDrafts } from "@/components/layout/unfinished-drafts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { DraftState } from "./use-draft";

interface RecordDraftsProps {
  record: Pick<DraftState, "restored" | "others" | "resumeDraft">;
  /** Discards the restored draft; absent: the page does not say that it was restored. */
  onStartOver?: () => void;
  /** After a draft of another tab was taken up. */
  onResumed?: () => void;
}

/** Says that the draft was restored, and offers the unfinished drafts of other tabs. */
export function RecordDrafts({ record, onStartOver, onResumed }: RecordDraftsProps) {
  const { t, instant } = usePlainText();
  return (
    <>
      {record.restored && onStartOver ? (
        <Notice live action={<Button onClick={onStartOver}>{t("record.draft.startOver")}</Button>}>
          {t("desk.restored")}
        </Notice>
      ) : null}
      <UnfinishedDrafts
        drafts={record.others}
        keyOf={({ draft }) => draft.id}
        labelOf={({ draft, changedAt }) =>
          t("record.draft.changed", {
            reports: draft.items.length,
            at: instant(new Date(changedAt)),
          })
        }
        onResume={({ draft }) => {
          record.resumeDraft(draft);
          onResumed?.();
        }}
      />
    </>
  );
}
