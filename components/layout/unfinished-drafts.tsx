import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { usePlainText } from "@/lib/text/use-plain-text";

interface UnfinishedDraftsProps<T> {
  /** Those of other tabs and earlier days, the latest first. */
  drafts: readonly T[];
  keyOf: (draft: T) => string;
  /** What tells a draft from the others. */
  labelOf: (draft: T) => string;
  onResume: (draft: T) => void;
}

/** Drafts of a form from other tabs and earlier days, which can be continued; nothing where there are none. */
export function UnfinishedDrafts<T>(props: UnfinishedDraftsProps<T>) {
  const { drafts, keyOf, labelOf, onResume } = props;
  const { t } = usePlainText();
  if (drafts.length === 0) return null;
  return (
    <Notice>
      <p>{t("desk.unfinished", { count: drafts.length })}</p>
      <ul className="mt-1 grid gap-1">
        {drafts.map((draft) => (
          <li key={keyOf(draft)} className="flex flex-wrap items-center gap-x-3">
            <span className="min-w-0 break-words">{labelOf(draft)}</span>
            <Button variant="quiet" onClick={() => onResume(draft)}>
              {t("desk.resume")}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
