"use client";

import { useState } from "react";
import { useTranslate } from "@/lib/text/use-translate";
import { fieldClass } from "./field-class";
import { type InputFieldProps, Labelled } from "./text-field";

type PasswordFieldProps = Omit<InputFieldProps, "type" | "label"> & { label: string };

/** A password that the form reads when it is submitted; a button shows it. */
export function PasswordField({ label, hint, error, className, ...props }: PasswordFieldProps) {
  const t = useTranslate();
  const [shown, setShown] = useState(false);
  return (
    <Labelled label={label} hint={hint} error={error} className={className}>
      {({ id, invalid, describedBy }) => (
        <div className="relative">
          <input
            {...props}
            id={id}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            className={fieldClass(invalid, "pe-14")}
          />
          <button
            type="button"
            aria-label={t("ui.password.toggleNamed", { shown: shown ? "yes" : "no", label })}
            onClick={() => setShown((now) => !now)}
            className="absolute inset-y-0 end-0 rounded-2 px-2.5 text-12 text-ink-2 hover:text-ink"
          >
            {t("ui.password.toggle", { shown: shown ? "yes" : "no" })}
          </button>
        </div>
      )}
    </Labelled>
  );
}
