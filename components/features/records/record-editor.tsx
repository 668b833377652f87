"use client";

import Link from "next/link";
import { useRef } from "react";
import { PartField, type RecordOptions } from "@/components/entry/record-fields";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { UnfinishedDrafts } from "@/components/layout/unfinished-drafts";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { RECORD_PARTS } from "@/lib/records/record-kinds";
import { usePlainText } from "@/lib/text/use-plain-text";
import { recordPath } from "./record-list";
import type { EditedRecord } from "./record-request";
import { useRecordEditor } from "./use-record-editor";

interface RecordEditorProps extends EditedRecord {
  options: RecordOptions;
  /** The user, for a session that ends meanwhile. */
  email: string;
}

/** The form of a new record, or of a new version of one. What is typed stays in this browser until it is saved. */
export function RecordEditor({ options, email, ...record }: RecordEditorProps) {
  const { t, instant } = usePlainText();
  const editor = useRecordEditor(record);
  const element = useRef<HTMLFormElement>(null);
  const focus = useFocusWithin(element);
  const { kind, present } = record;
  const submit = async () => {
    await editor.submit();
    focus("[aria-invalid=true]");
  };
  const restart = (change: () => void) => {
    change();
    focus(":is(input, select, textarea)");
  };
  if (editor.otherPerson !== null) {
    return <OtherPersonNotice name={editor.otherPerson} isKept />;
  }
  return (
    <>
      <form
        ref={element}
        noValidate
        aria-label={t(present ? "records.changeTitle" : "records.addTitle", { kind })}
        className="grid max-w-[44rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {editor.restored ? <Notice live>{t("desk.restored")}</Notice> : null}
        <UnfinishedDrafts
          drafts={editor.others}
          keyOf={({ id }) => id}
          labelOf={({ draft: { draft }, changedAt }) => {
            const name = (draft.title ?? draft.name ?? draft.label ?? "").trim();
            const at = instant(new Date(changedAt));
            return name === ""
              ? t("records.draftNoName", { at })
              : t("records.draft", { name, at });
          }}
          onResume={(other) => restart(() => editor.resume(other))}
        />
        {RECORD_PARTS[kind]
          .filter(({ later }) => present || !later)
          .map((part) => (
            <PartField
              key={`${part.key} ${editor.loaded}`}
              part={part}
              draft={editor.draft}
              fault={editor.faults[part.key]}
              present={editor.overtaken[part.key]}
              options={options}
              readOnly={editor.busy}
              onChange={(typed) => editor.change(part.key, typed)}
            />
          ))}
        {present ? (
          <TextField
            label={t("records.reason")}
            hint={t("records.reasonHint")}
            maxLength={4000}
            readOnly={editor.busy}
            value={editor.reason}
            onChange={editor.setReason}
            {...(editor.faults.reason ? { error: editor.faults.reason } : {})}
          />
        ) : null}
        {editor.sameAddress ? (
          <Notice
            tone="amber"
            live
            action={
              <Link className={buttonClass()} href={recordPath(kind, editor.sameAddress.id)}>
                {t("records.openSource")}
              </Link>
            }
          >
            {t("records.sameAddress", { name: editor.sameAddress.name })}
          </Notice>
        ) : null}
        {editor.similar.length > 0 ? (
          <Notice tone="amber" live>
            {t("records.similar", { names: editor.similar.join(", ") })}
          </Notice>
        ) : null}
        {editor.failure ? (
          <Notice tone="rust" live>
            {editor.failure}
          </Notice>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="main" aria-busy={editor.busy}>
            {t(present ? "records.save" : "records.add")}
          </Button>
          {editor.dirty && !editor.busy ? (
            <Button variant="quiet" onClick={() => restart(editor.discard)}>
              {t("records.discard")}
            </Button>
          ) : null}
        </div>
      </form>
      <SignInAgain
        open={editor.signedOut}
        email={email}
        onClose={editor.closeSignIn}
        onSignedIn={() => void submit()}
      />
    </>
  );
}
