import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { DateField } from "@/components/time/date-field";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { findSourceAt, isWebAddress } from "@/lib/entry/source-address";
import { SOURCE_KINDS, type Source } from "@/lib/evidence/ledger-records";
import { splitWords } from "@/lib/query/search";
import { lowerFirst } from "@/lib/text/first-letter";
import { usePlainText } from "@/lib/text/use-plain-text";
import { useText } from "@/lib/text/use-text";
import { withAddress } from "./article-source";
import type { Faults } from "./check-draft";
import { type DraftSource, EMPTY_SOURCE, type RecordDraft } from "./draft";

interface SourcePickerProps {
  draft: RecordDraft;
  sources: readonly Source[];
  faults: Faults;
  onChange: (part: Pick<RecordDraft, "sourceId" | "newSource">) => void;
  /** A source was chosen: what is missing comes next; absent: the focus stays at the source. */
  onPicked?: () => void;
  /** Sources that are likely, such as those used last; the one that is chosen is left out. */
  offers?: readonly Source[];
}

/** The source of the claims: an existing one, found by words or link or offered, or a new one. */
export function SourcePicker(props: SourcePickerProps) {
  const { draft, sources, faults, onChange, onPicked, offers = [] } = props;
  const { t, partialDate } = useText();
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  const change = ({ sourceId, newSource }: Pick<RecordDraft, "sourceId" | "newSource">) => {
    onChange({ sourceId, newSource });
    const isPicked = newSource === null && sourceId !== null;
    if (isPicked && onPicked) onPicked();
    else focus(isPicked ? "button" : "input");
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

/** The fields of a new source. */
export function NewSourceFields({
  source,
  faults,
  onChange,
}: Pick<NewSourceProps, "source" | "faults" | "onChange">) {
  const { t } = useText();
  const set = (part: Partial<DraftSource>) => onChange({ ...source, ...part });
  return (
    <>
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
      <DateField
        label={t("record.source.new.publishedOn")}
        hint={t("record.report.dateHint")}
        value={source.publishedOn}
        onChange={(publishedOn) => set({ publishedOn })}
        error={faults.publishedOn}
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
    </>
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
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t("record.source.new.title")}</legend>
      <NewSourceFields source={source} faults={faults} onChange={onChange} />
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

const MOST_SHOWN = 6;

interface SourceSearchProps {
  sources: readonly Source[];
  onPick: (sourceId: string) => void;
  onNew: (source: DraftSource) => void;
  /** A link was pasted, or typed and confirmed with Enter. */
  onAddress: (url: string) => void;
  fault: string | undefined;
}

/** Finds an existing source by its words or its link, or starts a new one from what was typed. */
function SourceSearch({ sources, onPick, onNew, onAddress, fault }: SourceSearchProps) {
  const { t } = usePlainText();
  const [typed, setTyped] = useState("");
  const results = useRef<HTMLUListElement>(null);
  const indexed = useMemo(
    () =>
      [...sources].sort(newestFirst).map((source) => ({
        source,
        words: splitWords(
          [source.title, source.publisher, source.publishedOn, source.id, source.url].join(" "),
        ).join(" "),
      })),
    [sources],
  );
  const wanted = splitWords(typed);
  const found =
    wanted.length === 0
      ? []
      : indexed.filter(({ words }) => wanted.every((word) => words.includes(word)));
  // Enter and the arrow move on to the results; Enter would submit the whole form.
  const moveOn = (event: KeyboardEvent) => {
    const isEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
    if (!isEnter && event.key !== "ArrowDown") return;
    event.preventDefault();
    const [only, ...others] = found;
    if (isEnter && only && others.length === 0) onPick(only.source.id);
    else if (isEnter && !only && isWebAddress(typed)) onAddress(typed.trim());
    else results.current?.querySelector("button")?.focus();
  };
  return (
    <div className="grid gap-2">
      <TextField
        label={<span className="sr-only">{t("record.source.search.label")}</span>}
        hint={t("record.source.search.hint")}
        error={fault}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        onKeyDown={moveOn}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text");
          if (typed !== "" || !isWebAddress(pasted)) return;
          event.preventDefault();
          onAddress(pasted.trim());
        }}
      />
      {wanted.length > 0 ? (
        <ul ref={results} aria-label={t("record.source.search.results")} className="grid">
          {found.slice(0, MOST_SHOWN).map(({ source }) => (
            <li key={source.id} className="border-line border-t first:border-t-0">
              <button
                type="button"
                className="grid w-full rounded-2 px-2 py-1.5 text-left hover:bg-accent-wash"
                onClick={() => onPick(source.id)}
              >
                <span className="font-medium">{source.title}</span>
                <SourceAbout source={source} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status" className="text-12 text-ink-3">
        {wanted.length === 0
          ? null
          : t("record.source.search.found", {
              count: found.length,
              more: found.length > MOST_SHOWN ? "yes" : "no",
            })}
      </p>
      <div>
        <Button
          onClick={() =>
            onNew({ ...EMPTY_SOURCE, [isWebAddress(typed) ? "url" : "title"]: typed.trim() })
          }
        >
          {t("record.source.search.add")}
        </Button>
      </div>
    </div>
  );
}

/** "Dawn, 2 Nov 2026, news": publisher, date and kind of a source. */
function SourceAbout({ source }: { source: Source }) {
  const text = usePlainText();
  const { publisher, publishedOn, kind } = source;
  return (
    <span className="text-12 text-ink-3">
      {text.t("record.source.about", {
        publisher,
        dated: publishedOn === null ? "no" : "yes",
        date: publishedOn === null ? "" : text.partialDate(publishedOn),
        kind: lowerFirst(text, text.t(`common.sourceKind.${kind}`)),
      })}
    </span>
  );
}

function newestFirst(a: Source, b: Source): number {
  return (b.publishedOn ?? "").localeCompare(a.publishedOn ?? "");
}
