"use client";

import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { CloseIcon } from "@/components/ui/icons";
import { useTranslate } from "@/lib/text/use-translate";

interface LiveNoteProps {
  children: ReactNode;
  /** Such as a button. */
  action?: ReactNode;
  /** Absent: it stays until its reason is gone. */
  onClose?: () => void;
}

/**
 * A note about what changed while the page was open. It floats in a corner, so that nothing on the
 * page moves, and screen readers read it when they are idle.
 */
export function LiveNote({ children, action, onClose }: LiveNoteProps) {
  const t = useTranslate();
  return (
    <div
      role="status"
      className="no-print fixed start-3 bottom-3 z-30 flex max-w-[min(26rem,calc(100vw-1.5rem))] items-start gap-2 rounded-pop bg-pop py-2 ps-3 pe-1 shadow-pop"
    >
      <div className="grid min-w-0 gap-1 py-1">
        {children}
        {action ? <div>{action}</div> : null}
      </div>
      {onClose ? (
        <IconButton label={t("ui.close")} variant="quiet" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      ) : null}
    </div>
  );
}

/** Said while the database is away: the server goes on from memory. */
export function DatabaseAwayNote() {
  return <LiveNote>{useTranslate()("layout.live.databaseAway")}</LiveNote>;
}
