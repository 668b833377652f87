import { ContestedMark } from "@/components/fields/evidence-line";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { Rival } from "@/lib/registry/resolve";
import { ClaimCard } from "./claim-card";
import type { LedgerEntry } from "./ledger";
import { whyThisShows } from "./why-this-shows";
import { ledgerAnchor, type ZoneView } from "./zone-view";

/** Props of a ledger entry. */
export interface LedgerEntryViewProps {
  entry: LedgerEntry;
  view: ZoneView;
}

/**
 * One field in the ledger: the claim shown and those against it side by side, every other claim on
 * it, and why this one shows. `SaysWho` copies it to where its value was asked; `data-…` steer the filter.
 */
export function LedgerEntryView({ entry, view }: LedgerEntryViewProps) {
  const { field, tenancyId, resolution } = entry;
  const { evidence, rivals, mark } = resolution;
  const against = rivals.filter((rival) => rival.contradicts);
  const others = rivals.filter((rival) => !rival.contradicts);
  const label = entry.firm === null ? entry.label : `${entry.firm}: ${entry.label.toLowerCase()}`;
  const shownDecision =
    evidence?.decisions.findLast(
      ({ kind, revision }) => kind === "preferred" && revision <= view.knownOn,
    ) ?? null;
  return (
    <article
      id={ledgerAnchor(field, tenancyId)}
      data-label={label}
      data-mark={mark ?? undefined}
      data-unknown={resolution.value === null ? "" : undefined}
      className="scroll-mt-4 border-line border-t py-3 target:bg-accent-wash group-data-[only=contradicted]/ledger:[&:not([data-mark])]:hidden group-data-[only=unknown]/ledger:[&:not([data-unknown])]:hidden"
    >
      <h4 className="flex flex-wrap items-baseline gap-x-2 text-12 text-ink-2">
        {label}
        {mark === "contested" ? <ContestedMark /> : null}
        {mark === "settled" ? <span className="font-normal text-ink-3">settled</span> : null}
      </h4>
      {evidence === null ? <p className="unknown text-15">Unknown</p> : null}
      <div className="mt-1 grid gap-x-6 gap-y-3 md:grid-cols-2">
        {evidence === null ? null : (
          <ClaimCard
            evidence={evidence}
            standing="shown"
            contradicts={false}
            decision={shownDecision}
            source={view.sources.get(evidence.claim.sourceId)}
          />
        )}
        <Claims rivals={against} view={view} />
        <Claims rivals={others} view={view} />
      </div>
      <p className="mt-2 text-12 text-ink-3">
        {whyThisShows(fieldSpec(field), resolution, view.knownOn)}
      </p>
    </article>
  );
}

function Claims({ rivals, view }: { rivals: readonly Rival[]; view: ZoneView }) {
  return rivals.map(({ evidence, standing, contradicts, decision }) => (
    <ClaimCard
      key={evidence.claim.id}
      evidence={evidence}
      standing={standing}
      contradicts={contradicts}
      decision={decision}
      source={view.sources.get(evidence.claim.sourceId)}
    />
  ));
}
