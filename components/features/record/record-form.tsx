"use client";

import dynamic from "next/dynamic";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { valueWords } from "@/lib/text/value-words";
import { ConflictNotice } from "./conflict-notice";
import { isTouched } from "./draft";
import { FieldPicker } from "./field-picker";
import { ItemEditor } from "./item-editor";
import { PreviewPanel } from "./preview-panel";
import { SavedNotice } from "./saved-notice";
import { SourceSection } from "./source-section";
import { LeftBehind } from "./unfinished-drafts";
import { type RecordSubject, useRecord } from "./use-record";

const SignInAgain = dynamic(() =>
  import("@/components/layout/sign-in-again").then((m) => m.SignInAgain),
);

/** The fields that a report most often speaks of; any other is added by its name. */
const USUAL: readonly FieldKey[] = ["status", "legalStatus"];

const FIRST_INPUT = ":is(input, select)";
/** Where the focus goes after sending. */
const LEADS = { missing: "[aria-invalid=true]", choice: "[data-choice]", begin: FIRST_INPUT };

/**
 * Records claims on a zone from one source: what each step demands, what will change, and what to do
 * when somebody else was faster. Everything typed survives reload, an ended session and a lost connection.
 */
export function RecordForm({ email, ...subject }: RecordSubject & { email: string }) {
  const { slug, name, tenancies } = subject;
  const form = useRef<HTMLFormElement>(null);
  const lead = useFocusWithin(form);
  const record = useRecord(subject);
  const { asked, checked, draft, preview, sources } = record;
  const claims = draft.items.length;

  const submit = async () => {
    const next = await record.submit();
    if (next !== null) lead(LEADS[next]);
  };
  const startOver = () => {
    record.clear();
    lead(FIRST_INPUT);
  };
  const add = (field: FieldKey, tenancy: string | null) =>
    lead(`#${partOf(record.add(field, tenancy))} :is(input, select)`);
  const takeOut = (id: string) => {
    record.remove(id);
    lead("#record-claims");
  };

  return (
    <>
      {record.saved ? (
        <SavedNotice
          slug={slug}
          email={email}
          claimIds={record.saved}
          onDone={() => {
            record.forgetSaved();
            lead(FIRST_INPUT);
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
            <Notice live action={<Button onClick={startOver}>Begin anew</Button>}>
              What you had typed is here again.
            </Notice>
          ) : null}
          <LeftBehind
            others={record.others}
            onTakeUp={(other) => {
              record.resumeDraft(other);
              lead(FIRST_INPUT);
            }}
          />
          <SourceSection
            draft={draft}
            sources={subject.sources}
            faults={asked ? checked.sourceFaults : {}}
            onChange={(part) => record.setDraft((d) => ({ ...d, ...part }))}
          />
          <section aria-labelledby="record-claims" className="grid gap-2">
            <h2 id="record-claims" tabIndex={-1} className="title outline-none">
              What it says of {name}
            </h2>
            {claims === 0 ? (
              <div className="flex flex-wrap gap-2">
                {USUAL.map((field) => (
                  <Button key={field} onClick={() => add(field, null)}>
                    {fieldSpec(field).label}
                  </Button>
                ))}
                {asked ? (
                  <p role="alert" className="basis-full text-12 text-rust">
                    Add at least one claim.
                  </p>
                ) : null}
              </div>
            ) : null}
            {draft.items.map((item) => {
              const current = record.conflictOf(item);
              const claim = checked.claims.find(({ id }) => id === item.id);
              return (
                <ItemEditor
                  key={item.id}
                  id={partOf(item.id)}
                  item={item}
                  firm={tenancies.find(({ id }) => id === item.tenancy)?.firm ?? null}
                  shown={record.shownOf(item)}
                  sources={sources}
                  draftDate={draft.asOf}
                  gate={checked.gates.get(item.id) ?? []}
                  faults={{
                    ...record.fromServer.get(item.id),
                    ...(asked ? checked.itemFaults.get(item.id) : {}),
                  }}
                  onChange={(part) => record.change(item.id, part)}
                  onRemove={() => takeOut(item.id)}
                >
                  {current === undefined ? null : (
                    <ConflictNotice
                      field={item.field}
                      current={current}
                      yours={claim ? valueWords(item.field, claim.value) : "not given yet"}
                      yourSource={
                        draft.newSource?.title ||
                        sources.get(draft.sourceId ?? "")?.title ||
                        "source not chosen yet"
                      }
                      sources={sources}
                      onKeep={() => {
                        record.overwrite(item, current);
                        lead(`#${partOf(item.id)} :is(input, select)`);
                      }}
                      onDrop={() => takeOut(item.id)}
                    />
                  )}
                </ItemEditor>
              );
            })}
            <FieldPicker tenancies={tenancies} onAdd={add} />
          </section>
        </div>

        <aside className="grid gap-4 lg:sticky lg:top-4" aria-label="What will change">
          <h2 className="title">What will change</h2>
          {preview ? (
            <PreviewPanel preview={preview} />
          ) : (
            <p className="text-ink-3">
              As soon as a value is given, this shows what it does to the value, the readiness, the
              place and the funnels. Nothing is recorded before you say so.
            </p>
          )}
          {record.failure ? (
            <Notice tone="rust" live>
              {record.failure}
            </Notice>
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="main" type="submit" aria-disabled={record.busy}>
              {record.busy
                ? "Recording…"
                : claims > 1
                  ? `Record ${claims} claims`
                  : "Record the claim"}
            </Button>
            {isTouched(draft) ? (
              <Button variant="quiet" onClick={startOver}>
                Discard
              </Button>
            ) : null}
          </div>
          <p className="text-11 text-ink-3">
            Ctrl+Enter records. What you type is kept in this browser until it is recorded or
            discarded.
          </p>
        </aside>
      </form>
      {record.signedOut ? (
        <SignInAgain
          email={email}
          onClose={record.closeSignIn}
          onSignedIn={() => {
            record.closeSignIn();
            void submit();
          }}
        />
      ) : null}
    </>
  );
}

/** The id of a claim's part of the form. */
function partOf(item: string): string {
  return `claim-${item}`;
}
