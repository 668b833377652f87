import { cx } from "@/components/ui/cx";
import { fieldSpec } from "@/lib/catalogue/fields";
import { countFieldClaims, type LedgerEntry } from "@/lib/evidence/ledger-entries";
import type { Rival } from "@/lib/evidence/resolve";
import { type EvidenceView, getLedgerAnchor } from "@/lib/evidence/zone-view";
import { whyThisShows } from "@/lib/text/why-shown";
import { ClaimCard } from "./claim-card";
import { ContestedMark } from "./evidence-line";
import { ValueHistory } from "./value-history";

/** Props of a ledger entry. */
export interface LedgerEntryViewProps {
  entry: LedgerEntry;
  view: EvidenceView;
  /** Name of the zone, where it is not told by what stands around. */
  of?: string;
  heading?: "h2" | "h4";
}

/**
 * One field in the ledger: the claim shown and those against it side by side, every other claim on
 * it, and why this one shows. `EvidencePopover` copies what stands inside to where the value was asked, so it
 * is laid out by the width of its container; `data-…` steer the filter.
 */
export function LedgerEntryView({ entry, view, of, heading = "h4" }: LedgerEntryViewProps) {
  const { field, tenancyId, resolution } = entry;
  const { evidence, rivals, mark } = resolution;
  const against = rivals.filter((rival) => rival.contradicts);
  const others = rivals.filter((rival) => !rival.contradicts);
  const subject = [of, entry.subject].filter(Boolean).join(", ");
  const label = subject === "" ? entry.label : `${subject}: ${entry.label.toLowerCase()}`;
  const Heading = heading;
  // With an odd number of claims the last place beside them is free for the sentence.
  const rows = countFieldClaims(resolution) % 2 === 0;
  const preference =
    evidence?.decisions.findLast(
      ({ kind, revision }) => kind === "preferred" && revision <= view.revision,
    ) ?? null;
  return (
    <article
      id={getLedgerAnchor(field, tenancyId)}
      data-label={label}
      data-mark={mark ?? undefined}
      data-unknown={resolution.value === null ? "" : undefined}
      className="@container scroll-mt-4 border-line border-t py-2 first-of-type:border-t-0 target:bg-accent-wash group-data-[only=contradicted]/ledger:[&:not([data-mark])]:hidden group-data-[only=unknown]/ledger:[&:not([data-unknown])]:hidden"
    >
      <div className="grid gap-x-6 gap-y-1 @4xl:grid-cols-[13rem_minmax(0,1fr)]">
        <div>
          <Heading>
            {label}{" "}
            {mark === "contested" ? (
              <span className="font-normal text-12">
                <ContestedMark />
              </span>
            ) : null}
            {mark === "settled" ? (
              <span className="font-normal text-12 text-ink-3">settled</span>
            ) : null}
          </Heading>
          {evidence === null ? <p className="unknown">Unknown</p> : null}
        </div>
        <div className="grid gap-x-6 gap-y-3 @xl:grid-cols-2">
          {evidence === null ? null : (
            <ClaimCard
              evidence={evidence}
              standing="shown"
              contradicts={false}
              decision={preference}
              view={view}
            />
          )}
          <Claims rivals={against} view={view} />
          <Claims rivals={others} view={view} />
          <p className={cx("max-w-[68ch] text-12 text-ink-3", rows && "@xl:col-span-2")}>
            {whyThisShows(fieldSpec(field), resolution, view.revision)}
          </p>
          <ValueHistory resolution={resolution} asOf={view.asOf} />
        </div>
      </div>
    </article>
  );
}

function Claims({ rivals, view }: { rivals: readonly Rival[]; view: EvidenceView }) {
  return rivals.map(({ evidence, standing, contradicts, decision }) => (
    <ClaimCard
      key={evidence.claim.id}
      evidence={evidence}
      standing={standing}
      contradicts={contradicts}
      decision={decision}
      view={view}
    />
  ));
}
