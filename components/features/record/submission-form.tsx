"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRef, useState } from "react";
import { PreviewPanel } from "@/components/evidence/preview-panel";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
import { useOtherPerson } from "@/components/layout/use-other-person";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { callAction } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";
import { SubmissionClaim } from "./submission-claim";
import type { SubmissionChanges, SubmissionContext, SubmissionView } from "./submission-view";
import { useSubmission } from "./use-submission";

interface SubmissionFormProps {
  personId: string;
  submission: SubmissionView;
  context: SubmissionContext;
  changes: SubmissionChanges;
}

/** Claims that wait for another person, what they would change, and what the reader may do with them. */
export function SubmissionForm({ personId, submission, context, changes }: SubmissionFormProps) {
  const { id, round, author, mode, newSources, returned, withdrawals } = submission;
  const { t } = useText();
  const work = useSubmission(submission, context);
  const otherPerson = useOtherPerson(personId);
  const [comment, setComment] = useState("");
  const [noComment, setNoComment] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);

  const send = async <T,>(
    change: (input: unknown) => Promise<ActionResult<T>>,
    input: unknown,
    done: (value: T) => string,
  ) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    if (await otherPerson.check()) return setBusy(false);
    const answer = await callAction(t, change, input);
    setBusy(false);
    if (answer.ok) toast(done(answer.value));
    else setFailure(answer.message ?? answer.issues.map(({ message }) => message).join(" "));
  };
  const content = {
    id,
    round,
    ...(withdrawals.length > 0 ? {} : { claims: work.final, confirmed: work.confirmed }),
    ...(comment.trim() === "" ? {} : { comment: comment.trim() }),
  };
  const isReady = () => {
    if (work.ready) return true;
    setSubmitted(true);
    setFailure(t(work.hasConflict ? "record.review.conflicts" : "record.submit.incomplete"));
    focus(work.hasConflict ? "[data-choice]" : "[aria-invalid=true]");
    return false;
  };
  const accept = () =>
    isReady() &&
    void send(changes.accept, content, (revision) =>
      t("record.review.accepted", { revision: formatRevision(revision) }),
    );
  const resend = () =>
    isReady() && void send(changes.resend, content, () => t("record.review.resent"));
  const giveBack = () => {
    setNoComment(comment.trim() === "");
    if (comment.trim() === "") return focus("textarea[name=comment]");
    void send(changes.giveBack, { id, round, comment: comment.trim() }, () =>
      t("record.review.returned"),
    );
  };

  if (otherPerson.name !== null) {
    return <OtherPersonNotice name={otherPerson.name} isKept={false} />;
  }
  return (
    <div
      ref={part}
      className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-4">
        {withdrawals.map(({ claimId, label, value, reason }) => (
          <p key={claimId}>
            {t.rich("record.review.withdrawal", {
              ...{ label, value },
              link: (words) => (
                <Link className="link" href={`/admin/claims/${claimId}` as Route}>
                  {words}
                </Link>
              ),
            })}
            <span className="block text-ink-2">{t("record.review.reason", { reason })}</span>
          </p>
        ))}
        {work.items.map((item, index) => {
          const { claim } = item;
          const zone = context.zones.find(({ slug }) => slug === claim.zone);
          const firm = zone?.tenancies.find(({ id: tenancy }) => tenancy === claim.tenancy)?.firm;
          const name = zone?.name ?? claim.zone;
          return (
            <SubmissionClaim
              key={claim.id}
              number={index + 1}
              subject={firm === undefined ? name : `${name}, ${firm}`}
              item={item}
              sources={work.sources}
              submitted={submitted}
              hasNewSource={newSources.includes(claim.sourceId)}
              choose={mode === "read" ? null : work.choose}
            />
          );
        })}
      </div>
      {mode === "read" ? null : (
        <aside className="grid gap-5 lg:sticky lg:top-4">
          {work.previews.length + withdrawals.length === 0 ? (
            <p>{t("record.review.nothing")}</p>
          ) : null}
          {work.previews.map(({ slug, name, preview }) => (
            <section key={slug} aria-labelledby={`preview-${slug}`} className="grid gap-3">
              <h2 id={`preview-${slug}`} className="title">
                {t("record.review.preview", { name })}
              </h2>
              <PreviewPanel preview={preview} heading={null} />
            </section>
          ))}
          <TextField
            name="comment"
            label={
              mode === "review"
                ? t("record.review.comment", { author })
                : t("record.review.ownComment")
            }
            {...(mode === "review" ? { hint: t("record.review.commentHint") } : {})}
            rows={3}
            maxLength={4000}
            value={comment}
            onChange={setComment}
            error={noComment && comment.trim() === "" ? t("record.review.noComment") : null}
          />
          {failure === null ? null : (
            <Notice tone="rust" live>
              {failure}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2">
            {mode === "review" ? (
              <>
                <Button variant="main" aria-disabled={busy} onClick={accept}>
                  {busy
                    ? t("record.review.busy")
                    : t("record.review.accept", { changed: work.isChanged ? "yes" : "no" })}
                </Button>
                <Button aria-disabled={busy} onClick={giveBack}>
                  {t("record.review.return")}
                </Button>
              </>
            ) : (
              <>
                {returned || work.isChanged ? (
                  <Button variant="main" aria-disabled={busy} onClick={resend}>
                    {t(busy ? "record.review.busy" : "record.review.resend")}
                  </Button>
                ) : null}
                <Button
                  aria-disabled={busy}
                  onClick={() =>
                    void send(changes.withdraw, id, () => t("record.review.withdrawn"))
                  }
                >
                  {t("record.review.withdraw")}
                </Button>
              </>
            )}
          </div>
        </aside>
      )}
    </div>
  );
}
