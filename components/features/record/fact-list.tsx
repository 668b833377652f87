import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { type DraftItem, type RecordDraft, readItem } from "@/components/entry/draft";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type { ProposedFact } from "@/lib/entry/propose-facts";
import { readDateText } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import { describeReading } from "@/lib/text/entry-words";
import { useText } from "@/lib/text/use-text";
import { isPartialDate } from "@/lib/time/day";
import "./article.css";

/** A fact of the article: proposed by its text, added by the person, or both. */
export interface ArticleFact {
  readonly id: string;
  /** Null: the person added it. */
  readonly proposal: ProposedFact | null;
  /** Null: it is not accepted. */
  readonly item: DraftItem | null;
  readonly isSkipped: boolean;
}

/**
 * The facts that a text proposes with the reports that were made of them, in its order, then the other reports.
 * @param opened reports that are being changed: these move to no proposal with the value that is typed, or the focus would be lost
 */
export function listFacts(
  proposals: readonly ProposedFact[],
  { article, items, skipped }: Pick<RecordDraft, "article" | "items" | "skipped">,
  opened: ReadonlySet<string> = new Set(),
): readonly ArticleFact[] {
  const left = new Set(items);
  const proposed = proposals.map((proposal): ArticleFact => {
    const { subject, field, typed, quotation } = proposal;
    const id = [subject.zone, subject.tenancy ?? "", field, typed].join(" ");
    const words = quoteSpan(article, quotation);
    const item = [...left].find(
      (one) =>
        one.zone === subject.zone &&
        one.tenancy === subject.tenancy &&
        one.field === field &&
        (one.quotation === words || (!opened.has(one.id) && readValue(one) === proposal.value)),
    );
    if (item) left.delete(item);
    return { id, proposal, item: item ?? null, isSkipped: !item && skipped.includes(id) };
  });
  const added = [...left].map((item) => ({ id: item.id, proposal: null, item, isSkipped: false }));
  return [...proposed, ...added];
}

/** The value of a report; null: it cannot be read. */
function readValue(item: DraftItem): FieldValue {
  const reading = readItem(item);
  return isUnderstood(reading) ? reading.value : null;
}

/** The words of a part of a text on one line, as they are quoted. */
export function quoteSpan(text: string, { from, to }: ProposedFact["quotation"]): string {
  return text.slice(from, to).replace(/\s+/g, " ").trim();
}

/** Is it still to be accepted or skipped? */
export function isUndecided({ item, isSkipped }: ArticleFact): boolean {
  return item === null && !isSkipped;
}

interface FactListProps {
  facts: readonly ArticleFact[];
  /** The text of the article. */
  article: string;
  /** The firm and the zone of a fact. */
  subjectOf: (fact: Pick<DraftItem, "zone" | "tenancy">) => string;
  /** What the tracker displays now; undefined: not loaded. */
  presentOf: (fact: Pick<DraftItem, "zone" | "tenancy" | "field">) => FieldValue | undefined;
  /** What an accepted fact still needs, in sentences. */
  missingOf: (item: DraftItem) => readonly string[];
  /** The editor of a fact that is being changed; null: it is closed. */
  editorOf: (fact: ArticleFact) => ReactNode;
  /** The fact that had the focus last, or whose passage was pressed; null: none. */
  activeId: string | null;
  /** Its number was pressed: its passage is to be shown. */
  onShow: (fact: ArticleFact) => void;
  /** The focus came into a fact. */
  onFocus: (fact: ArticleFact) => void;
  onAccept: (fact: ArticleFact) => void;
  onChange: (fact: ArticleFact) => void;
  onSkip: (fact: ArticleFact, isSkipped: boolean) => void;
  onRemove: (item: DraftItem) => void;
}

const BUTTON = "[data-fact-buttons] button";

/**
 * The facts of an article. Tab and the up and down arrows walk them; Enter presses the button with the focus, which is
 * Accept first; C changes and S skips. After a decision the focus goes to the next fact to decide.
 */
