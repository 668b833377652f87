"use client";

import { memo, useCallback, useMemo, useState } from "react";
import { useTheme } from "@/components/layout/use-theme";
import type { MapView } from "@/components/map/map-point";
import { ZoneMapLazy } from "@/components/map/zone-map-lazy";
import type { ChangeQuery } from "@/components/query-bar/change-query";
import { Button } from "@/components/ui/button";
import { ChevronDownIcon } from "@/components/ui/icons";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { Query } from "@/lib/query/query";
import type { RankedRow } from "@/lib/query/select";
import { useActiveZone, useSetActiveZone } from "./active-zone";
import type { ExplorerAnswer } from "./explorer-answer";
import { loadMapOptions } from "./lazy-parts";
import { getUtility } from "./map-gaps";
import { MapLegend } from "./map-legend";
import { mapPoints, provinceShading, unlocated } from "./map-points";
import type { ChangeView } from "./use-explorer";
import type { ExplorerView, Markers } from "./view-params";
import { ZoneTip } from "./zone-tip";

/** Props of the map with what stands on it. */
export interface MapPanelProps {
  query: Query;
  view: ExplorerView;
  answer: ExplorerAnswer;
  styleUrl: string | null;
  onQuery: ChangeQuery;
  onView: ChangeView;
  /** A marker, or a zone without a place, was pressed. */
  onPick: (slug: string) => void;
}

/** The same zones as the list, on the map: with the legend that is also the filter, and beside it those without a place. */
export const MapPanel = memo(function MapPanel({
  query,
  view,
  answer,
  styleUrl,
  onQuery,
  onView,
  onPick,
}: MapPanelProps) {
  const { rows, facets } = answer;
  const { selected, shading: mode, markers } = view;
  const theme = useTheme();
  const active = useActiveZone();
  const setActive = useSetActiveZone();
  const points = useMemo(() => mapPoints(rows, selected, markers), [rows, selected, markers]);
  const shading = useMemo(() => provinceShading(rows, mode), [rows, mode]);
  const tip = (slug: string) => {
    const row = rows.find((one) => one.slug === slug);
    return row ? <ZoneTip row={row} utility={getUtility(markers)} /> : null;
  };
  const moveTo = useCallback(
    (map: MapView | null) => onView((now) => ({ ...now, map }), { quiet: true }),
    [onView],
  );
  return (
    <div className="explorer-map">
      <ZoneMapLazy
        points={points}
        highlighted={active}
        onHighlight={setActive}
        onSelect={onPick}
        view={view.map}
        onViewChange={moveTo}
        shading={shading}
        sizeByArea={markers === "area"}
        theme={theme}
        styleUrl={styleUrl}
        renderTip={tip}
      >
        <div className="explorer-map-top">
          <MapLegend
            query={query}
            view={view}
            rows={rows}
            shading={shading}
            status={facets.filters.status}
            candidates={facets.filters.candidateForRemainder}
            onQuery={onQuery}
          />
          <OptionsButton view={view} onView={onView} />
        </div>
        <Unlocated rows={unlocated(rows)} onPick={onPick} />
      </ZoneMapLazy>
    </div>
  );
});

function OptionsButton({ view, onView }: Pick<MapPanelProps, "view" | "onView">) {
  const options = useLoaded(loadMapOptions);
  const [opensAtOnce, setOpensAtOnce] = useState(false);
  const words = (
    <>
      {optionWords(view)}
      <ChevronDownIcon />
    </>
  );
  return options.part ? (
    <options.part
      trigger={<Button>{words}</Button>}
      defaultOpen={opensAtOnce}
      markers={view.markers}
      shading={view.shading}
      onMarkers={(markers) => onView((now) => ({ ...now, markers }))}
      onShading={(shading) => onView((now) => ({ ...now, shading }))}
    />
  ) : (
    <Button
      aria-haspopup="menu"
      onClick={() => {
        setOpensAtOnce(true);
        options.load();
      }}
    >
      {words}
    </Button>
  );
}

function optionWords({ markers, shading }: ExplorerView): string {
  return shading === "none" ? MARKER_WORDS[markers] : "Markers, shading";
}

const MARKER_WORDS: Readonly<Record<Markers, string>> = {
  status: "Markers by status",
  area: "Markers by area",
  power: "Markers with power",
  gas: "Markers with gas",
};

/** Zones that no source places stand beside the map, so that none is lost. */
function Unlocated({
  rows,
  onPick,
}: {
  rows: readonly RankedRow[];
  onPick: (slug: string) => void;
}) {
  const setActive = useSetActiveZone();
  if (rows.length === 0) return null;
  return (
    <section aria-label="Zones without a place" className="explorer-unlocated">
      <h3 className="text-12">
        Without a place <span className="tabular font-normal text-ink-3">{rows.length}</span>
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.slug}>
            <button
              type="button"
              className="min-h-6 text-left text-12 hover:text-accent hover:underline"
              onPointerEnter={() => setActive(row.slug)}
              onPointerLeave={() => setActive(null)}
              onFocus={() => setActive(row.slug)}
              onBlur={() => setActive(null)}
              onClick={() => onPick(row.slug)}
            >
              {shortZoneName(row.values.name ?? row.slug)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
