"use client";

import { Button } from "@/components/ui/button";
import { PrintIcon, ShareIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { Translate } from "@/lib/text/text-base";
import { useTranslate } from "@/lib/text/use-translate";

/** Puts a text on the clipboard and says `done`, or how to copy it by hand. */
export async function copy(t: Translate, copied: string, done: string): Promise<void> {
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
    <Button onClick={() => copy(t, copied, t("layout.actions.copied", { what }))}>
      {t("layout.actions.copy")}
    </Button>
  );
}

/** A text to copy. */
export interface CopyItem {
  /** Heading above the text. */
  readonly label: string;
  readonly text: string;
  /** Names the text in the note that follows, such as "Citation". */
  readonly what: string;
}

/** Texts to copy, each under a heading with its button. */
export function CopyList({ items }: { items: readonly CopyItem[] }) {
  return (
    <dl className="grid gap-3">
      {items.map(({ label, text, what }) => (
        <div key={label}>
          <dt className="flex items-center justify-between text-12 text-ink-2">
            {label}
            <CopyButton text={text} what={what} />
          </dt>
          <dd className="select-all text-12 wrap-anywhere">{text}</dd>
        </div>
      ))}
    </dl>
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
