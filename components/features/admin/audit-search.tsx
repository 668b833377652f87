"use client";

import Form from "next/form";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { InputField, Labelled } from "@/components/ui/text-field";
import { AUDIT_ACTIONS, type AuditAction } from "@/lib/contract/audit-actions";
import { usePlainText } from "@/lib/text/use-plain-text";

interface AuditSearchProps {
  /** The words searched for. */
  words: string;
  /** Null: all actions. */
  action: AuditAction | null;
}

/** The search of the audit log. It is a plain form, so the address holds the search. */
export function AuditSearch({ words, action }: AuditSearchProps) {
  const { t } = usePlainText();
  return (
    <Form action="/admin/audit" role="search" className="flex flex-wrap items-end gap-3">
      <InputField
        key={`q ${words}`}
        label={t("admin.audit.search.text")}
        name="q"
        type="search"
        defaultValue={words}
        placeholder={t("admin.audit.search.placeholder")}
        maxLength={200}
        autoComplete="off"
        className="min-w-0 flex-1 basis-64"
      />
      <Labelled label={t("admin.audit.search.action")} className="basis-52">
        {({ id }) => (
          <select
            key={`action ${action}`}
            id={id}
            name="action"
            defaultValue={action ?? ""}
            className={fieldClass()}
          >
            <option value="">{t("admin.audit.search.any")}</option>
            {AUDIT_ACTIONS.map((value) => (
              <option key={value} value={value}>
                {t(`admin.audit.action.${value}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Button type="submit" className="h-(--field)">
        {t("admin.audit.search.submit")}
      </Button>
    </Form>
  );
}
