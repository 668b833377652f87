"use client";

import dynamic from "next/dynamic";
import { memo } from "react";
import { useEmbedAddress } from "@/components/layout/embed-language";
import type { MapSettings } from "@/components/map/map-layers";
import { COUNTRY } from "@/components/map/map-point";
import { PendingMap } from "@/components/map/pending-map";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { embedPath } from "@/lib/contract/embeds";
import type { ZoneRow } from "@/lib/evidence/row";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { writeQuery } from "@/lib/query/write-query";
import { usePlainText } from "@/lib/text/use-plain-text";
import { boundResults } from "./map-results";
import { SkipButton } from "./skip-button";
import type { ChangeView, ExplorerAnswer } from "./use-explorer";
import type { ExplorerView } from "./view-params";

const MapPanel = dynamic(() => import("./map-panel").then((m) => m.MapPanel), {
  ssr: false,
  loading: () => null,
});

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
  const addressOf = useEmbedAddress();
  return (
    <div className="map-panel">
      <SkipButton onSkip={onSkip}>{t("explorer.page.skipMap")}</SkipButton>
      <noscript>
        <iframe
          title={t("map.label")}
          src={addressOf(embedPath("map", writeQuery(query)))}
          className="absolute inset-0 z-1 size-full"
        />
      </noscript>
      <PendingZones query={query} rows={answer.rows} view={view} />
      <MapPanel {...map} />
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
    view,
  }: {
    query: Query;
    rows: readonly ZoneRow[];
    view: ExplorerView;
  }) {
    const points = rows.flatMap(({ slug, values }) =>
      values.location === null
        ? []
        : [
            {
              slug,
              location: values.location,
              status: values.status,
              candidate: isCandidate(values),
            },
          ],
    );
    const found = boundResults(
      query,
      points.map(({ location }) => location),
    );
    return (
      <PendingMap points={points.slice(0, MOST_PENDING)} view={view.map} home={found ?? COUNTRY} />
    );
  },
  () => true,
);
