"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { draftOf, withAddress, withArticle } from "@/components/entry/article-source";
import { type DraftItem, isTouched } from "@/components/entry/draft";
import { NewFirm } from "@/components/entry/new-firm";
import { listFactSubjects, type RecordSubject } from "@/components/entry/subject";
import { useRecord } from "@/components/entry/use-record";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { UnfinishedDrafts } from "@/components/layout/unfinished-drafts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import type { ArticleToRead } from "@/lib/server/desk/articles";
import { useText } from "@/lib/text/use-text";
import { ArticleSection, getSelected } from "./article-section";
import { FactFinder } from "./fact-finder";
import { RecordAside } from "./record-aside";
import { RecordItem } from "./record-item";
import { SourceSection } from "./source-section";

const FIRST_INPUT = ":is(input, select, textarea)";
const FINDER = "[data-find-fact]";
/** Where the focus goes after sending. */
const FOCUS_AFTER = {
  missing: "[aria-invalid=true]",
  choice: "[data-choice]",
  start: FIRST_INPUT,
} as const;

interface RecordFormProps extends RecordSubject {
  email: string;
  /** The article to begin with; absent or null: none. */
  article?: ArticleToRead | null;
}

/**
 * Records claims on any zones from one article: what each step requires, what will change, and what to do about a value
 * that has changed. What is typed survives a reload, an ended session and a lost connection.
 */
export function RecordForm({ email, article: toRead = null, ...subject }: RecordFormProps) {
  const { zones } = subject;
  const { t, fieldLabel, instant } = useText();
  const form = useRef<HTMLFormElement>(null);
  const article = useRef<HTMLTextAreaElement>(null);
  const focus = useFocusWithin(form);
  const record = useRecord(subject);
  const hydrated = useHydrated();
  const [activeId, setActiveId] = useState<string | null>(null);
  const { submitted, checked, draft, tenancies } = record;
  const claims = draft.items.length;
  useLeaveWarning(isTouched(draft), t("record.draft.leave"));

  const subjects = useMemo(() => listFactSubjects({ zones, tenancies }), [zones, tenancies]);
  const firms = useMemo(
    () => [...new Set(subject.tenancies.map(({ firm }) => firm))].sort(),
    [subject.tenancies],
  );
  const zoneNames = useMemo(() => new Map(zones.map(({ slug, name }) => [slug, name])), [zones]);
  const firmOf = (item: DraftItem) => tenancies.find(({ id }) => id === item.tenancy)?.firm ?? null;
  const active = draft.items.find(({ id }) => id === activeId) ?? draft.items.at(-1) ?? null;
  const last = draft.items.at(-1);
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
    if (next !== null) focus(FOCUS_AFTER[next]);
  };
  const startOver = () => {
    record.clear();
    focus(FIRST_INPUT);
  };
  const add = (fact: Pick<DraftItem, "zone" | "field" | "tenancy">, typed: string | null) => {
    show(record.add(fact, typed));
  };
  const show = (id: string) => {
    setActiveId(id);
    focus(`#${elementId(id)} ${FIRST_INPUT}`);
  };
  const remove = (id: string) => {
    record.remove(id);
    focus("#record-claims");
  };
  const quote = (words: string) => {
    if (active === null || words === "") return;
    record.change(active.id, { quotation: words.replace(/\s+/g, " ") });
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
          else if (event.code === "KeyN") focus(FINDER);
          else if (event.code === "KeyQ") quote(getSelected(article.current));
          else if (event.code === "KeyA") article.current?.focus();
          else return;
          event.preventDefault();
        }}
      >
        {/* Nothing can be typed that the scripts would lose when they arrive. */}
        <fieldset
          disabled={!hydrated}
          className="grid min-w-0 items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
        >
          <div className="grid min-w-0 gap-4">
            {record.restored ? (
              <Notice
                live
                action={<Button onClick={startOver}>{t("record.draft.startOver")}</Button>}
              >
                {t("desk.restored")}
              </Notice>
            ) : null}
            <UnfinishedDrafts
              drafts={record.others}
              keyOf={({ draft: other }) => other.id}
              labelOf={({ draft: other, changedAt }) =>
                t("record.draft.changed", {
                  reports: other.items.length,
                  at: instant(new Date(changedAt)),
                })
              }
              onResume={({ draft: other }) => {
                record.resumeDraft(other);
                focus(FIRST_INPUT);
              }}
            />
            <ArticleSection
              field={article}
              article={draft.article}
              onChange={(text) => record.setDraft((d) => withArticle(d, text))}
              onAddress={(url) => record.setDraft((d) => withAddress(d, url, subject.sources))}
              active={active === null ? null : fieldLabel(active.field)}
              onQuote={quote}
            />
            <SourceSection
              draft={draft}
              sources={subject.sources}
              faults={submitted ? checked.sourceFaults : {}}
              onChange={(part) => record.setDraft((d) => ({ ...d, ...part }))}
            />
            <section aria-labelledby="record-claims" className="grid gap-2">
              <h2 id="record-claims" tabIndex={-1} className="title outline-none">
                {t("record.report.titleOfArticle")}
              </h2>
              {claims === 0 && submitted ? (
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
              {draft.items.map((item) => (
                <RecordItem
                  key={item.id}
                  id={elementId(item.id)}
                  item={item}
                  subject={[firmOf(item), zoneNames.get(item.zone)].filter(Boolean).join(" · ")}
                  record={record}
                  onFocus={() => setActiveId(item.id)}
                  onRemove={() => remove(item.id)}
                  onKept={() => focus(`#${elementId(item.id)} ${FIRST_INPUT}`)}
                />
              ))}
              <FactFinder
                subjects={subjects}
                zoneNames={zoneNames}
                before={before}
                onAdd={({ subject: { zone: slug, tenancy }, field, value }) =>
                  add({ zone: slug, tenancy, field }, value)
                }
              />
              <NewFirm
                zones={zones}
                zone={last?.zone ?? ""}
                firms={firms}
                onAdd={(slug, name) => show(record.addFirm(slug, name))}
              />
            </section>
          </div>

          <RecordAside
            record={record}
            nameOf={(slug) => zoneNames.get(slug) ?? slug}
            onStartOver={startOver}
          />
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

/** The id of a claim's element. */
function elementId(item: string): string {
  return `claim-${item}`;
}
