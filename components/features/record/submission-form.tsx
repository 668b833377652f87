"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRef, useState } from "react";
import type { RecordSubject } from "@/components/entry/subject";
import { MISSING } from "@/components/entry/value-editor";
import { PreviewPanel } from "@/components/evidence/preview-panel";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
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
import type { SubmittedClaim } from "./submission-differences";
import { useSubmission } from "./use-submission";

/** A claim that is to be withdrawn, in words. */
interface Withdrawal {
  readonly claimId: string;
  /** The zone, its firm and the field. */
  readonly label: string;
  readonly value: string;
  readonly reason: string;
}

type Change<T = null> = (input: unknown) => Promise<ActionResult<T>>;

/** With the registry of today and the sources of the claims. */
interface SubmissionFormProps extends RecordSubject {
  submission: {
    readonly id: string;
    readonly round: number;
    readonly author: string;
    readonly claims: readonly SubmittedClaim[];
    /** Recorded claims that the author withdraws. */
    readonly withdrawals: readonly Withdrawal[];
    /** Ids of the sources that come with the claims. */
    readonly newSources: readonly string[];
    /** `review`: another person decides. `mend`: the author can change, send again and withdraw. `read`: nothing. */
    readonly mode: "review" | "mend" | "read";
    /** Is it the author's turn? */
    readonly returned: boolean;
  };
  /** `accept` returns the revision. */
  changes: {
    readonly accept: Change<number>;
    readonly giveBack: Change;
    readonly resend: Change;
    readonly withdraw: Change;
  };
}

/** Claims that wait for another person, what they would change, and what the reader may do with them. */
export function SubmissionForm({ submission, changes, ...subject }: SubmissionFormProps) {
  const { id, round, author, mode, newSources, returned, withdrawals } = submission;
  const { t } = useText();
  const work = useSubmission(submission.claims, subject);
  const { record } = work;
  const [comment, setComment] = useState("");
  const [noComment, setNoComment] = useState(false);
  /** Reports that are being changed. */
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
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
    if (await record.checkPerson()) return setBusy(false);
    const answer = await callAction(t, change, input);
    setBusy(false);
    if (answer.ok) toast(done(answer.value));
    else setFailure(answer.message ?? answer.issues.map(({ message }) => message).join(" "));
  };
  const nameOf = (zone: string) => subject.zones.find(({ slug }) => slug === zone)?.name ?? zone;
  const content = {
    id,
    round,
    ...(withdrawals.length > 0 ? {} : { claims: work.final, confirmed: work.confirmed }),
    ...(comment.trim() === "" ? {} : { comment: comment.trim() }),
  };
  const isReady = () => {
    if (work.hasConflict) {
      setFailure(t("record.review.conflicts"));
      focus("[data-choice]");
    } else if (work.wrong.length > 0) {
      record.showMissing();
      setOpened(new Set([...opened, ...work.wrong]));
      setFailure(t("record.submit.incomplete"));
      focus(MISSING);
    } else if (work.final.length + withdrawals.length === 0) {
      setFailure(t("record.review.nothing"));
    } else return true;
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

  if (record.otherPerson !== null) {
    return <OtherPersonNotice name={record.otherPerson} isKept={false} />;
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
        {work.items.map((shown, index) => {
          const { claim } = shown;
          const firm = subject.tenancies.find(({ id: one }) => one === claim.tenancy)?.firm;
          const name = nameOf(claim.zone);
          const setOpen = (isOpen: boolean) => {
            const others = [...opened].filter((one) => one !== claim.id);
            setOpened(new Set(isOpen ? [...others, claim.id] : others));
          };
          return (
            <SubmissionClaim
              key={claim.id}
              number={index + 1}
              subject={firm === undefined ? name : `${name}, ${firm}`}
              shown={shown}
              record={record}
              hasNewSource={newSources.includes(claim.sourceId)}
              isOpen={opened.has(claim.id)}
              acts={
                mode === "read"
                  ? null
                  : {
                      onOpen: () => setOpen(true),
                      onPicked: () => focus(MISSING),
                      onReset: () => {
                        setOpen(false);
                        work.reset(claim.id);
                      },
                      onLeaveOut: () => {
                        setOpen(false);
                        record.remove(claim.id);
                      },
                    }
              }
            />
          );
        })}
      </div>
      {mode === "read" ? null : (
        <aside className="grid gap-5 lg:sticky lg:top-4">
          {record.previews.length + withdrawals.length === 0 ? (
            <p>{t("record.review.nothing")}</p>
          ) : null}
          {record.previews.map(({ zone, preview }) => (
            <section key={zone} aria-labelledby={`preview-${zone}`} className="grid gap-3">
              <h2 id={`preview-${zone}`} className="title">
                {t("record.review.preview", { name: nameOf(zone) })}
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
