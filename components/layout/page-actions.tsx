"use client";

import { Button } from "@/components/ui/button";
import { PrintIcon, ShareIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    // Refused, or no secure context: the text stands beside the button and can be selected.
    toast("The browser did not allow copying. Select the text instead.");
  }
}

/** Copies a text that stands beside it. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  return (
    <Button variant="quiet" onClick={() => copy(text, `${what} copied`)}>
      Copy
    </Button>
  );
}

/** Copies the address that shows this page, as of this day and version, for ever. */
export function ShareButton({ path }: { path: string }) {
  return (
    <Button onClick={() => copy(location.origin + path, "Link to this day copied")}>
      <ShareIcon />
      Share this day
    </Button>
  );
}

/** Opens the browser's print dialog. */
export function PrintButton() {
  return (
    <Button onClick={() => window.print()}>
      <PrintIcon />
      Print
    </Button>
  );
}
