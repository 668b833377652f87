"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { toast } from "@/components/ui/toast";
import { useText } from "@/lib/text/use-text";

/** A new password to copy and pass on. It is stored nowhere and shown once. */
export function OneTimePassword({ name, password }: { name: string; password: string }) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password);
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
          value={password}
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
