import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { fieldClass } from "@/components/ui/field-class";
import { Labelled } from "@/components/ui/text-field";
import { useText } from "@/lib/text/use-text";
import type { SubjectZone } from "./subject";

const MAX_NAME_LENGTH = 200;

interface NewFirmProps {
  zones: readonly SubjectZone[];
  /** The zone of the last report; empty: none yet. */
  zone: string;
  /** Names of firms in any zone. */
  firms: readonly string[];
  onAdd: (zone: string, firm: string) => void;
}

/** Adds a report on a firm that is not in the zone yet; the firm is recorded with the reports. */
export function NewFirm({ zones, zone: before, firms, onAdd }: NewFirmProps) {
  const { t } = useText();
  const list = useId();
  const [firm, setFirm] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const zone = chosen ?? before;
  const canAdd = firm.trim() !== "" && zone !== "";
  const add = () => {
    if (!canAdd) return;
    onAdd(zone, firm.trim());
    setFirm("");
    setChosen(null);
  };
  return (
    <details className="fold">
      <summary>{t("record.newFirm.title")}</summary>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <Labelled label={t("record.newFirm.name")} className="min-w-0 flex-1 basis-52">
          {({ id }) => (
            <>
              <input
                id={id}
                list={list}
                className={fieldClass()}
                maxLength={MAX_NAME_LENGTH}
                autoComplete="off"
                value={firm}
                onChange={(event) => setFirm(event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
                  event.preventDefault();
                  add();
                }}
              />
              <datalist id={list}>
                {firms.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
        </Labelled>
        <ChoiceField
          label={t("record.newFirm.zone")}
          className="min-w-0 basis-52"
          values={[...(zone === "" ? [""] : []), ...zones.map(({ slug }) => slug)]}
          labelOf={(slug) =>
            zones.find((one) => one.slug === slug)?.name ?? t("record.report.choose")
          }
          value={zone}
          onChange={setChosen}
        />
        <Button aria-disabled={!canAdd} onClick={add}>
          {t("record.newFirm.add")}
        </Button>
      </div>
      <p className="mt-1 text-12 text-ink-3">{t("record.newFirm.hint")}</p>
    </details>
  );
}
