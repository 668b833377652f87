import { MomentBanner } from "@/components/time/moment-banner";
import { PageTimeBar } from "@/components/time/page-time-bar";
import {
  countClaimsByQuarter,
  listChangeDates,
  listEvidence,
} from "@/lib/evidence/active-evidence";
import { momentPairs } from "@/lib/query/moment-params";
import { parseQuery } from "@/lib/query/parse-query";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { packDays } from "@/lib/time/packed-days";
import type { SearchParams } from "./load-query";

/** Props of the time bar of a page about some zones or firms. */
export interface SubjectTimeBarProps {
  /** Whether the page is about a subject, by its key in the registry. */
  isOwn: (subject: string) => boolean;
  path: string;
  params: SearchParams;
  view: RegistryView;
  /** The other parameters of the address. */
  others?: readonly (readonly [string, string])[];
}

const NOTHING_ELSE: readonly (readonly [string, string])[] = [];

/** The time bar of a page about some zones or firms, with their reports and the days of their changes. */
export async function SubjectTimeBar(props: SubjectTimeBarProps) {
  const { isOwn, path, params, view, others = NOTHING_ELSE } = props;
  const { asOf, knownOn } = parseQuery(momentPairs(params)).query;
  const { t } = await getPageText();
  const { asOf: today } = await currentView();
  const changeDates = listChangeDates(listEvidence(view.evidence, isOwn), view.revision);
  const past = changeDates.filter((day) => day <= view.asOf).length;
  return (
    <div className="mb-6">
      <PageTimeBar
        moment={{ asOf, knownOn }}
        today={today}
        revision={view.registry.knownOn}
        quarters={countClaimsByQuarter(view.evidence, view.revision, today, isOwn)}
        changeDates={packDays(changeDates)}
        words={t("time.changeDays", { past, count: changeDates.length })}
        path={path}
        others={others}
      />
    </div>
  );
}

interface PastBannerProps {
  view: RegistryView;
  /** The address names the revision, so the page does not change while the method stays the same. */
  pinned: boolean;
  /** The address of the same page today. */
  today: string;
}

/** On a page of a past date or revision: which one it is, and a link to today. */
export function PastBanner({ view, pinned, today }: PastBannerProps) {
  if (view.current) return null;
  return (
    <MomentBanner
      asOf={view.asOf}
      knownOn={view.revision}
      version={view.latestRevision}
      pinned={pinned}
      today={today}
    />
  );
}
