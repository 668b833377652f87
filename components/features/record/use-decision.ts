"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { postChanges } from "@/lib/client/send-changes";
import type { DecisionKind } from "@/lib/evidence/ledger-records";
import { usePlainText } from "@/lib/text/use-plain-text";

/** One decision on one or several claims. */
interface DecisionRequest {
  readonly claimIds: readonly string[];
  readonly kind: DecisionKind;
  /** Spaces at its ends are dropped; empty: none is given. */
  readonly reason: string;
}

/** Sends decisions on claims. `onDone` runs after the server took them; `waits`: another person decides first. */
export function useDecision(onDone: (waits: boolean) => void) {
  const { t } = usePlainText();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [signedOut, setSignedOut] = useState(false);

  const send = async ({ claimIds, kind, reason }: DecisionRequest) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    setSignedOut(false);
    const outcome = await postChanges(t, "/api/v1/decisions", {
      decisions: claimIds.map((claimId) => ({
        claimId,
        decision: kind,
        reason: reason.trim() || null,
      })),
    });
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        onDone(outcome.submission !== null);
        return router.refresh();
      case "signed-out":
        return setSignedOut(true);
      case "id-reused":
      case "invalid":
        return setFailure(outcome.issues.map(({ message }) => message).join(" "));
      case "conflict":
        return setFailure(t("record.decision.conflict"));
      case "rejected":
      case "failed":
        return setFailure(outcome.message);
    }
  };

  return { busy, failure, signedOut, closeSignIn: () => setSignedOut(false), send };
}
