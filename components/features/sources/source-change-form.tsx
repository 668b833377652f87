"use client";

import { useRef } from "react";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { SOURCE_KINDS } from "@/lib/evidence/ledger-records";
import { usePlainText } from "@/lib/text/use-plain-text";
import { type SourceChangeSubject, useSourceChange } from "./use-source-change";

interface SourceChangeFormProps extends SourceChangeSubject {
  /** The user, for a session that ends meanwhile. */
  email: string;
}

/** Changes a source: its web address, title, publisher, date and kind, with a reason that readers see. */
export function SourceChangeForm({ email, ...subject }: SourceChangeFormProps) {
  const { t } = usePlainText();
  const form = useSourceChange(subject);
  const { draft, change, faults, busy } = form;
  const element = useRef<HTMLFormElement>(null);
  const focus = useFocusWithin(element);
  const submit = async () => {
    await form.submit();
    focus("[aria-invalid=true]");
  };
  if (form.otherPerson !== null) return <OtherPersonNotice name={form.otherPerson} isKept />;
  return (
    <>
      <form
        ref={element}
        noValidate
        className="grid max-w-[44rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {form.overtaken ? (
          <Notice
            tone="amber"
            live
            action={<Button onClick={form.overwrite}>{t("sources.edit.overwrite")}</Button>}
          >
            {t("sources.edit.overtaken", {
              title: subject.source.title,
              linked: subject.source.url === null ? "no" : "yes",
              url: subject.source.url ?? "",
            })}
          </Notice>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <TextField
            label={t("sources.edit.url")}
            hint={t("sources.edit.urlHint")}
            type="url"
            inputMode="url"
            maxLength={2000}
            value={draft.url}
            onChange={(url) => change({ url })}
            error={faults.url ?? null}
          />
          <TextField
            label={t("sources.edit.accessed")}
            hint={t("sources.edit.accessedHint")}
            type="date"
            max={subject.today}
            value={draft.accessed}
            onChange={(accessed) => change({ accessed })}
            error={faults.accessed ?? null}
          />
        </div>
        <TextField
          label={t("sources.edit.reason")}
          hint={t("sources.edit.reasonHint")}
          maxLength={4000}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          error={faults.reason ?? null}
        />
        <fieldset className="grid gap-4 border-line border-t pt-4">
          <legend className="title float-left mb-1 w-full">{t("sources.edit.details")}</legend>
          <TextField
            label={t("sources.edit.sourceTitle")}
            rows={2}
            maxLength={300}
            value={draft.title}
            onChange={(title) => change({ title })}
            error={faults.title ?? null}
          />
          <TextField
            label={t("sources.edit.archived")}
            hint={t("sources.edit.archivedHint")}
            type="url"
            inputMode="url"
            maxLength={2000}
            value={draft.archivedUrl}
            onChange={(archivedUrl) => change({ archivedUrl })}
            error={faults.archivedUrl ?? null}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              label={t("sources.edit.publisher")}
              maxLength={200}
              value={draft.publisher}
              onChange={(publisher) => change({ publisher })}
              error={faults.publisher ?? null}
            />
            <TextField
              label={t("sources.edit.published")}
              hint={t("sources.edit.publishedHint")}
              maxLength={40}
              value={draft.publishedOn}
              onChange={(publishedOn) => change({ publishedOn })}
              error={faults.publishedOn ?? null}
            />
            <ChoiceField
              label={t("sources.edit.kind")}
              values={SOURCE_KINDS}
              labelOf={(kind) => t(`common.sourceKind.${kind}`)}
              value={draft.kind}
              onChange={(kind) => change({ kind })}
            />
          </div>
          <label className="flex min-h-6 items-center gap-2">
            <Checkbox
              checked={draft.publishedOnEstimated}
              onChange={(event) => change({ publishedOnEstimated: event.currentTarget.checked })}
            />
            {t("sources.edit.isEstimated")}
          </label>
        </fieldset>
        {form.failure === null ? null : (
          <Notice tone="rust" live>
            {form.failure}
          </Notice>
        )}
        <div>
          <Button type="submit" variant="main" aria-disabled={busy}>
            {t(busy ? "sources.edit.busy" : "sources.edit.submit")}
          </Button>
        </div>
      </form>
      <SignInAgain
        open={form.signedOut}
        email={email}
        onClose={form.closeSignIn}
        onSignedIn={() => void submit()}
      />
    </>
  );
}
