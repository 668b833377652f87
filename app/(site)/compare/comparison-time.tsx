import { MomentBanner } from "@/components/time/moment-banner";
import { TimeOverPage } from "@/components/time/page-time-bar";
import { eachEvidence, listChangeDates } from "@/lib/evidence/active-evidence";
import { countClaimsByQuarter } from "@/lib/evidence/claims-by-quarter";
import { toSearch } from "@/lib/query/search-string";
import { COMPARE_PATH, type ComparisonRequest } from "./read-comparison";

/** Time over the comparison: the record of the zones compared, or of all while there are none. */
export function ComparisonTime({ comparison }: { comparison: ComparisonRequest }) {
  const { asked, picked, others } = comparison;
  const { view, query, today, latest } = asked;
  const compared = new Set(picked.slugs);
  const lets = (subject: string) => compared.has(subject.split("/")[0] ?? "");
  const some = compared.size > 0;
  return (
    <div className="mb-5 grid gap-3">
      <TimeOverPage
        asked={{ asOf: query.asOf, knownOn: query.knownOn }}
        today={today}
        version={view.revision}
        quarters={
          some ? countClaimsByQuarter(view.evidence, view.revision, today, lets) : asked.quarters
        }
        turns={
          some ? listChangeDates(eachEvidence(view.evidence, lets), view.revision) : asked.turns
        }
        words={compared.size === 1 ? "1 zone" : `${compared.size} zones`}
        path={COMPARE_PATH}
        others={others}
      />
      {view.current ? null : (
        <MomentBanner
          asOf={view.asOf}
          knownOn={view.revision}
          version={latest}
          pinned={query.knownOn !== null}
          today={COMPARE_PATH + toSearch(others)}
        />
      )}
    </div>
  );
}
