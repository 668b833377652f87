import Form from "next/form";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField, FilterSelect } from "@/components/ui/filter-field";
import { AUDIT_ACTIONS, type AuditAction } from "@/lib/contract/audit-actions";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";

interface HistorySearchProps {
  /** The search in the address. Null: not limited. */
  search: {
    readonly text: string;
    readonly action: AuditAction | null;
    readonly by: string | null;
    readonly zone: string | null;
    readonly from: Day | null;
    readonly to: Day | null;
  };
  zones: readonly { readonly slug: string; readonly name: string }[];
  /** Whose entries the reader may look for; empty: only their own. */
  people: readonly { readonly id: string; readonly name: string }[];
  /** The value of `by` for the reader's own entries. */
  me: string;
}

/** The search of the audit log. It is a plain form, so the address holds the search. */
export function HistorySearch({ search, zones, people, me }: HistorySearchProps) {
  const { t } = usePlainText();
  const { text: words, action, by, zone } = search;
  return (
    <Form
      action="/admin/history"
      role="search"
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <FilterField label={t("admin.audit.search.text")} className="col-span-2 flex-1 basis-60">
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
        label={t("admin.audit.search.action")}
        className="max-sm:col-span-2 sm:basis-44"
        name="action"
        value={action ?? ""}
        all={t("admin.audit.search.any")}
        options={AUDIT_ACTIONS.map((one) => [one, t(`admin.audit.action.${one}`)])}
      />
      {people.length === 0 ? (
        <input type="hidden" name="by" value={me} />
      ) : (
        <FilterSelect
          label={t("admin.audit.search.person")}
          className="sm:basis-36"
          name="by"
          value={by ?? ""}
          all={t("admin.audit.search.anyone")}
          options={[
            [me, t("admin.audit.own.title")],
            ...people.map(({ id, name }) => [id, name] as const),
          ]}
        />
      )}
      <FilterSelect
        label={t("admin.audit.search.zone")}
        className="sm:basis-36"
        name="zone"
        value={zone ?? ""}
        all={t("admin.audit.search.anyZone")}
        options={zones.map(({ slug, name }) => [slug, name])}
      />
      {(["from", "to"] as const).map((end) => (
        <FilterField key={`${end} ${search[end]}`} label={t(`admin.audit.search.${end}`)}>
          {(id) => (
            <input
              id={id}
              name={end}
              type="date"
              defaultValue={search[end] ?? ""}
              className={fieldClass()}
            />
          )}
        </FilterField>
      ))}
      <Button type="submit" className="h-(--field)">
        {t("admin.audit.search.submit")}
      </Button>
    </Form>
  );
}
