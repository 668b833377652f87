import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/text/format-date";
import type { RecordDraft } from "./draft";
import type { KeptDraft } from "./use-draft";

/** Props of the list of unfinished drafts. */
export interface LeftBehindProps {
  others: KeptDraft["others"];
  onTakeUp: (draft: RecordDraft) => void;
}

/** Drafts on this zone that were begun in another tab or on another day, each a click away. */
export function LeftBehind({ others, onTakeUp }: LeftBehindProps) {
  if (others.length === 0) return null;
  return (
    <Notice>
      <p>
        {others.length === 1
          ? "Another draft on this zone is unfinished in this browser:"
          : `${others.length} other drafts on this zone are unfinished in this browser:`}
      </p>
      <ul className="mt-1 grid gap-1">
        {others.map(({ draft, changedAt }) => {
          const at = new Date(changedAt);
          const claims = draft.items.length;
          return (
            <li key={draft.id} className="flex flex-wrap items-center gap-x-3">
              <span>
                {claims === 1 ? "1 claim" : `${claims} claims`}, last changed{" "}
                {formatDay(at.toLocaleDateString("sv"))} at{" "}
                {at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}
              </span>
              <Button variant="quiet" onClick={() => onTakeUp(draft)}>
                Take it up
              </Button>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
