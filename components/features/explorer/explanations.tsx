"use client";

import { type ReactNode, useState } from "react";
import { InfoButton } from "@/components/ui/info-button";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { useText } from "@/lib/text/use-text";
import type { ScopeDialogProps } from "./scope-dialog";

const loadScopeDialog = () => import("./scope-dialog").then((m) => m.ScopeDialog);
const loadMarksDialog = () => import("./marks-dialog").then((m) => m.MarksDialog);

/** Opens the explanation of the scopes. */
export function ScopeExplanation(props: Omit<ScopeDialogProps, keyof DialogState>) {
  const { t } = useText();
  const dialog = useLoaded(loadScopeDialog);
  return (
    <DialogButton label={t("explorer.scopes.open")} onNear={dialog.load}>
      {(state) => (dialog.part ? <dialog.part {...props} {...state} /> : null)}
    </DialogButton>
  );
}

/** Opens the legend of the table. */
export function MarksExplanation() {
  const { t } = useText();
  const dialog = useLoaded(loadMarksDialog);
  return (
    <DialogButton label={t("explorer.marks.open")} onNear={dialog.load}>
      {(state) => (dialog.part ? <dialog.part {...state} /> : null)}
    </DialogButton>
  );
}

type DialogState = Pick<ScopeDialogProps, "open" | "onOpenChange">;

interface DialogButtonProps {
  label: string;
  /** Loads the dialog. */
  onNear: () => void;
  children: (state: DialogState) => ReactNode;
}

/** A small button that opens a dialog. */
function DialogButton({ label, onNear, children }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <InfoButton
        label={label}
        aria-haspopup="dialog"
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={() => {
          onNear();
          setOpen(true);
        }}
      />
      {children({ open, onOpenChange: setOpen })}
    </>
  );
}
