"use client";

import { useState } from "react";
import { InfoButton } from "@/components/ui/info-button";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { useText } from "@/lib/text/use-text";

const loadMarksDialog = () => import("./marks-dialog").then((m) => m.MarksDialog);

/** Opens the legend of the table. */
export function MarksExplanation() {
  const { t } = useText();
  const dialog = useLoaded(loadMarksDialog);
  const [open, setOpen] = useState(false);
  return (
    <>
      <InfoButton
        label={t("explorer.marks.open")}
        aria-haspopup="dialog"
        onPointerEnter={dialog.load}
        onFocus={dialog.load}
        onClick={() => {
          dialog.load();
          setOpen(true);
        }}
      />
      {dialog.part ? <dialog.part open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
