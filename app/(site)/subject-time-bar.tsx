import { TimeOverPage } from "@/components/time/page-time-bar";
import { eachEvidence, listChangeDates } from "@/lib/evidence/active-evidence";
import { countClaimsByQuarter } from "@/lib/evidence/claims-by-quarter";
import { momentPairs } from "@/lib/query/moment-params";
import { parseQuery } from "@/lib/query/parse-query";
import { type RegistryView, registryAt } from "@/lib/server/store";
import type { SearchParams } from "./load-registry";

/** Props of the bar of time over a page about some subjects. */
export interface TimeOverProps {
  /** Is a subject, by its key in the index, one that the page is about? */
  isOwn: (subject: string) => boolean;
  path: string;
  params: SearchParams;
  view: RegistryView;
  /** What else the address says. */
  others?: readonly (readonly [string, string])[];
}

const NOTHING_ELSE: readonly (readonly [string, string])[] = [];

/** Time over a page about some zones or firms: the claims and the days are theirs. */
export async function TimeOver(props: TimeOverProps) {
  const { isOwn, path, params, view, others = NOTHING_ELSE } = props;
  const { asOf, knownOn } = parseQuery(momentPairs(params)).query;
  const now = await registryAt();
  if ("problem" in now) throw new Error(now.problem.message);
  const today = now.view.asOf;
  const turns = listChangeDates(eachEvidence(view.evidence, isOwn), view.revision);
  const held = turns.filter((day) => day <= view.asOf).length;
  return (
    <div className="time-strip mb-6">
      <TimeOverPage
        asked={{ asOf, knownOn }}
        today={today}
        version={view.revision}
        quarters={countClaimsByQuarter(view.evidence, view.revision, today, isOwn)}
        turns={turns}
        words={`something had changed on ${held} of ${turns.length} ${turns.length === 1 ? "day" : "days"}`}
        path={path}
        others={others}
      />
    </div>
  );
}
