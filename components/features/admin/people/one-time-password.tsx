"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { toast } from "@/components/ui/toast";

/** A password that was just made, to be copied and handed over: it is kept nowhere and shown once. */
export function OneTimePassword({ name, password }: { name: string; password: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password);
      toast("Password copied");
    } catch {
      // Browsers give the clipboard to https pages alone, and not always to those.
      field.current?.select();
      toast("Selected; copy it with Ctrl C");
    }
  };

  return (
    <div className="grid gap-2">
      <p>
        Hand this password to <b>{name}</b>, over a channel that you trust. It is shown once; they
        can change it under Account.
      </p>
      <div className="flex gap-2">
        <input
          ref={field}
          readOnly
          aria-label={`Password of ${name}`}
          value={password}
          autoComplete="off"
          spellCheck={false}
          className={fieldClass(false, "tabular text-15")}
        />
        <Button className="h-(--field)" onClick={() => void copy()}>
          Copy
        </Button>
      </div>
    </div>
  );
}
