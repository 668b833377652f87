import { useState } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { Labelled } from "@/components/ui/text-field";
import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  ZONE_FIELD_KEYS,
} from "@/lib/catalogue/fields";
import { GROUP_KEYS } from "@/lib/catalogue/groups";
import type { Tenancy } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";

interface FieldPickerProps {
  tenancies: readonly Tenancy[];
  onAdd: (field: FieldKey, tenancy: string | null) => void;
}

/** Adds a claim on any field of the catalogue, of the zone or of one of its firms. */
export function FieldPicker({ tenancies, onAdd }: FieldPickerProps) {
  const { t, fieldLabel, groupLabel } = useText();
  const [subject, setSubject] = useState("");
  const [field, setField] = useState<FieldKey | "">("");
  const keys: readonly FieldKey[] = subject === "" ? ZONE_FIELD_KEYS : TENANCY_FIELD_KEYS;
  const chosen = field !== "" && keys.includes(field) ? field : "";
  return (
    <div className="flex flex-wrap items-end gap-3 border-line border-t pt-4">
      {tenancies.length > 0 ? (
        <Labelled label={t("record.report.subject")} className="min-w-0 basis-56">
          {({ id }) => (
            <select
              id={id}
              className={fieldClass()}
              value={subject}
              onChange={(event) => setSubject(event.currentTarget.value)}
            >
              <option value="">{t("record.report.zone")}</option>
              {tenancies.map(({ id: tenancy, firm }) => (
                <option key={tenancy} value={tenancy}>
                  {firm}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      ) : null}
      <Labelled label={t("record.report.field")} className="min-w-0 basis-64">
        {({ id }) => (
          <select
            id={id}
            className={fieldClass()}
            value={chosen}
            onChange={(event) =>
              setField(keys.find((key) => key === event.currentTarget.value) ?? "")
            }
          >
            <option value="">{t("record.report.chooseField")}</option>
            {GROUP_KEYS.map((group) => {
              const inGroup = keys.filter((key) => fieldSpec(key).group === group);
              return inGroup.length === 0 ? null : (
                <optgroup key={group} label={groupLabel(group)}>
                  {inGroup.map((key) => (
                    <option key={key} value={key}>
                      {fieldLabel(key)}
                    </option>
                  ))}
                </optgroup>
              );
            })}
          </select>
        )}
      </Labelled>
      <Button
        disabled={chosen === ""}
        onClick={() => {
          if (chosen === "") return;
          onAdd(chosen, subject === "" ? null : subject);
          setField("");
        }}
      >
        {t("record.report.add")}
      </Button>
    </div>
  );
}
