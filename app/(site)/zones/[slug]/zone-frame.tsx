import type { ReactNode } from "react";
import { NotYet } from "@/components/features/zones/not-yet-registered";
import { ReadingPage } from "@/components/layout/reading-page";
import { MomentBanner } from "@/components/time/moment-banner";
import { getFirstRegisteredDay } from "@/lib/evidence/first-seen";
import { toSearch } from "@/lib/query/search-string";
import { TimeOverZone, type TimeOverZoneProps } from "./zone-time-bar";

/** Props of a page about one zone. */
export interface ZoneFrameProps extends TimeOverZoneProps {
  /** What the page shows; null where the registry does not hold the zone on that day. */
  children: ReactNode;
}

/**
 * A page about one zone under the bar of time: one frame for every day, so that a hand on the bar
 * keeps its hold where the zone comes into the register.
 */
export function ZoneFrame({ children, ...time }: ZoneFrameProps) {
  const { slug, path, params, view, others = [] } = time;
  const { asOf, revision: knownOn } = view;
  return (
    <ReadingPage>
      <TimeOverZone {...time} />
      {view.current ? null : (
        <MomentBanner
          asOf={asOf}
          knownOn={knownOn}
          version={view.latestRevision}
          pinned={params.knownOn !== undefined}
          today={path + toSearch(others)}
        />
      )}
      {children ?? (
        <NotYet
          slug={slug}
          asOf={asOf}
          knownOn={knownOn}
          from={getFirstRegisteredDay(view.evidence, slug, knownOn)}
        />
      )}
    </ReadingPage>
  );
}
