"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { Notice } from "@/components/ui/notice";
import { Labelled, TextField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { SOURCE_KINDS, type Source, type SourceKind } from "@/lib/evidence/ledger-records";
import { splitWords } from "@/lib/query/search";
import { formatPartialDate } from "@/lib/text/format-date";
import { dateFault } from "./draft";
import { type DraftSource, EMPTY_SOURCE, isWebAddress, sourceAt } from "./new-source";

const SHOWN = 6;

/** Props of the source picker. */
export interface SourcePickerProps {
  sources: readonly Source[];
  sourceId: string | null;
  newSource: DraftSource | null;
  onPick: (sourceId: string | null) => void;
  onNew: (source: DraftSource | null) => void;
  /** What is wrong with a part of the new source, or with there being none. */
  faults: Readonly<Record<string, string>>;
}

/** The source of the claims: found by search among those of the register, or added. */
export function SourcePicker({
  sources,
  sourceId,
  newSource,
  onPick,
  onNew,
  faults,
}: SourcePickerProps) {
  const part = useRef<HTMLDivElement>(null);
  const lead = useFocusWithin(part);
  const pick = (id: string | null) => {
    onNew(null);
    onPick(id);
    lead(id === null ? "input" : "button");
  };
  const begin = (source: DraftSource | null) => {
    onNew(source);
    lead("input");
  };
  const picked = sources.find(({ id }) => id === sourceId);
  return (
    <div ref={part}>
      {newSource ? (
        <NewSource
          source={newSource}
          known={sourceAt(newSource.url, sources)}
          onChange={onNew}
          onTake={pick}
          onBack={() => begin(null)}
          faults={faults}
        />
      ) : picked ? (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <p className="min-w-0 flex-1 basis-60">
            <span className="block font-medium">{picked.title}</span>
            <span className="text-12 text-ink-3">{about(picked)}</span>
          </p>
          <Button onClick={() => pick(null)}>Change the source</Button>
        </div>
      ) : (
        <FindSource sources={sources} onPick={pick} onNew={begin} fault={faults.sourceId} />
      )}
    </div>
  );
}

function about({ publisher, publishedOn, kind }: Source): string {
  const date = publishedOn === null ? "date unknown" : formatPartialDate(publishedOn);
  return `${publisher} · ${date} · ${kind}`;
}

interface FindSourceProps {
  sources: readonly Source[];
  onPick: (sourceId: string) => void;
  onNew: (source: DraftSource) => void;
  fault: string | undefined;
}

function FindSource({ sources, onPick, onNew, fault }: FindSourceProps) {
  const [text, setText] = useState("");
  const part = useRef<HTMLDivElement>(null);
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
  const typed = splitWords(text);
  const found =
    typed.length === 0
      ? []
      : indexed.filter(({ words }) => typed.every((word) => words.includes(word)));
  // Enter goes on to what was found; it would send the whole form.
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [only, ...others] = found;
    if (only && others.length === 0) onPick(only.source.id);
    else part.current?.querySelector<HTMLElement>("ul button")?.focus();
  };
  return (
    <div ref={part} className="grid gap-2">
      <TextField
        label="Find the source"
        hint="Words of its title, its publisher or its date. An address works too."
        fault={fault}
        type="search"
        autoComplete="off"
        value={text}
        onChange={setText}
        onKeyDown={goOn}
      />
      {typed.length > 0 ? (
        <ul aria-label="Sources found" className="grid">
          {found.slice(0, SHOWN).map(({ source }) => (
            <li key={source.id} className="border-line border-t first:border-t-0">
              <button
                type="button"
                className="grid w-full rounded-2 px-2 py-1.5 text-left hover:bg-accent-wash"
                onClick={() => onPick(source.id)}
              >
                <span className="font-medium">{source.title}</span>
                <span className="text-12 text-ink-3">{about(source)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status" className="text-12 text-ink-3">
        {typed.length === 0
          ? null
          : found.length === 0
            ? "No source of the register has these words."
            : found.length > SHOWN
              ? `${found.length} found; type more to narrow them.`
              : `${found.length} found.`}
      </p>
      <div>
        <Button
          onClick={() =>
            onNew({ ...EMPTY_SOURCE, [isWebAddress(text) ? "url" : "title"]: text.trim() })
          }
        >
          Add a source that is not there
        </Button>
      </div>
    </div>
  );
}

function newestFirst(a: Source, b: Source): number {
  return (b.publishedOn ?? "").localeCompare(a.publishedOn ?? "");
}

interface NewSourceProps {
  source: DraftSource;
  /** What the register has at the same address. */
  known: Source | undefined;
  onChange: (source: DraftSource) => void;
  onTake: (sourceId: string) => void;
  onBack: () => void;
  faults: Readonly<Record<string, string>>;
}

function NewSource({ source, known, onChange, onTake, onBack, faults }: NewSourceProps) {
  const set = (part: Partial<DraftSource>) => onChange({ ...source, ...part });
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 font-medium">A new source</legend>
      <TextField
        className="sm:col-span-2"
        label="Title"
        maxLength={300}
        value={source.title}
        onChange={(title) => set({ title })}
        fault={faults.title}
      />
      <TextField
        label="Publisher"
        maxLength={200}
        value={source.publisher}
        onChange={(publisher) => set({ publisher })}
        fault={faults.publisher}
      />
      <Labelled label="Kind">
        {({ id }) => (
          <select
            id={id}
            className={fieldClass()}
            value={source.kind}
            onChange={(event) => {
              const kind = SOURCE_KINDS.find((word) => word === event.currentTarget.value);
              if (kind) set({ kind: kind satisfies SourceKind });
            }}
          >
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kind}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <TextField
        label="Address"
        hint="Leave empty where it is not on the web."
        type="url"
        inputMode="url"
        value={source.url}
        onChange={(url) => set({ url })}
        fault={faults.url}
      />
      <TextField
        label="Published"
        hint="2025, 2025-04 or 2025-04-30"
        value={source.publishedOn}
        onChange={(publishedOn) => set({ publishedOn })}
        fault={faults.publishedOn ?? dateFault(source.publishedOn)}
      />
      {known ? (
        <div className="sm:col-span-2">
          <Notice
            tone="amber"
            live
            action={<Button onClick={() => onTake(known.id)}>Take that one</Button>}
          >
            The register has a source at this address already: “{known.title}”, {about(known)}.
          </Notice>
        </div>
      ) : null}
      <div className="sm:col-span-2">
        <Button variant="quiet" onClick={onBack}>
          Search the register instead
        </Button>
      </div>
    </fieldset>
  );
}
