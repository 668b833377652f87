"use client";

import { DatabaseAwayNote, LiveNote } from "@/components/layout/live-note";
import { Button } from "@/components/ui/button";
import { ChangeLines } from "./change-lines";
import type { SteadyRows } from "./use-live-rows";

/** Props of the notes. */
export interface LiveNotesProps {
  databaseAway: boolean;
  steady: SteadyRows;
}

/** What changed while the explorer was open, or that the database is away. */
export function LiveNotes({ databaseAway, steady }: LiveNotesProps) {
  if (databaseAway) return <DatabaseAwayNote />;
  if (steady.changes === null) return null;
  return (
    <LiveNote
      onClose={steady.forgetChanges}
      action={steady.outOfOrder ? <Button onClick={steady.resort}>Sort anew</Button> : undefined}
    >
      <ChangeLines changes={steady.changes} />
    </LiveNote>
  );
}
