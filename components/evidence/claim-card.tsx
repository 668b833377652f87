import Link from "next/link";
import { cx } from "@/components/ui/cx";
import type { Decision } from "@/lib/evidence/ledger-records";
import type { Evidence, Rival } from "@/lib/evidence/resolve";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import { formatPartialDate } from "@/lib/text/format-date";
import { valueMeaning, valueWords } from "@/lib/text/value-words";
import { SourceReference } from "./source-reference";

/** How a claim stands beside the value shown. */
export type ClaimStanding = "shown" | Rival["standing"];

/** Props of one claim. */
export interface ClaimCardProps {
  evidence: Evidence;
  standing: ClaimStanding;
  contradicts: boolean;
  /** The judgement that put it where it stands; null where none did. */
  decision: Decision | null;
  view: Omit<EvidenceView, "asOf" | "revision">;
}

/** One claim in full: what it says, as of when, in whose words, by which source, and what was judged of it. */
export function ClaimCard({ evidence, standing, contradicts, decision, view }: ClaimCardProps) {
  const { claim, date } = evidence;
  const source = view.sources.get(claim.sourceId);
  const meaning = valueMeaning(claim.field, claim.value);
  return (
    <div className="min-w-0 break-words">
      <p>
        <b
          className={cx(
            claim.value === null && "unknown",
            standing === "deprecated" && "line-through",
          )}
        >
          {claim.value === null ? "Not known" : valueWords(claim.field, claim.value)}
        </b>{" "}
        <StandingWords standing={standing} contradicts={contradicts} />
      </p>
      {meaning === null ? null : <p>{meaning}</p>}
      <p className="text-12 text-ink-3">
        {effectiveDateAt(claim.asOf !== null, source?.publishedOn != null)}{" "}
        {formatPartialDate(date)} · {claim.origin} · {claim.confidence} confidence
      </p>
      {claim.note === null ? null : <p className="mt-0.5">{claim.note}</p>}
      <p className="text-12">
        <SourceReference id={claim.sourceId} source={source} moment={view.moment} />
        {claim.locator === null ? null : ` (${claim.locator})`}
      </p>
      {decision === null ? null : (
        <p className="mt-0.5 text-12 text-ink-2">
          <b>{JUDGED[standing]}</b>
          {authorWords(view.revisions.get(decision.revision)?.author)}
          {/* What sets others aside is judged once, at the claim that it prefers. */}
          {decision.reason && standing !== "set-aside" ? `: ${decision.reason}` : null}
        </p>
      )}
      {view.mayJudge(claim.revision) ? (
        <p className="no-print mt-0.5 text-12">
          <Link className="link" href={`/admin/claims/${claim.id}`} prefetch={false}>
            Retract or judge
          </Link>
        </p>
      ) : null}
    </div>
  );
}

const JUDGED: Readonly<Record<ClaimStanding, string>> = {
  shown: "Preferred",
  live: "Judged",
  "set-aside": "Set aside by the claim preferred",
  deprecated: "Deprecated",
};

/** By whom a judgement was made, as far as its revision says. */
function authorWords(author: string | undefined): string {
  return author ? ` (${author})` : "";
}

/** Where a claim's date comes from. */
function effectiveDateAt(ownDate: boolean, sourceDate: boolean): string {
  if (ownDate) return "as of";
  return sourceDate ? "dated by its source," : "recorded";
}

/** How a claim stands, in a few quiet words. */
function StandingWords({
  standing,
  contradicts,
}: Pick<ClaimCardProps, "standing" | "contradicts">) {
  if (standing === "shown") return <span className="text-12 text-ink-3">shown</span>;
  if (standing === "live" && contradicts)
    return <span className="contested text-12">against it</span>;
  const words = { live: "also counts", "set-aside": "set aside", deprecated: "deprecated" }[
    standing
  ];
  return <span className="text-12 text-ink-3">{words}</span>;
}
