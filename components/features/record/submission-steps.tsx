import Link from "next/link";
import { Instant } from "@/components/time/instant";
import type { SubmissionStep } from "@/lib/contract/submission-answer";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";

interface SubmissionStepsProps {
  steps: readonly SubmissionStep[];
  /** The revision that records the claims; null: they are not recorded. */
  revision: number | null;
}

/** What was done with a submission, when, by whom and with which comments. */
export function SubmissionSteps({ steps, revision }: SubmissionStepsProps) {
  const text = useText();
  const { t } = text;
  return (
    <section aria-labelledby="submission-steps" className="max-w-[44rem]">
      <h2 id="submission-steps" className="title mb-1">
        {t("record.review.history")}
      </h2>
      <ol className="grid gap-1">
        {steps.map(({ kind, by, at, comment }) => (
          <li key={`${at} ${kind}`}>
            {t.rich("record.review.step", {
              kind: kind === "sent-again" ? "sentAgain" : kind,
              by,
              when: text.instant(at),
              b: (words) => <b className="font-semibold">{words}</b>,
              at: () => <Instant at={at} />,
            })}
            {comment === null ? null : (
              <span className="block whitespace-pre-line text-ink-2">{comment}</span>
            )}
          </li>
        ))}
      </ol>
      {revision === null ? null : (
        <p className="mt-1">
          {t.rich("record.review.recordedIn", {
            revision: formatRevision(revision),
            link: (words) => (
              <Link className="link" href={`/zones?knownOn=r${revision}`}>
                {words}
              </Link>
            ),
          })}
        </p>
      )}
    </section>
  );
}
