import type { ReactNode } from "react";
import { TimeOver, type TimeOverProps } from "@/app/(site)/subject-time-bar";
import { NotYetRegistered } from "@/components/features/zones/not-yet-registered";
import { ReadingPage } from "@/components/layout/reading-page";
import { MomentBanner } from "@/components/time/moment-banner";
import { getFirstRegisteredDay } from "@/lib/evidence/active-evidence";
import { toSearch } from "@/lib/query/search-string";

interface ZoneFrameProps extends Omit<TimeOverProps, "isOwn"> {
  slug: string;
  /** The content; null where the registry does not hold the zone on that day. */
  children: ReactNode;
}

/**
 * A page about one zone under the time bar, whose reports and days are those of the zone and its firms.
 * The frame is the same on every day, so that the bar keeps the focus where the zone appears.
 */
export function ZoneFrame({ slug, children, ...time }: ZoneFrameProps) {
  const { path, params, view, others = [] } = time;
  const { asOf, revision, evidence } = view;
  return (
    <ReadingPage>
      <TimeOver {...time} isOwn={(subject) => subject === slug || subject.startsWith(`${slug}/`)} />
      {view.current ? null : (
        <MomentBanner
          asOf={asOf}
          knownOn={revision}
          version={view.latestRevision}
          pinned={params.knownOn !== undefined}
          today={path + toSearch(others)}
        />
      )}
      {children ?? (
        <NotYetRegistered
          slug={slug}
          asOf={asOf}
          revision={revision}
          from={getFirstRegisteredDay(evidence, slug, revision)}
        />
      )}
    </ReadingPage>
  );
}
