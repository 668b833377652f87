"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/layout/confirm-dialog";
import { Anchor } from "@/components/layout/link";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FILE_CLASS } from "@/components/ui/field-class";
import { formText, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField, Labelled } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { readProblem } from "@/lib/client/problem";
import type { ActionResult } from "@/lib/contract/action-result";
import {
  MAX_PAGES_LENGTH,
  MAX_SOURCE_FILE_MB,
  SOURCE_FILE_TYPES,
  type SourceFile,
  sourceFilePath,
} from "@/lib/contract/source-file";
import { usePlainText } from "@/lib/text/use-plain-text";

interface SourceFileFormProps {
  /** Id of the source. */
  id: string;
  /** Null: the source has none. */
  file: SourceFile | null;
  /** Changes the pages and the readers of the file. */
  change: (input: unknown) => Promise<ActionResult>;
  remove: (input: unknown) => Promise<ActionResult>;
}

/** The file of a source: adds or replaces it, says which pages matter and who may read it, or removes it. */
export function SourceFileForm({ id, file, change, remove }: SourceFileFormProps) {
  const { t, number } = usePlainText();
  const router = useRouter();
  const [isRemoving, setIsRemoving] = useState(false);
  const fail = (message: string, signedOut = false): ActionResult => ({
    ok: false,
    issues: [],
    message,
    signedOut,
  });
  const send = async (form: unknown): Promise<ActionResult> => {
    const data = form as FormData;
    const content = data.get("file");
    const note = { pages: formText(data, "pages"), shown: data.get("shown") === "on" };
    const isNew = content instanceof File && content.size > 0;
    if (!isNew) return file === null ? fail(t("records.file.missing")) : change({ id, ...note });
    if (content.size > MAX_SOURCE_FILE_MB * 1024 * 1024) {
      return fail(t("records.file.help", { most: MAX_SOURCE_FILE_MB }));
    }
    const query = new URLSearchParams({ pages: note.pages, shown: String(note.shown) });
    const response = await fetch(`${sourceFilePath(id)}?${query}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: content,
    });
    if (response.ok) return { ok: true, value: null };
    return fail(await readProblem(response), response.status === 401);
  };
  const saving = useChange(send, () => {
    toast(t("records.file.saved"));
    router.refresh();
  });
  return (
    <section aria-labelledby="file" className="grid max-w-[44rem] gap-3">
      <h2 id="file" className="title">
        {t("records.file.title")}
      </h2>
      <p className="text-ink-2">{t("records.file.help", { most: MAX_SOURCE_FILE_MB })}</p>
      {file === null ? null : (
        <p>
          <Anchor className="link" href={sourceFilePath(id)}>
            {t("records.file.download")}
          </Anchor>{" "}
          <span className="text-12 text-ink-3">
            {t.rich("records.file.about", {
              type: file.mediaType,
              size: number(Math.ceil(file.size / 1024)),
              addedBy: file.addedBy,
              at: () => <Instant at={file.addedAt} />,
            })}
          </span>
        </p>
      )}
      <SubmittedForm
        key={file?.addedAt}
        noValidate
        answer={saving.answer}
        busy={saving.busy}
        onSubmit={({ data }) => void saving.send(data)}
      >
        <FailureNotice answer={saving.answer} />
        <Labelled label={t(file === null ? "records.file.choose" : "records.file.replace")}>
          {({ id: field }) => (
            <input
              id={field}
              name="file"
              type="file"
              accept={SOURCE_FILE_TYPES.join(",")}
              className={FILE_CLASS}
            />
          )}
        </Labelled>
        <InputField
          label={t("records.file.pages")}
          hint={t("records.file.pagesHint")}
          name="pages"
          maxLength={MAX_PAGES_LENGTH}
          defaultValue={file?.pages ?? ""}
          className="max-w-64"
        />
        <label className="flex min-h-6 items-start gap-2">
          <Checkbox name="shown" className="mt-0.5" defaultChecked={file?.shown ?? false} />
          {t("records.file.shown")}
        </label>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" aria-disabled={saving.busy}>
            {saving.busy
              ? t("records.file.busy")
              : t("records.file.save", { has: file === null ? "no" : "yes" })}
          </Button>
          {file === null ? null : (
            <Button variant="quiet" onClick={() => setIsRemoving(true)}>
              {t("records.file.remove")}
            </Button>
          )}
        </div>
      </SubmittedForm>
      <ConfirmDialog
        open={isRemoving}
        title={t("records.file.remove")}
        submit={t("records.file.remove")}
        id={id}
        change={remove}
        done={() => t("records.file.removed")}
        onClose={() => setIsRemoving(false)}
      >
        <p>{t("records.file.removeHelp")}</p>
      </ConfirmDialog>
    </section>
  );
}
