"use client";

import { Button } from "@/components/ui/button";
import { PrintIcon, ShareIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { PlainText } from "@/lib/text/plain-text";
import { usePlainText } from "@/lib/text/use-plain-text";

async function copy({ t }: PlainText, copied: string, done: string): Promise<void> {
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
  const text = usePlainText();
  return (
    <Button
      variant="quiet"
      onClick={() => copy(text, copied, text.t("layout.actions.copied", { what }))}
    >
      {text.t("layout.actions.copy")}
    </Button>
  );
}

/** Copies the permanent address of the page at its date and revision. */
export function ShareButton({ path }: { path: string }) {
  const text = usePlainText();
  return (
    <Button onClick={() => copy(text, location.origin + path, text.t("layout.actions.shared"))}>
      <ShareIcon />
      {text.t("layout.actions.share")}
    </Button>
  );
}

/** Opens the browser's print dialog. */
export function PrintButton() {
  const { t } = usePlainText();
  return (
    <Button onClick={() => window.print()}>
      <PrintIcon />
      {t("layout.actions.print")}
    </Button>
  );
}
