import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/contract/action-result";

/** Why a change failed as a whole, with the way in where nobody is signed in any more. */
export function FailureNotice({ answer }: { answer: ActionResult<unknown> | null }) {
  if (!answer || answer.ok || answer.message === null) return null;
  return (
    <Notice
      tone="rust"
      live
      action={
        answer.signedOut ? (
          <a className="link" href="/sign-in?next=/admin/people">
            Sign in
          </a>
        ) : undefined
      }
    >
      {answer.message}
    </Notice>
  );
}
