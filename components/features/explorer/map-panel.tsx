"use client";

import { memo, useCallback, useMemo } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { StandingMark } from "@/components/evidence/standing-mark";
import { useTheme } from "@/components/layout/use-theme";
import { MAP_LAYERS, type MapSettings } from "@/components/map/map-layers";
import type { MapBounds, MapView } from "@/components/map/map-point";
import { ZoneMap } from "@/components/map/zone-map";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { Button } from "@/components/ui/button";
import { ChevronDownIcon } from "@/components/ui/icons";
import { LazyPopup } from "@/components/ui/lazy-part";
import { shortDistrict, shortenZoneName, shortZoneName } from "@/lib/evidence/zone-name";
import type { Utility } from "@/lib/gaps/gaps";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { lowerFirst } from "@/lib/text/first-letter";
import { describeGap } from "@/lib/text/gap-words";
import { describeProgress } from "@/lib/text/progress-words";
import { useText } from "@/lib/text/use-text";
import { useActiveZone, useSetActiveZone } from "./active-zone";
import { DrawnZones } from "./drawn-zones";
import type { ExplorerAnswer } from "./explorer-answer";
import { MapLegend } from "./map-legend";
import {
  buildMapPoints,
  describeShade,
  getShade,
  getUtility,
  listUnlocated,
  shadeProvinces,
} from "./map-points";
import type { ChangeView } from "./use-explorer";
import type { ExplorerView, Shade } from "./view-params";

interface MapPanelProps {
  query: Query;
  view: ExplorerView;
  answer: ExplorerAnswer;
  /** The area of the zones that the query finds; null: the whole country, as without conditions. */
  results: MapBounds | null;
  settings: MapSettings;
  onQuery: ChangeQuery;
  onView: ChangeView;
  /** Called with the slug of a pressed marker, or of a pressed zone without a location. */
  onPick: (slug: string) => void;
}

/** The zones of the list on the map, with a legend that filters, and the zones without a location beside it. */
export const MapPanel = memo(function MapPanel({
  query,
  view,
  answer,
  results,
  settings,
  onQuery,
  onView,
  onPick,
}: MapPanelProps) {
  const { rows, facets } = answer;
  const { selected, shading: mode, markers } = view;
  const text = useText();
  const theme = useTheme();
  const active = useActiveZone();
  const setActive = useSetActiveZone();
  const points = useMemo(
    () => buildMapPoints(text, rows, selected, markers),
    [text, rows, selected, markers],
  );
  const shading = useMemo(() => shadeProvinces(rows, mode), [rows, mode]);
  const renderTip = (slug: string) => {
    const row = rows.find((one) => one.slug === slug);
    return row ? (
      <ZoneTip row={row} utility={getUtility(markers)} shade={getShade(markers)} />
    ) : null;
  };
  const moveTo = useCallback(
    (map: MapView | null) => onView((now) => ({ ...now, map }), { quiet: true }),
    [onView],
  );
  return (
    <ZoneMap
      points={points}
      highlighted={active}
      onHighlight={setActive}
      onSelect={onPick}
      view={view.map}
      results={results}
      onViewChange={moveTo}
      shading={shading}
      sizeByArea={markers === "area"}
      theme={theme}
      settings={settings}
      layers={view.layers}
      renderTip={renderTip}
      fallback={<DrawnZones query={query} />}
    >
      <div className="pointer-events-none absolute inset-x-3 top-3 flex items-start gap-2 *:pointer-events-auto @lg:justify-between print:static">
        <MapLegend
          query={query}
          view={view}
          rows={rows}
          shading={shading}
          standing={facets.filters.standing}
          candidates={facets.filters.candidateForRemainder}
          onQuery={onQuery}
        />
        <OptionsButton view={view} settings={settings} onView={onView} />
      </div>
      <Unlocated rows={listUnlocated(rows)} onPick={onPick} />
    </ZoneMap>
  );
});

const loadMapOptions = () => import("./map-options").then((m) => m.MapOptions);