export function FactList(props: FactListProps) {
  const { facts, onAccept, onChange, onSkip, onRemove, editorOf, onFocus, activeId } = props;
  const { t } = useText();
  const list = useRef<HTMLOListElement>(null);
  const focus = useFocusWithin(list);
  const focusFact = ({ id }: ArticleFact) => focus(`[data-fact="${CSS.escape(id)}"] ${BUTTON}`);
  /** Goes on to the next one to decide, and stays where there is none. */
  const goOn = (fact: ArticleFact) => {
    const at = facts.indexOf(fact);
    const others = [...facts.slice(at + 1), ...facts.slice(0, at)];
    focusFact(others.find(isUndecided) ?? fact);
  };
  const accept = (fact: ArticleFact) => {
    onAccept(fact);
    goOn(fact);
  };
  const skip = (fact: ArticleFact) => {
    onSkip(fact, true);
    goOn(fact);
  };
  const move = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-fact]") ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = by === 1 ? rows.slice(at + 1) : rows.slice(0, at).reverse();
    const [button] = next.flatMap((row) => row.querySelector<HTMLElement>(BUTTON) ?? []);
    button?.focus();
  };
  const onKey = (event: KeyboardEvent, fact: ArticleFact) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "c") onChange(fact);
    else if (event.key === "s" && isUndecided(fact)) skip(fact);
    else return;
    event.preventDefault();
  };
  return (
    <ol ref={list} className="grid">
      {facts.map((fact, place) => {
        const { id, proposal, item, isSkipped } = fact;
        const editor = editorOf(fact);
        return (
          <li
            key={id}
            data-fact={id}
            data-active={id === activeId || undefined}
            className="grid gap-2 border-line border-t py-2.5"
            onFocus={() => onFocus(fact)}
          >
            {editor ?? (
              <>
                <FactSummary {...props} fact={fact} number={proposal === null ? null : place + 1} />
                <fieldset
                  data-fact-buttons
                  className="flex flex-wrap gap-1.5 sm:ps-8"
                  aria-label={t("record.fact.decide")}
                  onKeyDown={(event) => onKey(event, fact)}
                >
                  {isUndecided(fact) ? (
                    <Button onClick={() => accept(fact)}>
                      {t("record.fact.accept")} <kbd>{t("record.fact.doneKey")}</kbd>
                    </Button>
                  ) : null}
                  {isSkipped ? (
                    <Button variant="quiet" onClick={() => onSkip(fact, false)}>
                      {t("record.fact.again")}
                    </Button>
                  ) : (
                    <Button variant="quiet" onClick={() => onChange(fact)}>
                      {t("record.fact.change")} <kbd>{t("record.fact.changeKey")}</kbd>
                    </Button>
                  )}
                  {isUndecided(fact) ? (
                    <Button variant="quiet" onClick={() => skip(fact)}>
                      {t("record.fact.skip")} <kbd>{t("record.fact.skipKey")}</kbd>
                    </Button>
                  ) : null}
                  {item ? (
                    <Button
                      variant="quiet"
                      onClick={() => {
                        onRemove(item);
                        if (proposal) focusFact(fact);
                      }}
                    >
                      {t(proposal ? "record.fact.takeBack" : "record.report.remove")}
                    </Button>
                  ) : null}
                </fieldset>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface FactSummaryProps
  extends Pick<FactListProps, "article" | "subjectOf" | "presentOf" | "missingOf" | "onShow"> {
  fact: ArticleFact;
  /** Its place among the proposals, from 1; null: it is none. */
  number: number | null;
}

/** What a fact is about, its present and its new value, how the text was read, the quotation, and what is missing. */
function FactSummary(props: FactSummaryProps) {
  const { fact, number, article, subjectOf, presentOf, missingOf, onShow } = props;
  const text = useText();
  const { t } = text;
  const { proposal, item, isSkipped } = fact;
  const about = item ?? (proposal ? { ...proposal.subject, field: proposal.field } : null);
  if (about === null) return null;
  const { field } = about;
  const reading = readItem({ field, text: item?.text ?? proposal?.typed ?? "" });
  const value = isUnderstood(reading) && !item?.notKnown ? reading.value : null;
  const present = presentOf(about);
  const isSame =
    value !== null &&
    present !== undefined &&
    text.value(field, present) === text.value(field, value);
  const words = item?.quotation ?? (proposal ? quoteSpan(article, proposal.quotation) : "");
  const how = value === null || !isUnderstood(reading) ? null : reading.shownBack?.code;
  // The value stands above: what is said is how a sum or a size became it.
  const said =
    how === "converted" || how === "exchanged" ? describeReading(text, field, reading) : null;
  const asOf = item ? readDateText(item.asOf) : (proposal?.asOf ?? "");
  const missing = item ? missingOf(item) : [];
  const state = item ? "accepted" : isSkipped ? "skipped" : "proposed";
  return (
    <div
      className={cx(
        "grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2.5",
        isSkipped && "text-ink-3",
      )}
    >
      {number === null ? (
        <span aria-hidden="true" className="fact-number" data-state={state}>
          +
        </span>
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className="fact-number"
          data-state={state}
          aria-label={t("record.fact.showPassage", { number: text.number(number) })}
          onClick={() => onShow(fact)}
        >
          {text.number(number)}
        </button>
      )}
      <div className="grid gap-0.5">
        <h3 className="text-12">
          <span className="font-semibold">{text.fieldLabel(field)}</span>
          <span className="text-ink-3"> · {subjectOf(about)}</span>
        </h3>
        <p>
          {present === undefined || isSame ? null : (
            <>
              <span className={present === null ? "unknown" : "text-ink-3"}>
                {text.value(field, present)}
              </span>
              <span aria-hidden="true">{"\u00a0→ "}</span>
            </>
          )}
          <span className="font-semibold">{text.value(field, value)}</span>
          {isSame ? <span className="text-ink-3"> · {t("record.fact.same")}</span> : null}
          {isPartialDate(asOf) ? (
            <span className="text-ink-3"> · {text.partialDate(asOf)}</span>
          ) : null}
        </p>
        {said ? <p className="text-12 text-ink-2">{said}</p> : null}
        {proposal?.isInexact && value === proposal.value ? (
          <p className="text-12 text-ink-2">{t("record.fact.inexact")}</p>
        ) : null}
        {words === "" ? null : <q className="text-12 text-ink-2">{words}</q>}
        {missing.length === 0 ? null : (
          <p className="text-12 text-amber-ink">
            {t("record.fact.missing", { sentences: missing.join(" ") })}
          </p>
        )}
      </div>
      <span className={cx("text-12", item ? "font-semibold text-accent" : "text-ink-3")}>
        {t(`record.fact.state.${state}`)}
      </span>
    </div>
  );
}
