"use client";

import type { Route } from "next";
import Link from "next/link";
import { useId, useState } from "react";
import { ConfirmDialog } from "@/components/layout/confirm-dialog";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { formText, SubmittedForm } from "@/components/ui/submitted-form";
import { toast } from "@/components/ui/toast";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import {
  type OpenRemoval,
  REDACTION_REASONS,
  type RedactionReason,
  type RemovableText,
  type TextCopies,
  type TextKind,
  type TextSubject,
} from "@/lib/contract/redaction";
import { useText } from "@/lib/text/use-text";

type Change<T> = (input: unknown) => Promise<ActionResult<T>>;

interface OpenRemovalsProps {
  requests: readonly OpenRemoval[];
  /** Id of the signed-in person. */
  self: string;
  confirm: Change<number>;
  dismiss: Change<null>;
}

/** The open requests. Each can be confirmed by another person than the one who asked, and dismissed by anyone. */
export function OpenRemovals({ requests, self, confirm, dismiss }: OpenRemovalsProps) {
  const { t } = useText();
  if (requests.length === 0) return <p>{t("admin.redactions.open.none")}</p>;
  return (
    <ol>
      {requests.map((request) => (
        <RequestItem
          key={request.id}
          request={request}
          own={request.requestedById === self}
          confirm={confirm}
          dismiss={dismiss}
        />
      ))}
    </ol>
  );
}

interface RequestItemProps extends Pick<OpenRemovalsProps, "confirm" | "dismiss"> {
  request: OpenRemoval;
  /** Did the reader ask for it? */
  own: boolean;
}

