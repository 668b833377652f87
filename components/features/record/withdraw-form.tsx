"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { postChanges } from "@/lib/client/send-changes";
import { useText } from "@/lib/text/use-text";

/** Props of the form. */
export interface WithdrawFormProps {
  claimIds: readonly string[];
  /** Who is signed in, for a session that ends meanwhile. */
  email: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Retracts claims with a reason. They stay in the ledger, struck through, and count nowhere. */
export function WithdrawForm({ claimIds, email, onDone, onCancel }: WithdrawFormProps) {
  const text = useText();
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [signedOut, setSignedOut] = useState(false);

  const withdraw = async () => {
    if (busy) return;
    if (reason.trim() === "") return setFault("Say why, for those who read the ledger later.");
    setBusy(true);
    setFault(null);
    const outcome = await postChanges(text, "/api/v1/decisions", {
      decisions: claimIds.map((claimId) => ({
        claimId,
        decision: "retracted",
        reason: reason.trim(),
      })),
    });
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        toast(claimIds.length === 1 ? "Claim retracted" : `${claimIds.length} claims retracted`);
        router.refresh();
        return onDone();
      case "signed-out":
        return setSignedOut(true);
      case "id-reused":
      case "invalid":
        return setFault(outcome.issues.map(({ message }) => message).join(" "));
      case "conflict":
        return setFault("Something else was recorded meanwhile; look at the ledger first.");
      case "rejected":
      case "failed":
        return setFault(outcome.message);
    }
  };

  return (
    <>
      <form
        noValidate
        className="mt-2 grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void withdraw();
        }}
      >
        <TextField
          label="Why is it retracted?"
          value={reason}
          maxLength={4000}
          onChange={setReason}
          fault={fault}
        />
        <div className="flex gap-2">
          <Button variant="main" type="submit" aria-disabled={busy}>
            {busy ? "Retracting…" : "Retract"}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </form>
      {signedOut ? (
        <SignInAgain
          email={email}
          onClose={() => setSignedOut(false)}
          onSignedIn={() => {
            setSignedOut(false);
            void withdraw();
          }}
        />
      ) : null}
    </>
  );
}
