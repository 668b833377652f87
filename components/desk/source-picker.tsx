"use client";

import { useMemo, useState } from "react";
import { formatPartialDate } from "@/components/fields/format-date";
import { Button } from "@/components/ui/button";
import { fieldClass, Labelled, TextField } from "@/components/ui/text-field";
import { SOURCE_KINDS, type Source, type SourceKind } from "@/lib/registry/facts";
import { searchWords } from "@/lib/registry/search";
import { type DraftSource, dateFault } from "./draft";

const SHOWN = 6;
const EMPTY: DraftSource = { title: "", publisher: "", url: "", publishedOn: "", kind: "news" };

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
  const picked = sources.find(({ id }) => id === sourceId);
  if (newSource) {
    return <NewSource source={newSource} onChange={onNew} faults={faults} />;
  }
  if (picked) {
    return (
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-60">
          <span className="block font-medium">{picked.title}</span>
          <span className="text-12 text-ink-3">{about(picked)}</span>
        </p>
        <Button onClick={() => onPick(null)}>Change the source</Button>
      </div>
    );
  }
  return <FindSource sources={sources} onPick={onPick} onNew={onNew} fault={faults.sourceId} />;
}

function about({ publisher, publishedOn, kind }: Source): string {
  const date = publishedOn === null ? "date unknown" : formatPartialDate(publishedOn);
  return `${publisher} · ${date} · ${kind}`;
}

interface FindSourceProps extends Pick<SourcePickerProps, "sources" | "onPick" | "onNew"> {
  fault: string | undefined;
}

function FindSource({ sources, onPick, onNew, fault }: FindSourceProps) {
  const [text, setText] = useState("");
  const indexed = useMemo(
    () =>
      sources.map((source) => ({
        source,
        words: searchWords(
          [source.title, source.publisher, source.publishedOn, source.id, source.url].join(" "),
        ).join(" "),
      })),
    [sources],
  );
  const typed = searchWords(text);
  const found =
    typed.length === 0
      ? []
      : indexed.filter(({ words }) => typed.every((word) => words.includes(word)));
  return (
    <div className="grid gap-2">
      <TextField
        label="Find the source"
        hint="Words of its title, its publisher or its date. An address works too."
        fault={fault}
        type="search"
        autoComplete="off"
        value={text}
        onChange={setText}
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
          onClick={() => {
            const isAddress = /^https?:\/\//.test(text.trim());
            onNew({ ...EMPTY, ...(isAddress ? { url: text.trim() } : { title: text.trim() }) });
          }}
        >
          Add a source that is not there
        </Button>
      </div>
    </div>
  );
}

interface NewSourceProps {
  source: DraftSource;
  onChange: (source: DraftSource | null) => void;
  faults: Readonly<Record<string, string>>;
}

function NewSource({ source, onChange, faults }: NewSourceProps) {
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
      <div className="sm:col-span-2">
        <Button variant="quiet" onClick={() => onChange(null)}>
          Search the register instead
        </Button>
      </div>
    </fieldset>
  );
}
