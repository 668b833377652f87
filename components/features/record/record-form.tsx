"use client";

import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { draftOf, withAddress, withArticle } from "@/components/entry/article-source";
import { type DraftItem, type DraftRecord, isTouched } from "@/components/entry/draft";
import { NewFirm } from "@/components/entry/new-firm";
import { RecordDrafts } from "@/components/entry/record-drafts";
import type { RecordOptions } from "@/components/entry/record-fields";
import { listFactSubjects, type RecordSubject } from "@/components/entry/subject";
import { useRecord } from "@/components/entry/use-record";
import { CONTROL, MISSING } from "@/components/entry/value-editor";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
import { Fold } from "@/components/layout/section";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { guessLanguage } from "@/components/ui/original";
import { Segmented } from "@/components/ui/segmented";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { isZoneField } from "@/lib/catalogue/fields";
import { listUnread, proposeFacts } from "@/lib/entry/propose-facts";
import type { ArticleToRead } from "@/lib/server/desk/articles";
import { useText } from "@/lib/text/use-text";
import { ArticleRecord } from "./article-record";
import { ArticleSection, getSelected } from "./article-section";
import { FactEditor } from "./fact-editor";
import { FactFinder } from "./fact-finder";
import { type ArticleFact, FactList, isUndecided, listFacts, quoteSpan } from "./fact-list";
import { RecordAside, RecordPreview } from "./record-aside";
import { SourceSection } from "./source-section";

const FIRST_INPUT = ":is(input, select, textarea)";
/** The control of a value that is being changed. */
const VALUE = `[data-value-control] ${CONTROL}`;
const FINDER = "[data-find-fact]";
/** The buttons of a fact, the first of which accepts it. */
const DECIDE = "[data-fact-buttons] button";
const TABS = ["text", "facts"] as const;
/** Where the focus goes after sending. */
const FOCUS_AFTER = {
  missing: `:is([aria-invalid=true], ${MISSING})`,
  choice: "[data-choice]",
  start: FIRST_INPUT,
} as const;

interface RecordFormProps extends RecordSubject {
  email: string;
  /** The article to begin with; absent or null: none. */
  article?: ArticleToRead | null;
  /** The values of the choices of events and national figures. */
  choices?: RecordOptions["choices"];
}

/**
 * Records facts on any zones, events and national figures from one article: the text beside the facts that it proposes,
 * what each step requires, what will change, and what to do about a value that has changed. What is typed survives a
 * reload, an ended session and a lost connection.
 */
