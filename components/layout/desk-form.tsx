"use client";

import { type ReactNode, useState } from "react";
import { postChanges } from "@/lib/client/send-changes";
import { usePlainText } from "@/lib/text/use-plain-text";
import { OtherPersonNotice } from "./other-person-notice";
import { SignInAgain } from "./sign-in-again";
import { useSend } from "./use-change";
import { useOtherPerson } from "./use-other-person";

type Sent = readonly [address: string, body: unknown, method?: "POST" | "PATCH"];

/**
 * Sends the changes of a form to the API, one at a time and only while its own person is signed in, and keeps what came of
 * the last one.
 * @param personId the person for whom the form was opened
 * @param conflict what the form says where something changed in the meantime
 */
export function usePost(personId: string, conflict: string) {
  const { t } = usePlainText();
  const otherPerson = useOtherPerson(personId);
  const [failure, setFailure] = useState<string | null>(null);
  const { answer, busy, forget, send } = useSend(async (sent: Sent) =>
    (await otherPerson.check()) ? null : postChanges(t, ...sent),
  );

  /** @returns what came of it; null: nothing was sent */
  const post = async (...sent: Sent) => {
    if (!busy) setFailure(null);
    const outcome = await send(sent);
    if (outcome === null || outcome.kind === "done") return outcome;
    if ("message" in outcome) setFailure(outcome.message);
    else if ("issues" in outcome) {
      setFailure(outcome.issues.map(({ message }) => message).join(" "));
    } else if (outcome.kind === "conflict") setFailure(conflict);
    return outcome;
  };
  return {
    busy,
    /** Looks again who is signed in, before something is sent. @returns whether it is another person */
    checkPerson: otherPerson.check,
    closeSignIn: forget,
    /** Why nothing was recorded; null: nothing failed. */
    failure,
    /** Is the form's own person signed out, as far as is known? */
    isAway: otherPerson.isAway,
    /** The name of another person who is signed in by now; null: nobody. */
    otherPerson: otherPerson.name,
    post,
    setFailure,
    /** Did the session end? */
    signedOut: answer?.kind === "signed-out",
  };
}

interface DeskFormProps {
  form: Pick<ReturnType<typeof usePost>, "otherPerson" | "signedOut" | "closeSignIn">;
  /** The form's own person, to sign in again. */
  email: string;
  /** Does the browser keep what is typed? */
  isKept?: boolean;
  /** The session goes on. */
  onSignedIn: () => void;
  children: ReactNode;
}

/** A form of one person: nobody else sees it, and a session that ends goes on in it. */
export function DeskForm({ form, email, isKept = false, onSignedIn, children }: DeskFormProps) {
  if (form.otherPerson !== null) {
    return <OtherPersonNotice name={form.otherPerson} isKept={isKept} />;
  }
  return (
    <>
      {children}
      <SignInAgain
        open={form.signedOut}
        email={email}
        onClose={form.closeSignIn}
        onSignedIn={onSignedIn}
      />
    </>
  );
}
