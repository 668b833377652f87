"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { toast } from "@/components/ui/toast";
import { usePlainText } from "@/lib/text/use-plain-text";

/**
 * A one-time link to copy and send. It is stored nowhere and shown once.
 * @param path of the link on this site
 */
export function OneTimeLink({ name, path }: { name: string; path: string }) {
  const { t } = usePlainText();
  // It is shown after a click, so never on the server.
  const link = new URL(path, window.location.origin).href;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast(t("admin.people.oneTime.copied"));
    } catch {
      // Browsers allow it only on https pages, and not always there.
      field.current?.select();
      toast(t("admin.people.oneTime.selected"));
    }
  };

  return (
    <div className="grid gap-2">
      <p>{t.rich("admin.people.oneTime.help", { name, b: (words) => <b>{words}</b> })}</p>
      <div className="flex gap-2">
        <input
          ref={field}
          readOnly
          aria-label={t("admin.people.oneTime.label", { name })}
          value={link}
          autoComplete="off"
          spellCheck={false}
          className={fieldClass(false, "tabular text-15")}
        />
        <Button className="h-(--field)" onClick={() => void copy()}>
          {t("layout.actions.copy")}
        </Button>
      </div>
    </div>
  );
}
