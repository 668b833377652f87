import Form from "next/form";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField, FilterSelect } from "@/components/ui/filter-field";
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
      <FilterField label={t("admin.audit.search.text")} className="flex-1 basis-64">
        {(id) => (
          <input
            key={words}
            id={id}
            name="q"
            type="search"
            defaultValue={words}
            placeholder={t("admin.audit.search.placeholder")}
            maxLength={200}
            autoComplete="off"
            className={fieldClass()}
          />
        )}
      </FilterField>
      <FilterSelect
        key={action}
        label={t("admin.audit.search.action")}
        className="basis-52"
        name="action"
        value={action ?? ""}
        all={t("admin.audit.search.any")}
      >
        {AUDIT_ACTIONS.map((value) => (
          <option key={value} value={value}>
            {t(`admin.audit.action.${value}`)}
          </option>
        ))}
      </FilterSelect>
      <Button type="submit" className="h-(--field)">
        {t("admin.audit.search.submit")}
      </Button>
    </Form>
  );
}
