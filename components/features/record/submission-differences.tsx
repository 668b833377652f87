import { Notice } from "@/components/ui/notice";
import type { DraftClaim } from "@/lib/evidence/preview";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";

/** A claim that waits, with what it was compared with. */
export interface SubmittedClaim extends DraftClaim {
  /** Id of the claim displayed when this one was made; null: the value was unknown; absent: not checked. */
  readonly basedOn?: string | null | undefined;
  readonly gateConfirmed?: boolean | undefined;
}

/** The parts of a claim that differ from those that were sent, each by its name, as sent and as it is now. */
export function listDifferences(
  text: Text,
  sent: SubmittedClaim,
  now: SubmittedClaim,
): readonly (readonly [part: string, was: string, is: string])[] {
  const { t } = text;
  const none = t("record.review.none");
  const listParts = ({ field, value, money, quotation, ...claim }: SubmittedClaim) => [
    [t("record.review.value"), text.value(field, value)],
    [
      t("record.report.amount"),
      money === null ? none : `${money.currency} ${text.number(money.amount)}`,
    ],
    [t("record.review.date"), claim.asOf ?? none],
    [t("record.review.note"), claim.note ?? none],
    [t("record.value.words"), quotation?.text ?? none],
    [t("record.report.language"), quotation ? text.language(quotation.lang) : none],
    [t("record.report.locator"), claim.locator ?? none],
    [t("record.report.confidence.label"), t(`record.report.confidence.${claim.confidence}`)],
    [t("record.source.origin.label"), t(`record.source.origin.${claim.origin}`)],
    [t("record.report.decline"), claim.decline ? "✓" : none],
  ];
  const parts = listParts(now);
  return listParts(sent).flatMap(([part = "", was = ""], place) => {
    const is = parts[place]?.[1] ?? "";
    return was === is ? [] : [[part, was, is] as const];
  });
}

/** What the reviewer changed, part by part. */
export function SubmissionDifferences({
  sent,
  recorded,
}: {
  sent: readonly SubmittedClaim[];
  recorded: readonly SubmittedClaim[];
}) {
  const text = useText();
  const { t } = text;
  return (
    <Notice className="max-w-[44rem]">
      <p className="font-medium">{t("record.review.changed")}</p>
      <p>{t("record.review.changedLead")}</p>
      <ul>
        {sent.flatMap((claim, index) => {
          const label = t("record.review.claim", {
            number: text.number(index + 1),
            label: text.fieldLabel(claim.field),
          });
          const now = recorded.find(({ id }) => id === claim.id);
          if (!now) return <li key={claim.id}>{t("record.review.dropped", { label })}</li>;
          return listDifferences(text, claim, now).map(([part, was, is]) => (
            <li key={`${claim.id} ${part}`}>
              {t.rich("record.review.difference", {
                ...{ label: `${label}, ${part}`, sent: was, now: is },
                was: (words) => <s>{words}</s>,
                b: (words) => <b className="font-semibold">{words}</b>,
              })}
            </li>
          ));
        })}
      </ul>
    </Notice>
  );
}