function OptionsButton({
  view,
  settings,
  onView,
}: Pick<MapPanelProps, "view" | "settings" | "onView">) {
  const text = useText();
  return (
    <LazyPopup
      loader={loadMapOptions}
      props={{
        trigger: (
          <Button className="no-print" aria-haspopup="menu">
            <span className="truncate @max-lg:max-w-20">
              {text.t(`explorer.map.options.${view.shading === "none" ? view.markers : "shaded"}`)}
            </span>
            <ChevronDownIcon />
          </Button>
        ),
        markers: view.markers,
        shading: view.shading,
        layers: MAP_LAYERS.filter((layer) => layer !== "imagery" || settings.imagery !== null),
        shown: view.layers,
        onLayers: (layers) => onView((now) => ({ ...now, layers })),
        onMarkers: (markers) => onView((now) => ({ ...now, markers })),
        onShading: (shading) => onView((now) => ({ ...now, shading })),
      }}
    />
  );
}

/** Zones without a location, beside the map so that none is missing. */
function Unlocated({
  rows,
  onPick,
}: {
  rows: readonly RankedRow[];
  onPick: (slug: string) => void;
}) {
  const text = useText();
  const setActive = useSetActiveZone();
  if (rows.length === 0) return null;
  return (
    <section
      aria-label={text.t("explorer.map.unlocated")}
      className="absolute start-3 top-1/2 max-h-2/5 max-w-48 overflow-y-auto rounded-2 bg-paper px-2.5 py-1.5 shadow-edge"
    >
      <h3 className="text-12">
        {text.t("explorer.map.noLocation")}{" "}
        <span className="tabular font-normal text-ink-3">{text.number(rows.length)}</span>
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.slug}>
            <button
              type="button"
              className="min-h-6 text-start text-12 hover:text-accent hover:underline"
              onPointerEnter={() => setActive(row.slug)}
              onPointerLeave={() => setActive(null)}
              onFocus={() => setActive(row.slug)}
              onBlur={() => setActive(null)}
              onClick={() => onPick(row.slug)}
            >
              {shortZoneName(row)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The tip of the active marker: name, legal status, standing and progress, the gap that the markers show, readiness and precision of the place. */
function ZoneTip({
  row,
  utility,
  shade,
}: {
  row: RankedRow;
  utility: Utility | null;
  shade: Shade | null;
}) {
  const text = useText();
  const { name, district, legalStatus, status, location, locationPrecision } = row.values;
  const { readiness } = row;
  const { standing } = row.progress;
  const candidate = isCandidate(row.values);
  return (
    <div className="grid w-56 gap-1 text-12">
      <p className="text-13">
        <b>{shortenZoneName(name ?? row.slug)}</b>{" "}
        <span className="text-ink-3">{shortDistrict(district)}</span>
      </p>
      <p className="text-ink-2">
        {text.t.rich("explorer.map.legalStatus", {
          status: (words) => (
            <span className={legalStatus === null ? "unknown" : undefined}>{words}</span>
          ),
          value: lowerFirst(text, text.value("legalStatus", legalStatus)),
        })}
        {candidate ? (
          <span className="block text-ink-3">{text.t("common.approval.notConfirmed")}</span>
        ) : null}
      </p>
      <p className="flex items-center gap-1.5">
        <StandingMark standing={standing} candidate={candidate} />
        <span className={status === null ? "unknown" : undefined}>
          {text.t(`query.standing.${standing}`)}
        </span>
      </p>
      {status === null ? null : (
        <p className="text-ink-2">{describeProgress(text, status, row.progress)}</p>
      )}
      {utility === null ? null : (
        <p className="text-ink-2 first-letter:uppercase">{describeGap(text, utility, row)}</p>
      )}
      {shade === null ? null : (
        <p className="text-ink-2 first-letter:uppercase">{describeShade(text, shade, row)}</p>
      )}
      {readiness === null ? null : (
        <p className="grid grid-cols-[1fr_auto] items-center gap-2">
          <IntervalBar
            low={readiness.low}
            high={readiness.high}
            candidate={candidate}
            ground="var(--color-pop)"
          />
          <span className="tabular">{text.range(readiness.low, readiness.high)}</span>
        </p>
      )}
      {location === null || locationPrecision === null ? null : (
        <p className="text-12 text-ink-3 first-letter:uppercase">
          {text.t(`explorer.map.precision.${locationPrecision}`)}
        </p>
      )}
    </div>
  );
}
