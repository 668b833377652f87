import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useText } from "@/lib/text/use-text";
import type { RecordDraft } from "./draft";
import type { DraftState } from "./use-draft";

interface UnfinishedDraftsProps {
  others: DraftState["others"];
  onResume: (draft: RecordDraft) => void;
}

/** Drafts of this form from other tabs and earlier days, which can be continued. */
export function UnfinishedDrafts({ others, onResume }: UnfinishedDraftsProps) {
  const { t, instant } = useText();
  if (others.length === 0) return null;
  return (
    <Notice>
      <p>{t("record.draft.unfinished", { count: others.length })}</p>
      <ul className="mt-1 grid gap-1">
        {others.map(({ draft, changedAt }) => (
          <li key={draft.id} className="flex flex-wrap items-center gap-x-3">
            <span>
              {t("record.draft.changed", {
                reports: draft.items.length,
                at: instant(new Date(changedAt)),
              })}
            </span>
            <Button variant="quiet" onClick={() => onResume(draft)}>
              {t("record.draft.resume")}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
