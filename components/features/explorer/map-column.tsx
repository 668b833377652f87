"use client";

import { memo, useEffect, useMemo } from "react";
import type { MapSettings } from "@/components/map/map-layers";
import { boundPoints, COUNTRY, type MapBounds } from "@/components/map/map-point";
import { PendingMap } from "@/components/map/pending-map";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { BrowserPart } from "@/components/ui/lazy-part";
import type { ZoneRow } from "@/lib/evidence/row";
import type { Query } from "@/lib/query/query";
import { listActiveConditions } from "@/lib/query/query-edits";
import { isCandidate } from "@/lib/query/scope";
import { usePlainText } from "@/lib/text/use-plain-text";
import { DrawnZones } from "./drawn-zones";
import type { ExplorerAnswer } from "./explorer-answer";
import { SkipButton } from "./skip-button";
import type { ChangeView } from "./use-explorer";
import type { ExplorerView } from "./view-params";

const loadMapPanel = () => import("./map-panel").then((m) => m.MapPanel);

interface MapColumnProps {
  query: Query;
  view: ExplorerView;
  answer: ExplorerAnswer;
  settings: MapSettings;
  /** Goes to the list, for people who use the keyboard. */
  onSkip: () => void;
  onQuery: ChangeQuery;
  onView: ChangeView;
  /** Called with the slug of a zone that was pressed. */
  onPick: (slug: string) => void;
}

/** The map; until it is loaded the zones where they will be; without scripts a drawn map. */
export const MapColumn = memo(function MapColumn({ onSkip, ...map }: MapColumnProps) {
  const { query, view, answer } = map;
  const { t } = usePlainText();
  const waits = answer.isFirst;
  const results = useMemo(
    () =>
      listActiveConditions(query).length === 0
        ? null
        : boundPoints(answer.rows.flatMap(({ values: { location } }) => location ?? [])),
    [query, answer.rows],
  );
  useEffect(() => {
    // The map loads while the rows do.
    if (waits) void loadMapPanel().catch(() => undefined);
  }, [waits]);
  return (
    <div className="map-panel relative min-h-0 min-w-0 max-[60rem]:sticky max-[60rem]:top-0 max-[60rem]:order-2 max-[60rem]:h-[max(17rem,46dvh)] max-[60rem]:border-line max-[60rem]:border-t max-[60rem]:bg-sea max-[60rem]:[--map-foot:14px] print:static print:h-auto print:border-0 print:bg-transparent! print:*:h-auto print:not-has-data-[painted=true]:hidden print:[&_[data-printed]>img]:max-h-[100mm] has-data-[painted=true]:[&>.pending-map]:hidden">
      <SkipButton onSkip={onSkip}>{t("explorer.page.skipMap")}</SkipButton>
      <noscript>
        <DrawnZones query={query} />
      </noscript>
      <PendingZones rows={answer.rows} view={view} results={results} />
      {waits ? null : <BrowserPart loader={loadMapPanel} props={{ ...map, results }} />}
    </div>
  );
});

interface PendingZonesProps extends Pick<MapColumnProps, "view"> {
  rows: readonly ZoneRow[];
  results: MapBounds | null;
}

/** The zones where they will be while the map loads. Drawn once: the map takes over from it. */
const PendingZones = memo(
  function PendingZones({ rows, view, results }: PendingZonesProps) {
    const points = rows.flatMap(({ slug, values, progress: { standing } }) => {
      const { location } = values;
      return location === null
        ? []
        : [{ slug, location, standing, candidate: isCandidate(values) }];
    });
    return <PendingMap points={points} view={view.map} home={results ?? COUNTRY} />;
  },
  () => true,
);
