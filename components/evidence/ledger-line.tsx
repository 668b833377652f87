import { cx } from "@/components/ui/cx";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { Judgement, LedgerLine } from "@/lib/evidence/ledger-lines";
import type { DecisionKind, Revision } from "@/lib/evidence/ledger-records";
import { formatDay, formatPartialDate } from "@/lib/text/format-date";
import { valueMeaning, valueWords } from "@/lib/text/value-words";
import { pakistanDay } from "@/lib/time/day";
import { SourceReference } from "./source-reference";

/** Props of a claim of the ledger. */
export interface LedgerLineViewProps {
  line: LedgerLine;
  /** The moment that the page shows, as its address asks for it. */
  moment: readonly (readonly [string, string])[];
}

/** One claim of the ledger: when, of what, what it says, who says so, and what was judged of it. */
export function LedgerLineView({ line, moment }: LedgerLineViewProps) {
  const { evidence, tenancy, standing, contradicts, revision, source } = line;
  const { claim, date } = evidence;
  const { label } = fieldSpec(claim.field);
  const meaning = valueMeaning(claim.field, claim.value);
  const words = claim.value === null ? "Not known" : valueWords(claim.field, claim.value);
  const struck = standing === "retracted" || standing === "deprecated";
  return (
    <li
      id={`claim-${claim.id}`}
      className="grid scroll-mt-4 gap-x-6 gap-y-1 border-line border-t py-2.5 target:bg-accent-wash md:grid-cols-[6rem_minmax(0,14rem)_minmax(0,1fr)]"
    >
      <p className="tabular">
        <time dateTime={date}>{formatPartialDate(date)}</time>
        {claim.asOf === null ? (
          <span className="block text-11 text-ink-3">dated by its source</span>
        ) : null}
      </p>
      <p>
        {tenancy === null ? label : `${tenancy.firm}: ${label.toLowerCase()}`}
        <span className="block text-12 text-ink-3">
          {claim.origin} · {claim.confidence} confidence
        </span>
      </p>
      <div className="min-w-0 break-words">
        <p>
          {struck ? (
            <s className={cx(claim.value === null && "unknown", "text-ink-2")}>{words}</s>
          ) : (
            <b className={cx(claim.value === null && "unknown")}>{words}</b>
          )}{" "}
          <span
            className={cx(
              "text-12",
              standing === "live" && contradicts ? "contested" : "text-ink-3",
            )}
          >
            {standing === "live" && contradicts ? "against the value shown" : STANDINGS[standing]}
          </span>
        </p>
        {meaning === null ? null : <p className={cx(struck && "line-through")}>{meaning}</p>}
        {claim.note === null ? null : (
          <p className={cx("mt-0.5", struck && "line-through")}>{claim.note}</p>
        )}
        <p className="text-12">
          <SourceReference id={claim.sourceId} source={source} moment={moment} />
          {claim.locator === null ? null : ` (${claim.locator})`}
        </p>
        <ul className="text-12 text-ink-3">
          <li>Recorded in {revisionWords(claim.revision, revision)}</li>
          {line.judgements.flatMap((judgement) =>
            isPlainPublication(judgement, claim.revision) ? (
              []
            ) : (
              <li key={judgement.decision.sequence}>{judgementWords(judgement)}</li>
            ),
          )}
        </ul>
      </div>
    </li>
  );
}

const STANDINGS: Readonly<Record<LedgerLine["standing"], string>> = {
  shown: "shown",
  live: "also counts",
  "set-aside": "set aside by a preferred claim",
  deprecated: "deprecated",
  retracted: "retracted",
};

const JUDGED: Readonly<Record<DecisionKind, string>> = {
  published: "Published",
  preferred: "Preferred",
  deprecated: "Deprecated",
  retracted: "Retracted",
};

/** Every claim is published; said only where that came later or has a reason. */
function isPlainPublication({ decision }: Judgement, recordedIn: number): boolean {
  return (
    decision.kind === "published" && decision.revision === recordedIn && decision.reason === null
  );
}

function judgementWords({ decision, revision }: Judgement): string {
  const reason = decision.reason ? `: ${decision.reason}` : "";
  return `${JUDGED[decision.kind]} in ${revisionWords(decision.revision, revision)}${reason}`;
}

function revisionWords(number: number, revision: Revision | undefined): string {
  if (revision === undefined) return `revision ${number}`;
  return `revision ${number}, ${formatDay(pakistanDay(new Date(revision.recordedAt)))}, by ${revision.author}`;
}
