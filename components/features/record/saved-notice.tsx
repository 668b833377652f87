"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRef, useState } from "react";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SubmittedForm } from "@/components/ui/submitted-form";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { SubjectZone } from "./subject";
import { useDecision } from "./use-decision";
import type { SavedReports } from "./use-sending";

interface SavedNoticeProps {
  /** The zones that the claims are on. */
  zones: readonly Pick<SubjectZone, "slug" | "name">[];
  /** The signed-in person, for a session that ends while the form is open. */
  email: string;
  reports: SavedReports;
  onDone: () => void;
}

/** Confirms that the claims are recorded or wait, with links to the zones and a way to undo. */
export function SavedNotice({ zones, email, reports, onDone }: SavedNoticeProps) {
  const { claimIds, submission } = reports;
  const { t } = usePlainText();
  const [undoing, setUndoing] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  if (submission !== null) {
    return (
      <Notice
        live
        className="mb-4"
        action={
          <Link href={`/admin/review/${submission}` as Route} className="link">
            {t("record.review.open")}
          </Link>
        }
      >
        {t("record.review.waits", { count: claimIds.length })}
      </Notice>
    );
  }
  return (
    <div ref={part} className="mb-4">
      <Notice
        live
        action={
          <div className="flex flex-wrap gap-2">
            {zones.map(({ slug, name }) => (
              <Link key={slug} href={`/zones/${slug}`} className="link">
                {zones.length === 1 ? t("record.saved.zone") : name}
              </Link>
            ))}
            {undoing ? null : (
              <Button
                variant="quiet"
                onClick={() => {
                  setUndoing(true);
                  focus("input");
                }}
              >
                {t("record.saved.undo")}
              </Button>
            )}
          </div>
        }
      >
        {t("record.saved.title", { count: claimIds.length })}
        {undoing ? (
          <div className="mt-2">
            <WithdrawForm
              claimIds={claimIds}
              email={email}
              onDone={onDone}
              onCancel={() => {
                setUndoing(false);
                focus("button");
              }}
            />
          </div>
        ) : null}
      </Notice>
    </div>
  );
}

interface WithdrawFormProps extends Pick<SavedNoticeProps, "email" | "onDone"> {
  claimIds: readonly string[];
  onCancel: () => void;
}

/** Withdraws claims with a reason. They stay in the history and count nowhere. */
function WithdrawForm({ claimIds, email, onDone, onCancel }: WithdrawFormProps) {
  const { t } = usePlainText();
  const [reason, setReason] = useState("");
  /** How often the form was sent; 0: not yet. */
  const [attempts, setAttempts] = useState(0);
  const decision = useDecision((waits) => {
    toast(
      waits
        ? t("record.decision.sent")
        : t("record.decision.withdrawn", { count: claimIds.length }),
    );
    onDone();
  });
  const reasonMissing = reason.trim() === "";

  const submit = async () => {
    setAttempts((before) => before + 1);
    if (reasonMissing) return;
    await decision.send({ claimIds, kind: "retracted", reason });
  };

  return (
    <>
      <SubmittedForm
        noValidate
        answer={attempts}
        message={decision.failure}
        busy={decision.busy}
        onSubmit={() => void submit()}
      >
        <TextField
          label={t("record.decision.withdrawReason")}
          value={reason}
          maxLength={4000}
          onChange={setReason}
          error={attempts > 0 && reasonMissing ? t("record.decision.noReason") : null}
        />
        <div className="flex gap-2">
          <Button variant="main" type="submit" aria-disabled={decision.busy}>
            {t("record.decision.withdraw", { busy: decision.busy ? "yes" : "no" })}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
        </div>
      </SubmittedForm>
      <SignInAgain
        open={decision.signedOut}
        email={email}
        onClose={decision.closeSignIn}
        onSignedIn={() => void submit()}
      />
    </>
  );
}
