import { useRef } from "react";
import { DateField } from "@/components/time/date-field";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { findSourceAt } from "@/lib/entry/source-address";
import { SOURCE_KINDS, type Source } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";
import { withAddress } from "./article-source";
import type { Faults } from "./check-draft";
import type { RecordDraft } from "./draft";
import type { DraftSource } from "./new-source";
import { SourceAbout, SourceSearch } from "./source-search";

interface SourcePickerProps {
  draft: RecordDraft;
  sources: readonly Source[];
  faults: Faults;
  onChange: (part: Pick<RecordDraft, "sourceId" | "newSource">) => void;
  /** Sources that are likely, such as those used last; the one that is chosen is left out. */
  offers?: readonly Source[];
}

/** The source of the claims: an existing one, found by words or link or offered, or a new one. */
export function SourcePicker({ draft, sources, faults, onChange, offers = [] }: SourcePickerProps) {
  const { t, partialDate } = useText();
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  const change = ({ sourceId, newSource }: Pick<RecordDraft, "sourceId" | "newSource">) => {
    onChange({ sourceId, newSource });
    focus(newSource === null && sourceId !== null ? "button" : "input");
  };
  const pick = (sourceId: string | null) => change({ sourceId, newSource: null });
  const picked = sources.find(({ id }) => id === draft.sourceId);
  const others = offers.filter(({ id }) => id !== draft.sourceId);
  return (
    <div ref={part} className="grid content-start gap-1">
      {draft.newSource ? (
        <NewSource
          source={draft.newSource}
          existing={findSourceAt(draft.newSource.url, sources)}
          onChange={(newSource) => onChange({ sourceId: draft.sourceId, newSource })}
          onUseExisting={pick}
          onBack={() => change({ sourceId: draft.sourceId, newSource: null })}
          faults={faults}
        />
      ) : picked ? (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <p className="min-w-0 flex-1 basis-48">
            <span className="block font-medium">{picked.title}</span>
            <SourceAbout source={picked} />
          </p>
          <Button onClick={() => pick(null)}>{t("record.source.change")}</Button>
        </div>
      ) : (
        <SourceSearch
          sources={sources}
          onPick={pick}
          onNew={(newSource) => change({ sourceId: null, newSource })}
          onAddress={(url) => change(withAddress(draft, url, sources))}
          fault={faults.sourceId}
        />
      )}
      {others.length === 0 || draft.newSource ? null : (
        <p className="flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
          {t("record.source.offers")}
          {others.map(({ id, publisher, publishedOn, title }) => (
            <button
              key={id}
              type="button"
              className="link inline-flex min-h-6 items-center"
              title={title}
              onClick={() => pick(id)}
            >
              {publishedOn === null ? publisher : `${publisher}, ${partialDate(publishedOn)}`}
            </button>
          ))}
        </p>
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
