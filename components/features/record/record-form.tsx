"use client";

import { useRef } from "react";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import type { FieldKey } from "@/lib/catalogue/fields";
import { useText } from "@/lib/text/use-text";
import { ConflictNotice } from "./conflict-notice";
import { isTouched, type RecordDraft } from "./draft";
import { FieldPicker } from "./field-picker";
import { ItemEditor } from "./item-editor";
import { PreviewPanel } from "./preview-panel";
import { SavedNotice } from "./saved-notice";
import { SourceSection } from "./source-section";
import type { DraftState } from "./use-draft";
import { type RecordSubject, useRecord } from "./use-record";

/** The fields that sources report most often; the picker adds any other. */
const USUAL: readonly FieldKey[] = ["status", "legalStatus"];

const FIRST_INPUT = ":is(input, select)";
/** Where the focus goes after sending. */
const FOCUS_AFTER = {
  missing: "[aria-invalid=true]",
  choice: "[data-choice]",
  start: FIRST_INPUT,
} as const;

/**
 * Records claims on a zone from one source: what each step requires, what will change, and what to do
 * about a value that has changed. What is typed survives a reload, an ended session and a lost connection.
 */
export function RecordForm({ email, ...subject }: RecordSubject & { email: string }) {
  const { slug, name, tenancies } = subject;
  const { t, fieldLabel } = useText();
  const form = useRef<HTMLFormElement>(null);
  const focus = useFocusWithin(form);
  const record = useRecord(subject);
  const { submitted, checked, draft, preview, sources } = record;
  const claims = draft.items.length;

  const submit = async () => {
    const next = await record.submit();
    if (next !== null) focus(FOCUS_AFTER[next]);
  };
  const startOver = () => {
    record.clear();
    focus(FIRST_INPUT);
  };
  const add = (field: FieldKey, tenancy: string | null) =>
    focus(`#${elementId(record.add(field, tenancy))} ${FIRST_INPUT}`);
  const remove = (id: string) => {
    record.remove(id);
    focus("#record-claims");
  };

  return (
    <>
      {record.saved ? (
        <SavedNotice
          slug={slug}
          email={email}
          reports={record.saved}
          onDone={() => {
            record.forgetSaved();
            focus(FIRST_INPUT);
          }}
        />
      ) : null}
      <form
        ref={form}
        noValidate
        className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void submit();
        }}
      >
        <div className="grid min-w-0 gap-4">
          {record.restored ? (
            <Notice
              live
              action={<Button onClick={startOver}>{t("record.draft.startOver")}</Button>}
            >
              {t("record.draft.restored")}
            </Notice>
          ) : null}
          <UnfinishedDrafts
            others={record.others}
            onResume={(other) => {
              record.resumeDraft(other);
              focus(FIRST_INPUT);
            }}
          />
          <SourceSection
            draft={draft}
            sources={subject.sources}
            faults={submitted ? checked.sourceFaults : {}}
            onChange={(part) => record.setDraft((d) => ({ ...d, ...part }))}
          />
          <section aria-labelledby="record-claims" className="grid gap-2">
            <h2 id="record-claims" tabIndex={-1} className="title outline-none">
              {t("record.report.title", { name })}
            </h2>
            {claims === 0 ? (
              <div className="flex flex-wrap gap-2">
                {USUAL.map((field) => (
                  <Button key={field} onClick={() => add(field, null)}>
                    {fieldLabel(field)}
                  </Button>
                ))}
                {submitted ? (
                  <p role="alert" className="basis-full text-12 text-rust">
                    {t("record.issue.noReport")}
                  </p>
                ) : null}
              </div>
            ) : null}
            {draft.items.map((item) => {
              const current = record.conflictOf(item);
              return (
                <ItemEditor
                  key={item.id}
                  id={elementId(item.id)}
                  item={item}
                  firm={tenancies.find(({ id }) => id === item.tenancy)?.firm ?? null}
                  shown={record.shownOf(item)}
                  sources={sources}
                  draftDate={draft.asOf}
                  gate={checked.gates.get(item.id) ?? []}
                  faults={{
                    ...record.fromServer.get(item.id),
                    ...(submitted ? checked.itemFaults.get(item.id) : {}),
                  }}
                  onChange={(part) => record.change(item.id, part)}
                  onRemove={() => remove(item.id)}
                >
                  {current === undefined ? null : (
                    <ConflictNotice
                      field={item.field}
                      current={current}
                      draft={checked.claims.find(({ id }) => id === item.id)}
                      draftSource={
                        draft.newSource?.title || sources.get(draft.sourceId ?? "")?.title || ""
                      }
                      sources={sources}
                      onKeep={() => {
                        record.overwrite(item, current);
                        focus(`#${elementId(item.id)} ${FIRST_INPUT}`);
                      }}
                      onRemove={() => remove(item.id)}
                    />
                  )}
                </ItemEditor>
              );
            })}
            <FieldPicker tenancies={tenancies} onAdd={add} />
          </section>
        </div>

        <aside className="grid gap-4 lg:sticky lg:top-4" aria-labelledby="record-preview">
          <h2 id="record-preview" className="title">
            {t("record.preview.title")}
          </h2>
          {preview ? (
            <PreviewPanel preview={preview} />
          ) : (
            <p className="text-ink-3">{t("record.preview.empty")}</p>
          )}
          {record.failure ? (
            <Notice tone="rust" live>
              {record.failure}
            </Notice>
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="main" type="submit" aria-disabled={record.busy}>
              {record.busy ? t("record.submit.busy") : t("record.submit.record", { count: claims })}
            </Button>
            {isTouched(draft) ? (
              <Button variant="quiet" onClick={startOver}>
                {t("record.draft.discard")}
              </Button>
            ) : null}
          </div>
          <p className="text-12 text-ink-3">{t("record.draft.kept")}</p>
        </aside>
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

interface UnfinishedDraftsProps {
  others: DraftState["others"];
  onResume: (draft: RecordDraft) => void;
}

/** Drafts on this zone from other tabs and earlier days, which can be continued. */
function UnfinishedDrafts({ others, onResume }: UnfinishedDraftsProps) {
  const { t, instant } = useText();
  if (others.length === 0) return null;
  return (
    <Notice>
      <p>{t("record.draft.unfinished", { count: others.length })}</p>
      <ul className="mt-1 grid gap-1">
        {others.map(({ draft, changedAt }) => (
          <li key={draft.id} className="flex flex-wrap items-center gap-x-3">
            <span>
              {t("record.draft.changed", {
                reports: draft.items.length,
                at: instant(new Date(changedAt)),
              })}
            </span>
            <Button variant="quiet" onClick={() => onResume(draft)}>
              {t("record.draft.resume")}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
