"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { ConfirmDialog } from "@/components/layout/confirm-dialog";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/contract/action-result";
import type { OpenRemoval, TextSubject } from "@/lib/contract/redaction";
import { useText } from "@/lib/text/use-text";
import { TextKindLine, TextPreview } from "./text-preview";

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
