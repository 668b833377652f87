import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { Labelled } from "@/components/ui/text-field";
import { countWords, MAX_QUOTED_WORDS } from "@/lib/evidence/check-text";
import { useText } from "@/lib/text/use-text";

/** Longest text of an article that the form keeps. */
export const MAX_ARTICLE_LENGTH = 100_000;

interface ArticleSectionProps {
  article: string;
  onChange: (article: string) => void;
  onAddress: (address: string) => void;
  /** The name of the report that gets the quotation; null: there is none. */
  active: string | null;
  /** Puts words of the article into the active report. */
  onQuote: (words: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** The link and the text of the article, from which the words of a quotation are selected. */
export function ArticleSection({
  article,
  onChange,
  onAddress,
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
          <textarea
            ref={field}
            id={id}
            aria-describedby={describedBy}
            rows={article === "" ? 3 : 9}
            maxLength={MAX_ARTICLE_LENGTH}
            className={fieldClass(false, "h-auto py-1.5")}
            value={article}
            onChange={({ currentTarget, nativeEvent }) => {
              const isPasted =
                nativeEvent instanceof InputEvent && nativeEvent.inputType.startsWith("insertFrom");
              take(currentTarget.value, isPasted ? null : currentTarget.selectionStart);
            }}
            onBlur={({ currentTarget: { value } }) => {
              if (value !== "") runAfterClick(() => take(value, null));
            }}
            onSelect={readSelection}
          />
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
