import { useRef } from "react";
import { DateField } from "@/components/time/date-field";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { findSourceAt } from "@/lib/entry/source-address";
import { ORIGINS, SOURCE_KINDS, type Source } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";
import type { Faults } from "./check-draft";
import type { RecordDraft } from "./draft";
import type { DraftSource } from "./new-source";
import { SourceAbout, SourceSearch } from "./source-search";

interface SourceSectionProps {
  draft: RecordDraft;
  sources: readonly Source[];
  faults: Faults;
  onChange: (part: Partial<RecordDraft>) => void;
}

/** What all claims of a draft share: the source, its type, and the date that it reports on. */
export function SourceSection({ draft, sources, faults, onChange }: SourceSectionProps) {
  const { t } = useText();
  return (
    <section aria-labelledby="record-source" className="grid gap-3">
      <h2 id="record-source" className="title">
        {t("record.source.title")}
      </h2>
      <SourcePicker draft={draft} sources={sources} faults={faults} onChange={onChange} />
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
          label={t("record.report.asOf")}
          hint={t("record.source.asOfHint")}
          value={draft.asOf}
          onChange={(asOf) => onChange({ asOf })}
          error={faults.asOf}
        />
      </div>
    </section>
  );
}

/** The source of the claims: an existing one, found by search, or a new one. */
function SourcePicker({ draft, sources, faults, onChange }: SourceSectionProps) {
  const { t } = useText();
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  const pick = (sourceId: string | null) => {
    onChange({ newSource: null, sourceId });
    focus(sourceId === null ? "input" : "button");
  };
  const setNew = (newSource: DraftSource | null) => {
    onChange({ newSource });
    focus("input");
  };
  const picked = sources.find(({ id }) => id === draft.sourceId);
  return (
    <div ref={part}>
      {draft.newSource ? (
        <NewSource
          source={draft.newSource}
          existing={findSourceAt(draft.newSource.url, sources)}
          onChange={(newSource) => onChange({ newSource })}
          onUseExisting={pick}
          onBack={() => setNew(null)}
          faults={faults}
        />
      ) : picked ? (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <p className="min-w-0 flex-1 basis-60">
            <span className="block font-medium">{picked.title}</span>
            <SourceAbout source={picked} />
          </p>
          <Button onClick={() => pick(null)}>{t("record.source.change")}</Button>
        </div>
      ) : (
        <SourceSearch sources={sources} onPick={pick} onNew={setNew} fault={faults.sourceId} />
      )}
    </div>
  );
}

interface NewSourceProps {
  source: DraftSource;
  /** The existing source with the same web address. */
  existing: Source | undefined;
  onChange: (source: DraftSource) => void;
  onUseExisting: (sourceId: string) => void;
  onBack: () => void;
  faults: Faults;
}

function NewSource({ source, existing, onChange, onUseExisting, onBack, faults }: NewSourceProps) {
  const { t } = useText();
  const set = (part: Partial<DraftSource>) => onChange({ ...source, ...part });
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t("record.source.new.title")}</legend>
      <TextField
        className="sm:col-span-2"
        label={t("record.source.new.name")}
        maxLength={300}
        value={source.title}
        onChange={(title) => set({ title })}
        error={faults.title}
      />
      <TextField
        label={t("record.source.new.publisher")}
        maxLength={200}
        value={source.publisher}
        onChange={(publisher) => set({ publisher })}
        error={faults.publisher}
      />
      <ChoiceField
        label={t("record.source.new.kind")}
        values={SOURCE_KINDS}
        labelOf={(kind) => t(`common.sourceKind.${kind}`)}
        value={source.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        label={t("record.source.new.url")}
        hint={t("record.source.new.urlHint")}
        type="url"
        inputMode="url"
        value={source.url}
        onChange={(url) => set({ url })}
        error={faults.url}
      />
      <DateField
        label={t("record.source.new.publishedOn")}
        hint={t("record.report.dateHint")}
        value={source.publishedOn}
        onChange={(publishedOn) => set({ publishedOn })}
        error={faults.publishedOn}
      />
      {existing ? (
        <div className="sm:col-span-2">
          <Notice
            tone="amber"
            live
            action={
              <Button onClick={() => onUseExisting(existing.id)}>
                {t("record.source.new.useKnown")}
              </Button>
            }
          >
            {t("record.source.new.known", {
              title: existing.title,
              publisher: existing.publisher,
            })}
          </Notice>
        </div>
      ) : null}
      <div className="sm:col-span-2">
        <Button variant="quiet" onClick={onBack}>
          {t("record.source.new.back")}
        </Button>
      </div>
    </fieldset>
  );
}
