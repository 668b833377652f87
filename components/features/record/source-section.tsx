import type { Faults } from "@/components/entry/check-draft";
import type { RecordDraft } from "@/components/entry/draft";
import { SourcePicker } from "@/components/entry/source-picker";
import { DateField } from "@/components/time/date-field";
import { ChoiceField } from "@/components/ui/choice-field";
import { ORIGINS, type Source } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";

interface SourceSectionProps {
  draft: RecordDraft;
  sources: readonly Source[];
  faults: Faults;
  onChange: (part: Partial<RecordDraft>) => void;
  onSource: (part: Pick<RecordDraft, "sourceId" | "newSource">) => void;
}

/** What all claims of a draft share: the source, its type, and the date that it reports on. */
export function SourceSection({ draft, sources, faults, onChange, onSource }: SourceSectionProps) {
  const { t } = useText();
  return (
    <section aria-labelledby="record-source" className="grid gap-3">
      <h2 id="record-source" className="title">
        {t("record.source.title")}
      </h2>
      <SourcePicker draft={draft} sources={sources} faults={faults} onChange={onSource} />
      <div className="grid gap-3 sm:grid-cols-2">
        <ChoiceField
          label={t("record.source.origin.label")}
          hint={t("record.source.origin.hint")}
          values={ORIGINS}
          labelOf={(origin) => t(`record.source.origin.${origin}`)}
          value={draft.origin}
          onChange={(origin) => onChange({ origin })}
        />
        <DateField
          label={t("record.value.day")}
          hint={t("record.source.asOfHint")}
          value={draft.asOf}
          onChange={(asOf) => onChange({ asOf })}
          error={faults.asOf}
        />
      </div>
    </section>
  );
}
