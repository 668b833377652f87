"use client";

import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { CloseIcon } from "@/components/ui/icons";

/** Props of the note. */
export interface LiveNoteProps {
  children: ReactNode;
  /** A way on, such as a button. */
  action?: ReactNode;
  /** Absent: it stays until its reason is gone. */
  onClose?: () => void;
}

/**
 * A quiet word about what changed while the page was open. It floats at a corner and is read aloud
 * when there is time: nothing moves under the reader's hand.
 */
export function LiveNote({ children, action, onClose }: LiveNoteProps) {
  return (
    <div
      role="status"
      className="no-print fixed bottom-3 left-3 z-30 flex max-w-[min(26rem,calc(100vw-1.5rem))] items-start gap-2 rounded-pop bg-pop py-2 pr-1 pl-3 shadow-pop"
    >
      <div className="grid min-w-0 gap-1 py-1">
        {children}
        {action ? <div>{action}</div> : null}
      </div>
      {onClose ? (
        <IconButton label="Close" variant="quiet" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      ) : null}
    </div>
  );
}

/** What a page says while the database is away: it goes on from memory. */
export function DatabaseAwayNote() {
  return (
    <LiveNote>
      The database cannot be reached at the moment. You can read on: this is the last that was
      known. Nothing can be recorded until it is back; the page then updates by itself.
    </LiveNote>
  );
}
