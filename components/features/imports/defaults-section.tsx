import { useId } from "react";
import { checkTyped } from "@/components/entry/check-draft";
import { NewSourceFields } from "@/components/entry/source-picker";
import { DateField } from "@/components/time/date-field";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Segmented } from "@/components/ui/segmented";
import { TextField } from "@/components/ui/text-field";
import type { Layout } from "@/lib/entry/import-mapping";
import { CONFIDENCES, ORIGINS, type Source } from "@/lib/evidence/ledger-records";
import { describeDateFault } from "@/lib/text/entry-words";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { type DefaultsDraft, SOURCE_CHOICES } from "./use-import";

interface DefaultsProps {
  /** The day in Pakistan; no date may be later. */
  today: Day;
  /** Was the table checked? What is wrong with the source is said then, not while it is typed. */
  isChecked: boolean;
  /** Does a column of the table name sources? */
  namesSources: boolean;
  draft: DefaultsDraft;
  sources: readonly Pick<Source, "id" | "title">[];
  layout: Layout;
  onChange: (part: Partial<DefaultsDraft>) => void;
}

/** The third step: what applies to rows that do not say it themselves. */
export function DefaultsSection(props: DefaultsProps) {
  const { today, isChecked, namesSources, draft, sources, layout, onChange } = props;
  const text = useText();
  const { t } = text;
  const list = useId();
  return (
    <section aria-labelledby="import-defaults" className="grid gap-3">
      <h2 id="import-defaults" className="title">
        {t("imports.defaults.title")}
      </h2>
      <p className="text-12 text-ink-3">{t("imports.defaults.lead")}</p>
      <Segmented
        label={t("imports.defaults.sourceKind.label")}
        value={draft.sourceFrom}
        onChange={(sourceFrom) => onChange({ sourceFrom })}
        className="justify-self-start"
        segments={SOURCE_CHOICES.map((value) => ({
          value,
          label: t(`imports.defaults.sourceKind.${value}`),
        }))}
      />
      {draft.sourceFrom === "known" ? (
        <>
          <TextField
            label={t("record.source.title")}
            hint={t("imports.defaults.sourceHint")}
            list={list}
            autoComplete="off"
            maxLength={2000}
            value={draft.source}
            onChange={(source) => onChange({ source })}
            error={
              isChecked && !namesSources && draft.source.trim() === ""
                ? t("record.issue.sourceId")
                : null
            }
          />
          <datalist id={list}>
            {sources.map(({ id, title }) => (
              <option key={id} value={id} label={title} />
            ))}
          </datalist>
        </>
      ) : null}
      {draft.sourceFrom === "new" ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <NewSourceFields
            source={draft.newSource}
            faults={isChecked ? checkTyped(text, draft.newSource, today) : {}}
            onChange={(newSource) => onChange({ newSource })}
          />
        </div>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <DateField
          label={t("record.report.asOf")}
          hint={t("imports.defaults.asOfHint")}
          value={draft.asOf}
          onChange={(asOf) => onChange({ asOf })}
          error={describeDateFault(text, draft.asOf, today)}
        />
        <ChoiceField
          label={t("record.source.origin.label")}
          values={ORIGINS}
          value={draft.origin}
          onChange={(origin) => onChange({ origin })}
          labelOf={(origin) => t(`record.source.origin.${origin}`)}
        />
        <ChoiceField
          label={t("record.report.confidence.label")}
          values={CONFIDENCES}
          value={draft.confidence}
          onChange={(confidence) => onChange({ confidence })}
          labelOf={(confidence) => t(`record.report.confidence.${confidence}`)}
        />
        <TextField
          label={t("record.report.note")}
          maxLength={4000}
          value={draft.note}
          onChange={(note) => onChange({ note })}
        />
      </div>
      <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
        <Checkbox
          checked={draft.confirmed}
          onChange={(event) => onChange({ confirmed: event.currentTarget.checked })}
        />
        {t("imports.defaults.confirmed")}
      </label>
      {layout === "zones" ? (
        <label className="flex min-h-6 items-start gap-2 pointer-coarse:min-h-11">
          <Checkbox
            checked={draft.newZones}
            onChange={(event) => onChange({ newZones: event.currentTarget.checked })}
          />
          <span>
            {t("imports.defaults.newZones")}
            <span className="block text-12 text-ink-3">{t("imports.defaults.newZonesHint")}</span>
          </span>
        </label>
      ) : null}
    </section>
  );
}
