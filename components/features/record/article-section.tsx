import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Labelled } from "@/components/ui/text-field";
import type { Span } from "@/lib/entry/sentences";
import { countWords, MAX_QUOTED_WORDS } from "@/lib/evidence/check-text";
import { useText } from "@/lib/text/use-text";
import "./article.css";

/** A passage of the article that was read as a fact. */
export interface ArticleMark extends Span {
  /** Of its fact in the list. */
  readonly number: number;
  readonly state: "proposed" | "accepted" | "skipped";
  /** Has its fact the focus? */
  readonly isActive: boolean;
}

/** Longest text of an article that the form keeps. */
export const MAX_ARTICLE_LENGTH = 100_000;

interface ArticleSectionProps {
  article: string;
  marks: readonly ArticleMark[];
  onChange: (article: string) => void;
  onAddress: (address: string) => void;
  /** The caret was put at a place of the text. */
  onPlace: (at: number) => void;
  /** The name of the report that gets the quotation; null: there is none. */
  active: string | null;
  /** Puts words of the article into the active report. */
  onQuote: (words: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

/**
 * The link and the text of the article with the passages that were read as facts, from which the words of a quotation are
 * selected.
 */
export function ArticleSection({
  article,
  marks,
  onChange,
  onAddress,
  onPlace,
  active,
  onQuote,
  field,
}: ArticleSectionProps) {
  const { t, number } = useText();
  const [selected, setSelected] = useState("");
  const words = countWords(selected);
  const take = (typed: string, caret: number | null) => {
    const [address, rest] = splitAddress(typed, caret);
    if (address !== null) onAddress(address);
    if (rest !== article) onChange(rest);
  };
  const readSelection = () => setSelected(getSelected(field.current));
  return (
    <section aria-labelledby="record-article" className="grid gap-3">
      <h2 id="record-article" className="title">
        {t("record.article.title")}
      </h2>
      <Labelled label={t("record.article.text")} hint={t("record.article.hint")}>
        {({ id, describedBy }) => (
          <div className="article-text lg:max-h-[55dvh] lg:overflow-y-auto">
            <MarkedText article={article} marks={marks} />
            <textarea
              ref={field}
              id={id}
              data-article
              aria-describedby={describedBy}
              rows={3}
              maxLength={MAX_ARTICLE_LENGTH}
              className="field"
              value={article}
              onChange={({ currentTarget, nativeEvent }) => {
                const isPasted =
                  nativeEvent instanceof InputEvent &&
                  nativeEvent.inputType.startsWith("insertFrom");
                take(currentTarget.value, isPasted ? null : currentTarget.selectionStart);
              }}
              onBlur={({ currentTarget: { value } }) => {
                if (value !== "") runAfterClick(() => take(value, null));
              }}
              onSelect={readSelection}
              // The box around it scrolls, with the marks.
              onScroll={({ currentTarget }) => currentTarget.scrollTo(0, 0)}
              onClick={({ currentTarget: { selectionStart, selectionEnd } }) => {
                if (selectionStart === selectionEnd) onPlace(selectionStart);
              }}
            />
          </div>
        )}
      </Labelled>
      {article === "" ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button
            aria-disabled={active === null || words === 0}
            onClick={() => {
              if (active !== null && words > 0) onQuote(selected);
            }}
          >
            {t("record.article.quote")}
          </Button>
          <p role="status" className="text-12 text-ink-3">
            {words === 0
              ? t("record.article.select")
              : t("record.article.selected", {
                  count: words,
                  max: number(MAX_QUOTED_WORDS),
                  active: active ?? "none",
                })}
          </p>
        </div>
      )}
    </section>
  );
}

/** The text under the field: unseen itself, it draws the marks. The active one is scrolled into view. */
function MarkedText({ article, marks }: Pick<ArticleSectionProps, "article" | "marks">) {
  const text = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => splitAtMarks(article, marks), [article, marks]);
  const active = marks.find(({ isActive }) => isActive)?.from;
  useEffect(() => {
    if (active !== undefined) {
      text.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
    }
  }, [active]);
  return (
    <div ref={text} aria-hidden="true">
      {parts.map(({ from, to, mark }) =>
        mark === null ? (
          article.slice(from, to)
        ) : (
          <mark
            key={from}
            data-state={mark.state}
            data-active={mark.isActive || undefined}
            data-numbers={listNumbers(marks, from)}
          >
            {article.slice(from, to)}
          </mark>
        ),
      )}
      {/* A last empty line has a height only with a sign on it. */}
      {"\u200b"}
    </div>
  );
}

/** The numbers of the facts whose passage begins at a place; undefined: none does. */
function listNumbers(marks: readonly ArticleMark[], from: number): string | undefined {
  const numbers = marks.flatMap((mark) => (mark.from === from ? mark.number : []));
  return numbers.length === 0 ? undefined : numbers.join(" ");
}

/** The parts of a text between the ends of marks, each with the mark that shows there: the active, else an undecided one. */
export function splitAtMarks(
  { length }: string,
  marks: readonly ArticleMark[],
): readonly (Span & { readonly mark: ArticleMark | null })[] {
  const ends = new Set([0, length, ...marks.flatMap(({ from, to }) => [from, to])]);
  const places = [...ends].filter((at) => at <= length).sort((a, b) => a - b);
  return places.slice(1).map((to, i) => {
    const from = places[i] ?? 0;
    const here = marks.filter((mark) => mark.from <= from && mark.to >= to);
    const state = (wanted: ArticleMark["state"]) => here.find((mark) => mark.state === wanted);
    const active = here.find(({ isActive }) => isActive);
    const mark = active ?? state("proposed") ?? state("accepted") ?? state("skipped") ?? null;
    return { from, to, mark };
  });
}

/** Does something that moves the page, but not under a press that has begun: its click would miss what was pressed. */
function runAfterClick(work: () => void): void {
  if (document.querySelector(":active") === null) work();
  else window.addEventListener("pointerup", () => setTimeout(work), { once: true });
}

/** The words that are selected in a text area; empty: none. */
export function getSelected(field: HTMLTextAreaElement | null): string {
  return field === null ? "" : field.value.slice(field.selectionStart, field.selectionEnd).trim();
}

/**
 * A web address at the beginning of a text, and the rest.
 * @param caret where the text is being typed: an address that does not end before it may not be finished; null: it is
 */
function splitAddress(
  typed: string,
  caret: number | null,
): readonly [address: string | null, rest: string] {
  const [, before = "", address, rest = ""] =
    /^(\s*)(https?:\/\/\S+\.\S+)(?:\s+([\s\S]*))?$/i.exec(typed) ?? [];
  if (address === undefined) return [null, typed];
  const isFinished = caret === null || caret > before.length + address.length;
  return isFinished ? [address, rest] : [null, typed];
}
