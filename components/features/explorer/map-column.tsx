"use client";

import { useLocale } from "next-intl";
import { memo, useEffect } from "react";
import type { MapSettings } from "@/components/map/map-layers";
import { COUNTRY } from "@/components/map/map-point";
import { PendingMap } from "@/components/map/pending-map";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { BrowserPart } from "@/components/ui/lazy-part";
import { embedPath } from "@/lib/contract/embeds";
import type { ZoneRow } from "@/lib/evidence/row";
import type { Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { embedIn } from "@/lib/text/reader-language";
import { usePlainText } from "@/lib/text/use-plain-text";
import { type ExplorerAnswer, isWhole } from "./explorer-answer";
import type { FirstAnswer } from "./first-answer";
import { boundResults } from "./map-results";
import { listPoints, thinEvenly } from "./pending-points";
import { SkipButton } from "./skip-button";
import type { ChangeView } from "./use-explorer";
import type { ExplorerView } from "./view-params";

const loadMapPanel = () => import("./map-panel").then((m) => m.MapPanel);

interface MapColumnProps {
  query: Query;
  view: ExplorerView;
  answer: ExplorerAnswer;
  /** What comes with the page of a large registry; null: every row. */
  first: FirstAnswer | null;
  settings: MapSettings;
  /** Goes to the list, for people who use the keyboard. */
  onSkip: () => void;
  onQuery: ChangeQuery;
  onView: ChangeView;
  /** Called with the slug of a zone that was pressed. */
  onPick: (slug: string) => void;
}

/** The map; until it is loaded the zones where they will be; without scripts a drawn map. */
export const MapColumn = memo(function MapColumn({ onSkip, first, ...map }: MapColumnProps) {
  const { query, view, answer } = map;
  const { t } = usePlainText();
  const locale = useLocale();
  const waits = !isWhole(answer);
  useEffect(() => {
    // The map loads while the rows do.
    if (waits) void loadMapPanel().catch(() => undefined);
  }, [waits]);
  return (
    <div className="map-panel">
      <SkipButton onSkip={onSkip}>{t("explorer.page.skipMap")}</SkipButton>
      <noscript>
        <iframe
          title={t("map.label")}
          src={embedIn(locale, embedPath("map", writeQuery(query)))}
          className="absolute inset-0 z-1 size-full"
        />
      </noscript>
      <PendingZones query={query} rows={answer.rows} first={first} view={view} />
      {waits ? null : <BrowserPart loader={loadMapPanel} props={map} />}
    </div>
  );
});

/** More zones would make the first page heavy; the map has them all soon. */
const MOST_PENDING = 200;

/** The zones where they will be while the map loads. Drawn once: the map takes over from it. */
const PendingZones = memo(
  function PendingZones({
    query,
    rows,
    first,
    view,
  }: {
    query: Query;
    rows: readonly ZoneRow[];
    first: FirstAnswer | null;
    view: ExplorerView;
  }) {
    const points = first?.points ?? listPoints(rows);
    const area =
      first === null
        ? boundResults(
            query,
            points.map(({ location }) => location),
          )
        : first.area;
    return (
      <PendingMap
        points={thinEvenly(points, MOST_PENDING)}
        view={view.map}
        home={area ?? COUNTRY}
      />
    );
  },
  () => true,
);
