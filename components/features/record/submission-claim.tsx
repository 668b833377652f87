import { describeRequirement } from "@/components/entry/check-draft";
import { NeedsList } from "@/components/entry/list-needs";
import { OpenValue } from "@/components/entry/open-value";
import { ClaimDetails } from "@/components/evidence/claim-details";
import { SourceReference } from "@/components/evidence/source-reference";
import { Button } from "@/components/ui/button";
import { useText } from "@/lib/text/use-text";
import { listDifferences } from "./submission-differences";
import type { useSubmission } from "./use-submission";

interface SubmissionClaimProps {
  number: number;
  /** Name of the zone, with the firm where the claim is on one. */
  subject: string;
  shown: ReturnType<typeof useSubmission>["items"][number];
  record: ReturnType<typeof useSubmission>["record"];
  /** Does its source come with it? */
  hasNewSource: boolean;
  /** Is it being changed? */
  isOpen: boolean;
  /** Null: the reader can change nothing. */
  acts: {
    readonly onOpen: () => void;
    /** A value was picked: what is missing comes next. */
    readonly onPicked: () => void;
    /** It is as it was sent. */
    readonly onReset: () => void;
    readonly onLeaveOut: () => void;
  } | null;
}

/** One claim that waits: its value, quotation and source, and how to change it or leave it out. */
export function SubmissionClaim(props: SubmissionClaimProps) {
  const { number, subject, shown, record, hasNewSource, isOpen, acts } = props;
  const { claim, item, now, conflict } = shown;
  const text = useText();
  const { t } = text;
  const { value, asOf } = now ?? claim;
  const isDropped = item === undefined;
  const titleId = `report-${claim.id}`;
  const source = record.sources.get(claim.sourceId);
  const gate = record.checked.gates.get(claim.id) ?? [];
  return (
    <section aria-labelledby={titleId} className="grid gap-2 border-line border-t pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 id={titleId} className="text-12 text-ink-3">
          {t("record.review.claim", { number: text.number(number), label: subject })}
        </h3>
        {acts === null ? null : (
          <div className="-mx-2 flex gap-2">
            {isDropped ? null : (
              <Button variant="quiet" onClick={isOpen ? acts.onReset : acts.onOpen}>
                {t(isOpen ? "record.review.undoChange" : "record.review.change")}
              </Button>
            )}
            <Button variant="quiet" onClick={isDropped ? acts.onReset : acts.onLeaveOut}>
              {t(isDropped ? "record.review.takeBack" : "record.review.leaveOut")}
            </Button>
          </div>
        )}
      </div>
      <p className={isDropped ? "text-15 text-ink-3 line-through" : "text-15"}>
        {text.fieldLabel(claim.field)}:{" "}
        <b className={value === null ? "unknown" : "font-semibold"}>
          {text.value(claim.field, value)}
        </b>
        {asOf === null ? null : ` · ${text.partialDate(asOf)}`}
      </p>
      {isDropped ? <p className="text-12 text-ink-3">{t("record.review.leftOut")}</p> : null}
      {claim.quotation === null ? (
        <p className="text-12 text-ink-3">{t("record.review.noQuotation")}</p>
      ) : null}
      <ClaimDetails claim={now ?? claim} />
      <p className="text-12">
        {hasNewSource ? <b className="font-medium">{t("record.review.newSource")}: </b> : null}
        {source === undefined ? (
          claim.sourceId
        ) : !hasNewSource ? (
          <SourceReference id={source.id} source={source} />
        ) : (
          <>
            {source.url === null ? (
              source.title
            ) : (
              <a className="link" href={source.url} rel="noreferrer">
                {source.title}
              </a>
            )}
            , {source.publisher}
          </>
        )}
        {claim.locator === null
          ? null
          : ` · ${t("record.review.locator", { locator: claim.locator })}`}
        {" · "}
        {t(`ledger.claim.origin.${claim.origin}`)}
        {" · "}
        {t(`ledger.claim.confidence.${claim.confidence}`)}
      </p>
      {claim.note === null || isOpen ? null : <p className="text-ink-2">{claim.note}</p>}
      {acts === null || isDropped ? null : (
        <>
          {gate.length === 0 ? null : (
            <NeedsList
              needs={gate.map((one) => ({ words: describeRequirement(text, one), met: one.met }))}
            />
          )}
          {isOpen || conflict !== undefined ? (
            <OpenValue
              record={record}
              item={item}
              id={`change-${claim.id}`}
              onPicked={acts.onPicked}
              onKept={acts.onPicked}
              onLeave={acts.onReset}
              onRemove={acts.onLeaveOut}
            />
          ) : null}
          {(now === null ? [] : listDifferences(text, claim, now)).map(([part, was]) => (
            <p key={part} className="text-12 text-ink-3">
              {t.rich("record.review.was", { part, sent: was, was: (words) => <s>{words}</s> })}
            </p>
          ))}
        </>
      )}
    </section>
  );
}
