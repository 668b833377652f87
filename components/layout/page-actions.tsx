"use client";

import { Button } from "@/components/ui/button";
import { PrintIcon, ShareIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { Translate } from "@/lib/text/text-base";
import { useTranslate } from "@/lib/text/use-translate";

async function copy(t: Translate, copied: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(copied);
    toast(done);
  } catch {
    // Refused, or no secure context: the text is beside the button and can be selected.
    toast(t("layout.actions.copyFailed"));
  }
}

/** Copies a text that is shown beside it. `what` names it in the note that follows, such as "Citation". */
export function CopyButton({ text: copied, what }: { text: string; what: string }) {
  const t = useTranslate();
  return (
    <Button variant="quiet" onClick={() => copy(t, copied, t("layout.actions.copied", { what }))}>
      {t("layout.actions.copy")}
    </Button>
  );
}

/** Copies the permanent address of the page at its date and revision. */
export function ShareButton({ path }: { path: string }) {
  const t = useTranslate();
  return (
    <Button onClick={() => copy(t, location.origin + path, t("layout.actions.shared"))}>
      <ShareIcon />
      {t("layout.actions.share")}
    </Button>
  );
}

/** Opens the browser's print dialog. */
export function PrintButton() {
  const t = useTranslate();
  return (
    <Button onClick={() => window.print()}>
      <PrintIcon />
      {t("layout.actions.print")}
    </Button>
  );
}
