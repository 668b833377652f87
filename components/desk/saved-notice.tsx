"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { WithdrawForm } from "./withdraw-form";

/** Props of the notice after a save. */
export interface SavedNoticeProps {
  slug: string;
  claimIds: readonly string[];
  onDone: () => void;
}

/** Says that the claims are recorded, with a way to see them and a way to undo. */
export function SavedNotice({ slug, claimIds, onDone }: SavedNoticeProps) {
  const [undoing, setUndoing] = useState(false);
  const what =
    claimIds.length === 1 ? "The claim is recorded." : `${claimIds.length} claims are recorded.`;
  return (
    <Notice
      live
      action={
        <div className="flex flex-wrap gap-2">
          <Link href={`/zones/${slug}`} className="link">
            See the zone
          </Link>
          {undoing ? null : (
            <Button variant="quiet" onClick={() => setUndoing(true)}>
              Undo
            </Button>
          )}
        </div>
      }
    >
      {what}
      {undoing ? (
        <WithdrawForm claimIds={claimIds} onDone={onDone} onCancel={() => setUndoing(false)} />
      ) : null}
    </Notice>
  );
}
