import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { isWebAddress } from "@/lib/entry/source-address";
import type { Source } from "@/lib/evidence/ledger-records";
import { splitWords } from "@/lib/query/search";
import { lowerFirst } from "@/lib/text/first-letter";
import { usePlainText } from "@/lib/text/use-plain-text";
import { type DraftSource, EMPTY_SOURCE } from "./new-source";

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
export function SourceSearch({ sources, onPick, onNew, onAddress, fault }: SourceSearchProps) {
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
  // Enter moves on to the results; it would submit the whole form.
  const moveOn = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [only, ...others] = found;
    if (only && others.length === 0) onPick(only.source.id);
    else if (!only && isWebAddress(typed)) onAddress(typed.trim());
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
export function SourceAbout({ source }: { source: Source }) {
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