export function RecordForm(props: RecordFormProps) {
  const { email, article: toRead = null, choices = {}, ...subject } = props;
  const { zones, today } = subject;
  const { t, fieldLabel } = useText();
  const form = useRef<HTMLFormElement>(null);
  const article = useRef<HTMLTextAreaElement>(null);
  const focus = useFocusWithin(form);
  const record = useRecord(subject);
  const hydrated = useHydrated();
  /** The fact, event or figure that had the focus last. */
  const [activeId, setActiveId] = useState<string | null>(null);
  /** Reports that are being changed. */
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [tab, setTab] = useState<(typeof TABS)[number]>("text");
  const { submitted, checked, draft, tenancies } = record;
  useLeaveWarning(isTouched(draft), t("record.draft.leave"));

  const subjects = useMemo(() => listFactSubjects({ zones, tenancies }), [zones, tenancies]);
  const firms = useMemo(
    () => [...new Set(subject.tenancies.map(({ firm }) => firm))].sort(),
    [subject.tenancies],
  );
  const zoneNames = useMemo(() => new Map(zones.map(({ slug, name }) => [slug, name])), [zones]);
  const text = useDeferredValue(draft.article);
  const proposals = useMemo(() => proposeFacts(text, subjects, today), [text, subjects, today]);
  const unread = useMemo(() => listUnread(text, subjects, proposals), [text, subjects, proposals]);
  const facts = listFacts(proposals, { ...draft, article: text }, opened);
  const undecided = facts.filter(isUndecided).length;
  const skipped = facts.filter(({ isSkipped }) => isSkipped).length;
  const subjectOf = ({ zone, tenancy }: Pick<DraftItem, "zone" | "tenancy">) => {
    const firm = tenancies.find(({ id }) => id === tenancy)?.firm;
    return [firm, zoneNames.get(zone)].filter(Boolean).join(" · ");
  };
  const last = draft.items.at(-1);
  const activeRecord = draft.records.find(({ id }) => id === activeId);
  const activeItem = facts.find(({ id }) => id === activeId)?.item ?? last;
  const active = activeRecord
    ? t(`record.fact.${activeRecord.kind}`)
    : activeItem
      ? fieldLabel(activeItem.field)
      : null;
  const before =
    subjects.find((one) => one.zone === last?.zone && one.tenancy === (last?.tenancy ?? null)) ??
    null;

  const started = useRef(false);
  const { begin } = record;
  const { sources } = subject;
  // After the draft of this tab was restored: it may have the article already.
  useEffect(() => {
    if (toRead === null || started.current) return;
    started.current = true;
    begin(draftOf(toRead, sources));
  }, [toRead, sources, begin]);

  const submit = async () => {
    const next = await record.submit();
    if (next === null) return;
    const isSourceMissing = Object.keys(checked.sourceFaults).length > 0;
    if (next !== "start") setTab(isSourceMissing ? "text" : "facts");
    if (next === "missing") {
      const wrong = draft.items.filter(({ id }) => checked.itemFaults.has(id));
      for (const { id } of checked.ready ? draft.items : wrong) open(id);
    }
    focus(FOCUS_AFTER[next]);
  };
  const startOver = () => {
    record.clear();
    setTab("text");
    focus(FIRST_INPUT);
  };
  const open = (id: string) => setOpened((all) => new Set(all).add(id));
  const close = (id: string) => setOpened((all) => new Set([...all].filter((one) => one !== id)));
  const focusFact = (id: string) => focus(`[data-fact="${CSS.escape(id)}"] ${DECIDE}`);
  const focusNext = (fact: ArticleFact) => {
    const at = facts.indexOf(fact);
    const others = [...facts.slice(at + 1), ...facts.slice(0, at)];
    focusFact((others.find(isUndecided) ?? fact).id);
  };
  /** Opens a report that was added and goes to its value. */
  const show = (id: string) => {
    setTab("facts");
    open(id);
    focus(`#${elementId(id)} ${VALUE}`);
  };
  /** Makes a report of a proposed fact. @returns its id */
  const accept = ({ proposal, item }: ArticleFact): string => {
    if (item || proposal === null) return item?.id ?? "";
    const { subject: about, field, typed, asOf, isInexact } = proposal;
    const quotation = quoteSpan(text, proposal.quotation);
    return record.add({ zone: about.zone, tenancy: about.tenancy, field }, typed, {
      asOf: asOf ?? "",
      quotation,
      quotationLang: guessLanguage(quotation),
      // A value is exact, so that the summary says where the source is not.
      note: isInexact ? t("record.fact.inexact") : "",
    });
  };
  const skip = ({ id }: ArticleFact, isSkipped: boolean) =>
    record.setDraft((d) => {
      const others = d.skipped.filter((one) => one !== id);
      return { ...d, skipped: isSkipped ? [...others, id] : others };
    });
  const addRecord = (kind: DraftRecord["kind"]) => {
    const id = record.addRecord(kind, toLine(getSelected(article.current)));
    setActiveId(id);
    focus(`#${elementId(id)} ${FIRST_INPUT}`);
  };
  const quote = (selected: string) => {
    const quotation = toLine(selected);
    if (quotation === "") return;
    if (activeRecord) {
      const quotationLang = guessLanguage(quotation);
      record.changeRecord(activeRecord.id, { ...activeRecord.typed, quotation, quotationLang });
    } else if (activeItem) record.change(activeItem.id, { quotation });
  };
  /** Marks the fact whose passage is at a place of the text, and brings it into sight. */
  const showFactAt = (at: number) => {
    const fact = facts.find(({ proposal }) => {
      const passage = proposal?.quotation;
      return passage !== undefined && passage.from <= at && at < passage.to;
    });
    if (!fact) return;
    setActiveId(fact.id);
    const row = form.current?.querySelector(`[data-fact="${CSS.escape(fact.id)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  };
  const goTo = (to: (typeof TABS)[number], selector: string) => {
    // At once, so that the next key finds the focus there.
    flushSync(() => setTab(to));
    form.current?.querySelector<HTMLElement>(selector)?.focus();
  };
  const goToFacts = () => {
    const id = (facts.find(isUndecided) ?? facts[0])?.id ?? "";
    goTo("facts", `[data-fact="${CSS.escape(id)}"] ${DECIDE}`);
  };
  const editorOf = (fact: ArticleFact) => {
    const { item } = fact;
    if (!item || !(opened.has(item.id) || record.conflictOf(item) !== undefined)) return null;
    return (
      <FactEditor
        id={elementId(item.id)}
        item={item}
        subject={subjectOf(item)}
        record={record}
        onDone={() => {
          close(item.id);
          focusNext(fact);
        }}
        onRemove={() => {
          record.remove(item.id);
          if (fact.proposal) focusFact(fact.id);
          else focus("#record-claims");
        }}
      />
    );
  };
  if (record.otherPerson !== null) {
    return <OtherPersonNotice name={record.otherPerson} isKept />;
  }
  return (
    <>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
          else if (!event.altKey || event.ctrlKey || event.metaKey) return;
          else if (event.code === "KeyN") goTo("facts", FINDER);
          else if (event.code === "KeyP") goToFacts();
          else if (event.code === "KeyQ") quote(getSelected(article.current));
          else if (event.code === "KeyA") goTo("text", "[data-article]");
          else return;
          event.preventDefault();
        }}
      >
        {/* Nothing can be typed that the scripts would lose when they arrive. */}
        <fieldset disabled={!hydrated} className="grid min-w-0 gap-4">
          <RecordDrafts
            record={record}
            onStartOver={startOver}
            onResumed={() => focus(FIRST_INPUT)}
          />
          <Segmented
            label={t("record.fact.tabs")}
            className="lg:hidden"
            full
            segments={TABS.map((value) => ({
              value,
              label: t(`record.fact.tab.${value}`, { undecided }),
            }))}
            value={tab}
            onChange={setTab}
          />
          <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-2">
            <div
              className={cx(
                "grid min-w-0 gap-6 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto",
                tab !== "text" && "max-lg:hidden",
              )}
            >
              <ArticleSection
                field={article}
                article={draft.article}
                marks={facts.flatMap(({ id, proposal, item, isSkipped }, place) =>
                  proposal === null
                    ? []
                    : {
                        ...proposal.quotation,
                        number: place + 1,
                        state: item ? "accepted" : isSkipped ? "skipped" : "proposed",
                        isActive: id === activeId,
                      },
                )}
                onChange={(typed) => record.setDraft((d) => withArticle(d, typed))}
                onAddress={(url) => record.setDraft((d) => withAddress(d, url, subject.sources))}
                onPlace={showFactAt}
                active={active}
                onQuote={quote}
              />
              <SourceSection
                draft={draft}
                sources={subject.sources}
                faults={submitted ? checked.sourceFaults : {}}
                onChange={(part) => record.setDraft((d) => ({ ...d, ...part }))}
                onSource={record.changeSource}
              />
            </div>
            <section
              aria-labelledby="record-claims"
              className={cx("grid min-w-0 gap-2", tab !== "facts" && "max-lg:hidden")}
            >
              <h2 id="record-claims" tabIndex={-1} className="title outline-none">
                {t("record.fact.title")}
              </h2>
              <p role="status" className="text-12 text-ink-3">
                {facts.length === 0
                  ? t(text === "" ? "record.fact.start" : "record.fact.none")
                  : t("record.fact.counts", {
                      accepted: draft.items.length,
                      skipped,
                      undecided,
                    })}
              </p>
              {draft.items.length === 0 && submitted ? (
                <p role="alert" className="text-12 text-rust">
                  {t("record.issue.noReport")}
                </p>
              ) : null}
              {record.loadFailure ? (
                <Notice
                  tone="rust"
                  live
                  action={<Button onClick={record.retryLoading}>{t("record.draft.retry")}</Button>}
                >
                  {record.loadFailure}
                </Notice>
              ) : null}
              <FactList
                facts={facts}
                article={text}
                subjectOf={subjectOf}
                presentOf={(fact) => {
                  const { zone, field } = fact;
                  if (isZoneField(field)) {
                    return record.rows.find(({ slug }) => slug === zone)?.values[field];
                  }
                  const isLoaded = draft.items.some((one) => one.zone === zone);
                  return isLoaded ? record.shownOf(fact).value : undefined;
                }}
                missingOf={({ id }) => [
                  ...new Set(Object.values(checked.itemFaults.get(id) ?? {})),
                ]}
                editorOf={editorOf}
                activeId={activeId}
                onShow={({ id }) => {
                  setActiveId(id);
                  setTab("text");
                }}
                onFocus={({ id }) => setActiveId(id)}
                onAccept={accept}
                onChange={(fact) => show(accept(fact))}
                onSkip={skip}
                onRemove={({ id }) => record.remove(id)}
              />
              {unread.length === 0 ? null : (
                <Fold label={t("record.fact.unread", { count: unread.length })}>
                  <ul className="grid gap-1 text-12 text-ink-2">
                    {unread.map((span) => (
                      <li key={span.from}>
                        <q>{quoteSpan(text, span)}</q>
                      </li>
                    ))}
                  </ul>
                </Fold>
              )}
              <FactFinder
                subjects={subjects}
                zoneNames={zoneNames}
                before={before}
                onAdd={({ subject: { zone, tenancy }, field, value }) => {
                  const id = record.add({ zone, tenancy, field }, value);
                  setActiveId(id);
                  show(id);
                }}
              />
              <NewFirm
                zones={zones}
                zone={last?.zone ?? ""}
                firms={firms}
                onAdd={(slug, name) => show(record.addFirm(slug, name))}
              />
              {draft.records.map((one) => (
                <ArticleRecord
                  key={one.id}
                  id={elementId(one.id)}
                  record={one}
                  faults={submitted ? (checked.recordFaults.get(one.id) ?? {}) : {}}
                  options={{
                    zones: zones.map(({ slug, name }) => ({ id: slug, label: name })),
                    sources: [],
                    choices,
                  }}
                  onFocus={() => setActiveId(one.id)}
                  onChange={(typed) => record.changeRecord(one.id, typed)}
                  onRemove={() => {
                    record.removeRecord(one.id);
                    focus("#record-claims");
                  }}
                />
              ))}
              {subject.takenIds ? (
                <p className="flex flex-wrap gap-2 pt-2 pb-4">
                  {(["event", "figure"] as const).map((kind) => (
                    <Button key={kind} onClick={() => addRecord(kind)}>
                      {t("record.fact.add", { kind })}
                    </Button>
                  ))}
                </p>
              ) : null}
              <RecordPreview record={record} nameOf={(slug) => zoneNames.get(slug) ?? slug} />
            </section>
          </div>
          <p className="text-12 text-ink-3">{t("record.draft.kept")}</p>
          <RecordAside record={record} undecided={undecided} onStartOver={startOver} />
        </fieldset>
      </form>
      <SignInAgain
        open={record.signedOut}
        email={email}
        onClose={record.closeSignIn}
        onSignedIn={() => void submit()}
      />
    </>
  );
}

/** Words on one line. */
function toLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** The id of the element of a report, event or figure. */
function elementId(item: string): string {
  return `claim-${item}`;
}