function RequestItem({ request, own, confirm, dismiss }: RequestItemProps) {
  const words = useText();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const dismissal = useChange(dismiss, () => toast(t("admin.redactions.open.dismissed")));
  const { id, kind, text, copies, reason, requestedBy, requestedAt, subject } = request;
  return (
    <li className="grid gap-2 border-line border-t py-3">
      <div>
        <TextKindLine kind={kind} reason={reason} />
        <span className="block text-12 text-ink-2">
          {t.rich("admin.redactions.open.by", {
            name: requestedBy,
            when: words.instant(requestedAt),
            at: () => <Instant at={requestedAt} />,
          })}
        </span>
        {text === null ? (
          <p>{t("admin.redactions.open.changed")}</p>
        ) : (
          <TextPreview text={text} copies={copies} />
        )}
        {subject ? <SubjectLink subject={subject} /> : null}
        {own && text !== null ? (
          <p className="text-12 text-ink-2">{t("admin.redactions.open.own")}</p>
        ) : null}
      </div>
      <FailureNotice answer={dismissal.answer} />
      <div className="flex flex-wrap gap-2">
        {own || text === null ? null : (
          <Button onClick={() => setOpen(true)}>{t("admin.redactions.open.confirm")}</Button>
        )}
        <Button aria-disabled={dismissal.busy} onClick={() => void dismissal.send(id)}>
          {t("admin.redactions.open.dismiss")}
        </Button>
      </div>
      {text === null ? null : (
        <ConfirmDialog
          open={open}
          title={t("admin.redactions.confirm.title")}
          submit={t("admin.redactions.confirm.submit")}
          busyLabel={t("admin.redactions.confirm.busy")}
          id={id}
          change={confirm}
          done={(count) => t("admin.redactions.confirm.done", { count })}
          onClose={() => setOpen(false)}
        >
          <Notice tone="amber">{t("admin.redactions.confirm.lead")}</Notice>
          <div>
            <TextPreview text={text} copies={copies} />
          </div>
          {copies.files.length === 0 ? null : (
            <div>
              {t("admin.redactions.confirm.files")}
              <ul className="list-disc ps-5">
                {copies.files.map((name) => (
                  <li key={name} className="break-all">
                    {name}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <p>{t("admin.redactions.confirm.help")}</p>
          <p>{t("admin.redactions.confirm.backups")}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

function SubjectLink({ subject: { kind, id } }: { subject: TextSubject }) {
  const { t } = useText();
  const path = encodeURIComponent(id);
  const hrefs = { claim: `/admin/claims/${path}`, source: `/sources/${path}` };
  const href =
    kind === "claim" || kind === "source" ? hrefs[kind] : `/admin/records/${kind}/${path}`;
  return (
    <Link className="link text-12" href={href as Route} prefetch={false}>
      {t("admin.redactions.open.subject", { kind })}
    </Link>
  );
}

/** Which text it is, and why it is removed. */
export function TextKindLine({ kind, reason }: { kind: TextKind; reason: RedactionReason }) {
  const { t } = useText();
  return (
    <>
      <b className="font-semibold">{t(`admin.redactions.kind.${toVersionKind(kind)}`)}</b>{" "}
      <span className="text-ink-2">· {t(`admin.redactions.reason.${reason}`)}</span>
    </>
  );
}

const COPY_PLACES = ["ledger", "audit", "files"] as const satisfies readonly (keyof TextCopies)[];

/** A text that would be removed, with the number of its copies that go with it. */
export function TextPreview({ text, copies }: { text: string; copies: TextCopies }) {
  const { t, list } = useText();
  const counts = { ...copies, files: copies.files.length };
  const places = COPY_PLACES.filter((place) => counts[place] > 0).map((place) =>
    t(`admin.redactions.copy.${place}`, { count: counts[place] }),
  );
  return (
    <>
      <span className="block whitespace-pre-wrap break-words border-line border-s-2 ps-2">
        {text}
      </span>
      <span className="block text-12 text-ink-2">
        {places.length === 0
          ? t("admin.redactions.noCopies")
          : t("admin.redactions.copies", { places: list(places) })}
      </span>
    </>
  );
}

interface RemovalFormProps {
  texts: readonly RemovableText[];
  request: (input: unknown) => Promise<ActionResult>;
}

/** Asks to remove one of the texts of a report or a source. */
export function RemovalForm({ texts, request }: RemovalFormProps) {
  const { t } = useText();
  const errorId = useId();
  const { answer, busy, send } = useChange(request, () =>
    toast(t("admin.redactions.request.sent")),
  );
  if (texts.length === 0) return <p>{t("admin.redactions.request.none")}</p>;
  const fault = getFieldMessage(answer, "kind") ?? getFieldMessage(answer, "row");
  return (
    <SubmittedForm
      noValidate
      answer={answer}
      busy={busy}
      onSubmit={({ data }) => {
        const chosen = texts[Number(formText(data, "text") || Number.NaN)];
        const reason = formText(data, "reason");
        void send({ kind: chosen?.kind, row: chosen?.row, reason });
      }}
    >
      <FailureNotice answer={answer} />
      <fieldset className="grid gap-1" aria-describedby={fault ? errorId : undefined}>
        <legend className="mb-1 font-medium text-12">{t("admin.redactions.request.choose")}</legend>
        {texts.map(({ kind, row, text, copies, requested }, index) => (
          <label
            key={`${kind} ${row}`}
            className="flex items-start gap-2.5 rounded-2 px-2.5 py-1.5 shadow-[inset_0_0_0_1px_var(--color-line)] has-checked:bg-accent-wash has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="text"
              value={index}
              disabled={requested}
              aria-invalid={fault ? true : undefined}
            />
            <span className="min-w-0">
              <b className="font-medium">{t(`admin.redactions.kind.${toVersionKind(kind)}`)}</b>
              {requested ? (
                <span className="text-ink-3"> · {t("admin.redactions.request.open")}</span>
              ) : null}
              <TextPreview text={text} copies={copies} />
            </span>
          </label>
        ))}
        {fault ? (
          <p id={errorId} className="text-12 text-rust">
            {fault}
          </p>
        ) : null}
      </fieldset>
      <ChoiceField
        label={t("admin.redactions.request.reason")}
        hint={t("admin.redactions.request.reasonHint")}
        error={getFieldMessage(answer, "reason")}
        className="max-w-64"
        name="reason"
        values={REDACTION_REASONS}
        labelOf={(reason) => t(`admin.redactions.reason.${reason}`)}
      />
      <Button variant="main" type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? "admin.redactions.request.busy" : "admin.redactions.request.submit")}
      </Button>
    </SubmittedForm>
  );
}

/** Most records have the same texts in their versions: these name them. */
function toVersionKind(kind: TextKind) {
  const ofVersion = kind.replace(/^(source|firm|event|context_figure)\./, "$1_version.");
  return ofVersion as Exclude<
    TextKind,
    `${"source" | "firm" | "event" | "context_figure"}.${string}`
  >;
}
