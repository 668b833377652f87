import Link from "next/link";
import type { CSSProperties, ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Original } from "@/components/ui/original";
import { fieldSpec } from "@/lib/catalogue/fields";
import { glossaryPath, termAnchor } from "@/lib/catalogue/glossary-path";
import { GLOSSARY } from "@/lib/catalogue/terms";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { LedgerEntry } from "@/lib/evidence/ledger-entries";
import { DATA_SET_AUTHOR, type Decision } from "@/lib/evidence/ledger-records";
import { type Evidence, getPreference, type Resolution, type Rival } from "@/lib/evidence/resolve";
import { getSupport, type ValueSupport } from "@/lib/evidence/support";
import { type HistoryPoint, listValueHistory } from "@/lib/evidence/value-history";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import {
  describeAge,
  describeClaimDate,
  describeFact,
  explainValue,
} from "@/lib/text/evidence-summary";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { ClaimDetails } from "./claim-details";
import { DisputedMark } from "./evidence-line";
import { SourceReference } from "./source-reference";
import { countDots, SupportDots } from "./support-mark";

interface LedgerEntryViewProps {
  entry: LedgerEntry;
  view: EvidenceView;
  /** Name of the zone, where the page around it does not say it. */
  zoneName?: string;
  heading?: "h2" | "h3" | "h4";
}

/**
 * One field in the ledger: the displayed claim beside those that contradict it, every other claim, and
 * why this value is displayed. `EvidencePopover` copies the content to the value that was pressed, so
 * the layout follows the width of its container. `data-…` serve the filter.
 */
export function LedgerEntryView({ entry, view, zoneName, heading = "h4" }: LedgerEntryViewProps) {
  const { field, tenancyId, resolution } = entry;
  const { evidence, rivals, mark } = resolution;
  const text = useText();
  const label = describeFact(text, entry, zoneName);
  const Heading = heading;
  return (
    <article
      id={getLedgerAnchor(field, tenancyId)}
      data-label={label}
      data-mark={mark ?? undefined}
      data-unknown={resolution.value === null ? "" : undefined}
      className="ledger-entry"
    >
      <div className="ledger-fact">
        <div>
          <Heading>
            {label}{" "}
            {mark === "contested" ? (
              <span className="font-normal text-12">
                <DisputedMark />
              </span>
            ) : null}
            {mark === "settled" ? (
              <span className="font-normal text-12 text-ink-3">{text.t("evidence.settled")}</span>
            ) : null}
          </Heading>
          {evidence === null ? <p className="unknown">{text.t("evidence.unknown")}</p> : null}
          <EntrySupport support={getSupport(field, resolution, view.revision)} />
        </div>
        <div className="ledger-claims">
          {evidence === null ? null : (
            <ClaimCard
              evidence={evidence}
              standing="shown"
              contradicts={false}
              decision={getPreference(evidence, view.revision)}
              view={view}
            />
          )}
          {[
            ...rivals.filter(({ contradicts }) => contradicts),
            ...rivals.filter(({ contradicts }) => !contradicts),
          ].map((rival) => (
            <ClaimCard key={rival.evidence.claim.id} {...rival} view={view} />
          ))}
          <div>
            <p>
              {text.sentences([
                explainValue(text, fieldSpec(field), resolution, view.revision),
                describeAge(text, resolution, view.asOf),
              ])}
            </p>
            <ValueHistory resolution={resolution} asOf={view.asOf} />
          </div>
        </div>
      </div>
    </article>
  );
}

/** How well the displayed value is supported, which leads to the glossary; nothing where it is unknown. */
function EntrySupport({ support }: { support: ValueSupport | null }) {
  const { t, translatedTerm } = useText();
  if (support === null) return null;
  const term = support.weak ? "weakEvidence" : "support";
  return (
    <p className="text-12 text-ink-2">
      <SupportDots filled={countDots(support)} />{" "}
      <a
        className="link"
        href={glossaryPath(termAnchor(term))}
        title={translatedTerm(term).definition ?? GLOSSARY[term].definition}
      >
        {t("ledger.entry.support", {
          level: support.support,
          voices: support.voices,
          weak: support.weak ? "yes" : "no",
        })}
      </a>
    </p>
  );
}

interface ClaimCardProps {
  evidence: Evidence;
  standing: "shown" | Rival["standing"];
  contradicts: boolean;
  /** The decision behind its standing; null where there is none. */
  decision: Decision | null;
  view: EvidenceView;
}

