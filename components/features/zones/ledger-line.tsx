import { SourceReference } from "@/components/evidence/source-reference";
import { cx } from "@/components/ui/cx";
import type { Judgement, LedgerLine } from "@/lib/evidence/ledger-lines";
import type { Revision } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { pakistanDay } from "@/lib/time/day";

interface LedgerLineViewProps {
  line: LedgerLine;
  /** The date and revision of the page, as in its address. */
  moment: readonly (readonly [string, string])[];
}

/** One claim of the ledger: date, field, value, source, and every decision on it. */
export function LedgerLineView({ line, moment }: LedgerLineViewProps) {
  const { evidence, tenancy, standing, contradicts, revision, source } = line;
  const { claim, date } = evidence;
  const text = useText();
  const { t } = text;
  const field = text.fieldLabel(claim.field);
  const meaning = text.levelMeaning(claim.field, claim.value);
  const struck = standing === "retracted" || standing === "deprecated";
  const disputes = standing === "live" && contradicts;
  const Value = struck ? "s" : "b";
  return (
    <li
      id={`claim-${claim.id}`}
      className="grid scroll-mt-4 gap-x-6 gap-y-1 border-line border-t py-2.5 target:bg-accent-wash md:grid-cols-[6rem_minmax(0,14rem)_minmax(0,1fr)]"
    >
      <p className="tabular">
        <time dateTime={date}>{text.partialDate(date)}</time>
        {claim.asOf === null ? (
          <span className="block text-11 text-ink-3">{t("ledger.line.sourceDate")}</span>
        ) : null}
      </p>
      <p>
        {tenancy === null ? field : t("ledger.line.firmField", { firm: tenancy.firm, field })}
        <span className="block text-12 text-ink-3">
          {t(`ledger.claim.origin.${claim.origin}`)} ·{" "}
          {t(`ledger.claim.confidence.${claim.confidence}`)}
        </span>
      </p>
      <div className="min-w-0 break-words">
        <p>
          <Value className={cx(claim.value === null && "unknown", struck && "text-ink-2")}>
            {claim.value === null
              ? t("ledger.claim.notKnown")
              : text.value(claim.field, claim.value)}
          </Value>{" "}
          <span className={cx("text-12", disputes ? "disputed" : "text-ink-3")}>
            {disputes ? t("ledger.claim.contradicts") : t(`ledger.claim.standing.${standing}`)}
          </span>
        </p>
        {meaning === null ? null : <p className={cx(struck && "line-through")}>{meaning}</p>}
        {claim.note === null ? null : (
          <p className={cx("mt-0.5", struck && "line-through")}>{claim.note}</p>
        )}
        <p className="text-12">
          <SourceReference id={claim.sourceId} source={source} moment={moment} />
          {claim.locator === null
            ? null
            : ` ${t("ledger.claim.locator", { locator: claim.locator })}`}
        </p>
        <ul className="text-12 text-ink-3">
          <li>{t("ledger.line.recorded", describeRevision(text, claim.revision, revision))}</li>
          {line.judgements
            .filter((judgement) => !isPlainPublication(judgement, claim.revision))
            .map(({ decision, revision: decided }) => (
              <li key={decision.sequence}>
                {t("ledger.line.decision", {
                  ...describeRevision(text, decision.revision, decided),
                  kind: decision.kind,
                  explained: decision.reason ? "yes" : "no",
                  reason: decision.reason ?? "",
                })}
              </li>
            ))}
        </ul>
      </div>
    </li>
  );
}

/** Every claim is published; only a later publication, or one with a reason, is worth a line. */
function isPlainPublication({ decision }: Judgement, recordedIn: number): boolean {
  return (
    decision.kind === "published" && decision.revision === recordedIn && decision.reason === null
  );
}

/** The values of a message that names a revision; its day and author where they are known. */
function describeRevision({ day }: Text, number: number, revision: Revision | undefined) {
  return {
    revision: String(number),
    known: revision === undefined ? "no" : "yes",
    day: revision === undefined ? "" : day(pakistanDay(new Date(revision.recordedAt))),
    author: revision?.author ?? "",
  };
}
