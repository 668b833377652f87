"use client";

import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { fieldClass } from "@/components/ui/field-class";
import { Notice } from "@/components/ui/notice";
import { Labelled, TextField } from "@/components/ui/text-field";
import { SOURCE_KINDS } from "@/lib/evidence/ledger-records";
import { type SourceChangeSubject, useSourceChange } from "./use-source-change";

/** Props of the form. */
export interface SourceChangeFormProps extends SourceChangeSubject {
  /** Who is signed in, for a session that ends meanwhile. */
  email: string;
}

/** Replaces a source's address, or corrects what is said of it, with the reason that readers will see. */
export function SourceChangeForm({ email, ...subject }: SourceChangeFormProps) {
  const form = useSourceChange(subject);
  const { draft, change, faults, busy } = form;
  return (
    <>
      <form
        noValidate
        className="grid max-w-[44rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        {form.overtaken ? (
          <Notice
            tone="amber"
            live
            action={<Button onClick={form.overwrite}>Record mine over it</Button>}
          >
            Somebody changed this source since you began: it now says “{subject.source.title}”, to
            be read at {subject.source.url ?? "no address"}. What you typed is still here.
          </Notice>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <TextField
            label="To be read at"
            hint="Its web address; leave it empty where it has none any more"
            type="url"
            inputMode="url"
            maxLength={2000}
            value={draft.url}
            onChange={(url) => change({ url })}
            fault={faults.url ?? null}
          />
          <TextField
            label="Last read there"
            hint="The day"
            type="date"
            max={subject.today}
            value={draft.accessed}
            onChange={(accessed) => change({ accessed })}
            fault={faults.accessed ?? null}
          />
        </div>
        <TextField
          label="Why is it changed?"
          hint="Stands in its history, beside what it said before"
          maxLength={4000}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          fault={faults.reason ?? null}
        />
        <fieldset className="grid gap-4 border-line border-t pt-4">
          <legend className="float-left mb-3 w-full font-medium text-15">What is said of it</legend>
          <TextField
            label="Title"
            rows={2}
            maxLength={300}
            value={draft.title}
            onChange={(title) => change({ title })}
            fault={faults.title ?? null}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              label="Publisher"
              maxLength={200}
              value={draft.publisher}
              onChange={(publisher) => change({ publisher })}
              fault={faults.publisher ?? null}
            />
            <TextField
              label="Published"
              hint="A year, month or day; claims without a date of their own bear this one"
              maxLength={10}
              value={draft.publishedOn}
              onChange={(publishedOn) => change({ publishedOn })}
              fault={faults.publishedOn ?? null}
            />
            <Labelled label="Kind">
              {({ id }) => (
                <select
                  id={id}
                  className={fieldClass()}
                  value={draft.kind}
                  onChange={(event) => {
                    const kind = SOURCE_KINDS.find((word) => word === event.currentTarget.value);
                    if (kind) change({ kind });
                  }}
                >
                  {SOURCE_KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {kind}
                    </option>
                  ))}
                </select>
              )}
            </Labelled>
          </div>
          <label className="flex min-h-6 items-center gap-2">
            <Checkbox
              checked={draft.publishedOnEstimated}
              onChange={(event) => change({ publishedOnEstimated: event.currentTarget.checked })}
            />
            The date is estimated
          </label>
        </fieldset>
        {form.failure === null ? null : (
          <Notice tone="rust" live>
            {form.failure}
          </Notice>
        )}
        <div>
          <Button type="submit" variant="main" aria-disabled={busy}>
            {busy ? "Recording…" : "Record the change"}
          </Button>
        </div>
      </form>
      {form.signedOut ? (
        <SignInAgain
          email={email}
          onClose={form.closeSignIn}
          onSignedIn={() => {
            form.closeSignIn();
            void form.submit();
          }}
        />
      ) : null}
    </>
  );
}