/** One claim: its value, date, origin, confidence, note and source, and the decision on it. */
function ClaimCard({ evidence, standing, contradicts, decision, view }: ClaimCardProps) {
  const { claim } = evidence;
  const source = view.sources.get(claim.sourceId);
  const text = useText();
  const { t } = text;
  const meaning = text.levelMeaning(claim.field, claim.value);
  const disputes = standing === "live" && contradicts;
  return (
    <div>
      <p>
        <b
          className={cx(
            claim.value === null && "unknown",
            standing === "deprecated" && "line-through",
          )}
        >
          {claim.value === null ? t("ledger.claim.notKnown") : text.value(claim.field, claim.value)}
        </b>{" "}
        <span className={disputes ? "disputed" : undefined}>
          {disputes ? t("ledger.claim.contradicts") : t(`ledger.claim.standing.${standing}`)}
        </span>
      </p>
      {meaning === null ? null : <p>{meaning}</p>}
      <p className="ledger-date">
        {describeClaimDate(text, evidence, source)} · {t(`ledger.claim.origin.${claim.origin}`)} ·{" "}
        {t(`ledger.claim.confidence.${claim.confidence}`)}
      </p>
      {claim.note === null ? null : (
        <p className="mt-0.5">
          <Original>{claim.note}</Original>
        </p>
      )}
      <ClaimDetails claim={claim} />
      <p className="text-12">
        <SourceReference id={claim.sourceId} source={source} moment={view.moment} />
        {claim.locator === null
          ? null
          : ` ${t("ledger.claim.locator", { locator: claim.locator })}`}
      </p>
      {decision === null || standing === "live" ? null : (
        <p className="mt-0.5 text-12 text-ink-2">
          <DecisionText decision={decision} standing={standing} view={view} />
        </p>
      )}
      {view.mayJudge(claim.revision) ? (
        <p className="no-print mt-0.5 text-12">
          <Link className="link" href={`/admin/claims/${claim.id}`} prefetch={false}>
            {t("ledger.claim.review")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

interface DecisionTextProps {
  decision: Decision;
  standing: "shown" | "set-aside" | "deprecated";
  view: EvidenceView;
}

/** The decision on a claim, with its author and reason where they are known. */
function DecisionText({ decision, standing, view }: DecisionTextProps) {
  const { t } = useText();
  const author = view.revisions.get(decision.revision)?.author ?? "";
  const by = {
    author,
    known: author === "" || author === DATA_SET_AUTHOR ? "no" : "yes",
    b: (words: ReactNode) => <b>{words}</b>,
  };
  // The reason of a preference is shown once, at the claim that it prefers.
  if (standing === "set-aside") return t.rich("ledger.claim.decision.set-aside", by);
  const reason = decision.reason ?? "";
  return t.rich(`ledger.claim.decision.${standing}`, {
    ...by,
    reason,
    original: (words: ReactNode) => <Original>{words}</Original>,
    explained: reason === "" ? "no" : "yes",
  });
}

interface ValueHistoryProps {
  resolution: Resolution;
  /** The day looked at. */
  asOf: Day;
}

/** All reports in order of their dates; nothing where there is only one. */
function ValueHistory({ resolution, asOf }: ValueHistoryProps) {
  const points = listValueHistory(resolution, asOf);
  if (points.length < 2) return null;
  return (
    <>
      <Strip points={points} />
      <ol className="flex flex-wrap gap-x-4 gap-y-0.5">
        {points.map((point) => (
          <li key={point.evidence.claim.id}>
            <PointText point={point} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The reports on a line of days that ends at the day looked at. The list below says the same in words. */
function Strip({ points }: { points: readonly HistoryPoint[] }) {
  return (
    <div aria-hidden="true" className="ledger-strip">
      {points.map(({ evidence, standing, at }) => {
        const style: CSSProperties = { insetInlineStart: `${at * 100}%` };
        return <span key={evidence.claim.id} data-standing={standing} style={style} />;
      })}
    </div>
  );
}

const POINT_MESSAGES = {
  shown: "ledger.history.pointShown",
  live: "ledger.history.point",
  "set-aside": "ledger.history.pointUnused",
  deprecated: "ledger.history.pointUnused",
} as const satisfies Record<HistoryPoint["standing"], string>;

function PointText({ point: { evidence, standing } }: { point: HistoryPoint }) {
  const { claim, date } = evidence;
  const text = useText();
  return text.t.rich(POINT_MESSAGES[standing], {
    date: text.partialDate(date),
    value:
      claim.value === null
        ? text.t("ledger.history.notKnown")
        : text.value(claim.field, claim.value),
    day: (words) => <span className="tabular">{words}</span>,
    b: (words) => (
      <span
        className={cx(
          "text-ink-2",
          claim.value === null && "unknown",
          standing === "shown" && "font-medium text-ink",
          standing === "deprecated" && "line-through",
        )}
      >
        {words}
      </span>
    ),
  });
}
