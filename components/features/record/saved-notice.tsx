"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { WithdrawForm } from "./withdraw-form";

/** Props of the notice after a save. */
export interface SavedNoticeProps {
  slug: string;
  /** Who is signed in, for a session that ends meanwhile. */
  email: string;
  claimIds: readonly string[];
  onDone: () => void;
}

/** Says that the claims are recorded, with a way to see them and a way to undo. */
export function SavedNotice({ slug, email, claimIds, onDone }: SavedNoticeProps) {
  const [undoing, setUndoing] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const lead = useFocusWithin(part);
  const what =
    claimIds.length === 1 ? "The claim is recorded." : `${claimIds.length} claims are recorded.`;
  return (
    <div ref={part} className="mb-4">
      <Notice
        live
        action={
          <div className="flex flex-wrap gap-2">
            <Link href={`/zones/${slug}`} className="link">
              See the zone
            </Link>
            {undoing ? null : (
              <Button
                variant="quiet"
                onClick={() => {
                  setUndoing(true);
                  lead("input");
                }}
              >
                Undo
              </Button>
            )}
          </div>
        }
      >
        {what}
        {undoing ? (
          <WithdrawForm
            claimIds={claimIds}
            email={email}
            onDone={onDone}
            onCancel={() => {
              setUndoing(false);
              lead("button");
            }}
          />
        ) : null}
      </Notice>
    </div>
  );
}
