import { MomentBanner } from "@/components/time/moment-banner";
import { TimeOverPage } from "@/components/time/page-time-bar";
import {
  countClaimsByQuarter,
  eachEvidence,
  listChangeDates,
} from "@/lib/evidence/active-evidence";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";
import { COMPARE_PATH, type ComparisonRequest } from "./read-comparison";

/** The time bar of the comparison: over the evidence of the compared zones, or of all where none is selected. */
export function ComparisonTime({ comparison }: { comparison: ComparisonRequest }) {
  const { asked, selection, otherParams } = comparison;
  const { view, query, today, latest } = asked;
  const compared = new Set(selection.slugs);
  const isCompared = (subject: string) => compared.has(subject.split("/")[0] ?? "");
  const hasZones = compared.size > 0;
  return (
    <div className="mb-5 grid gap-3">
      <TimeOverPage
        asked={{ asOf: query.asOf, knownOn: query.knownOn }}
        today={today}
        version={view.revision}
        quarters={
          hasZones
            ? countClaimsByQuarter(view.evidence, view.revision, today, isCompared)
            : asked.quarters
        }
        turns={
          hasZones
            ? listChangeDates(eachEvidence(view.evidence, isCompared), view.revision)
            : asked.turns
        }
        words={useText().t("common.count.zones", { count: compared.size })}
        path={COMPARE_PATH}
        others={otherParams}
      />
      {view.current ? null : (
        <MomentBanner
          asOf={view.asOf}
          knownOn={view.revision}
          version={latest}
          pinned={query.knownOn !== null}
          today={COMPARE_PATH + toSearch(otherParams)}
        />
      )}
    </div>
  );
}
