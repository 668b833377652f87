import { Notice } from "@/components/ui/notice";
import { useText } from "@/lib/text/use-text";
import type { SubmittedClaim } from "./submission-view";

interface SubmissionDifferencesProps {
  sent: readonly SubmittedClaim[];
  recorded: readonly SubmittedClaim[];
}

/** A part of a claim that differs. */
interface Difference {
  readonly key: string;
  readonly label: string;
  /** Null: the claim was left out. */
  readonly was: string | null;
  readonly now: string;
}

/** What the reviewer changed, value by value. */
export function SubmissionDifferences({ sent, recorded }: SubmissionDifferencesProps) {
  const text = useText();
  const { t } = text;
  const none = t("record.review.none");
  const sumOf = ({ money }: SubmittedClaim) =>
    money === null ? none : `${money.currency} ${text.number(money.amount)}`;
  const lines = sent.flatMap((claim, index): Difference[] => {
    const report = t("record.review.claim", {
      number: text.number(index + 1),
      label: text.fieldLabel(claim.field),
    });
    const now = recorded.find(({ id }) => id === claim.id);
    if (!now) return [{ key: claim.id, label: report, was: null, now: "" }];
    const pairs = [
      [report, text.value(claim.field, claim.value), text.value(now.field, now.value)],
      [`${report}, ${t("record.report.amount")}`, sumOf(claim), sumOf(now)],
      [`${report}, ${t("record.review.date")}`, claim.asOf ?? none, now.asOf ?? none],
      [`${report}, ${t("record.review.note")}`, claim.note ?? none, now.note ?? none],
    ] as const;
    return pairs.flatMap(([part, was, is]) =>
      was === is ? [] : [{ key: `${claim.id} ${part}`, label: part, was, now: is }],
    );
  });
  return (
    <Notice className="max-w-[44rem]">
      <p className="font-medium">{t("record.review.changed")}</p>
      <p>{t("record.review.changedLead")}</p>
      <ul>
        {lines.map(({ key, label, was, now }) => (
          <li key={key}>
            {was === null
              ? t("record.review.dropped", { label })
              : t.rich("record.review.difference", {
                  label,
                  sent: was,
                  now,
                  was: (words) => <s>{words}</s>,
                  b: (words) => <b className="font-semibold">{words}</b>,
                })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
