"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { StandingMark } from "@/components/evidence/standing-mark";
import { type MapShading, SHADE_STEPS } from "@/components/map/map-point";
import { ShadeMark } from "@/components/map/shade-mark";
import type { ChangeQuery } from "@/components/query-bar/facet";
import type { Facet } from "@/lib/query/facets";
import type { FilterKey } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { withToggled } from "@/lib/query/query-edits";
import type { RankedRow } from "@/lib/query/select";
import { STANDINGS } from "@/lib/readiness/standing";
import { usePlainText } from "@/lib/text/use-plain-text";
import { useText } from "@/lib/text/use-text";
import { describeGapLegend, describeShading, getShade, getUtility } from "./map-points";
import type { ExplorerView, Shade } from "./view-params";
import { describeShadeStep } from "./zone-shades";

interface MapLegendProps {
  query: Query;
  view: ExplorerView;
  /** The zones on the map. */
  rows: readonly RankedRow[];
  shading: MapShading;
  standing: Facet | undefined;
  candidates: Facet | undefined;
  onQuery: ChangeQuery;
}

/** What the markers mean; each line is a filter. Folded to a button where the map is narrow. */
export function MapLegend(props: MapLegendProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <div
      className="map-legend group/legend min-w-0 rounded-2 bg-paper/94 px-2 py-1 text-12 text-ink-2 small-map:bg-paper small-map:p-0 small-map:shadow-edge print:p-0! print:shadow-none!"
      data-open={open || undefined}
    >
      <button
        type="button"
        className="hidden h-(--control) items-center px-2.5 font-medium small-map:inline-flex print:hidden!"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {text.t("explorer.map.key")}
      </button>
      <LegendLines {...props} />
    </div>
  );
}

function LegendLines({
  query,
  view,
  rows,
  shading,
  standing: facet,
  candidates,
  onQuery,
}: MapLegendProps) {
  const text = useText();
  const shades = describeShading(text, shading);
  const utility = getUtility(view.markers);
  const shade = getShade(view.markers);
  const standings = query.filters.standing?.values ?? [];
  const isCandidateFilter = query.filters.candidateForRemainder?.values.includes("true") ?? false;
  const filter = (key: FilterKey, value: string) => ({
    pressed: key === "standing" ? standings.includes(value) : isCandidateFilter,
    onPress: () => onQuery((now) => withToggled(now, key, value)),
  });
  return (
    <div className="small-map:absolute small-map:start-0 small-map:top-[calc(100%+4px)] grid small-map:w-max small-map:max-w-full gap-0.5 small-map:rounded-2 small-map:bg-paper small-map:px-2 small-map:py-1.5 small-map:shadow-edge small-map:group-not-data-open/legend:hidden print:static! print:grid! print:p-0! print:shadow-none!">
      {shade === null ? (
        <div className="flex max-w-80 flex-wrap gap-x-1">
          {STANDINGS.map((standing) => (
            <LegendButton
              key={standing}
              label={text.t(`query.standing.${standing}`)}
              count={facet?.counts[standing] ?? 0}
              {...filter("standing", standing)}
            >
              <StandingMark standing={standing} />
            </LegendButton>
          ))}
          <LegendButton
            label={text.t("explorer.map.candidate")}
            count={candidates?.counts.true ?? 0}
            {...filter("candidateForRemainder", "true")}
          >
            <StandingMark standing="unknown" candidate />
          </LegendButton>
        </div>
      ) : (
        <ShadeLegend shade={shade} />
      )}
      {utility === null ? null : (
        <p className="max-w-80 text-ink-3">{describeGapLegend(text, utility, rows)}</p>
      )}
      {view.markers === "area" ? <p className="text-ink-3">{text.t("explorer.map.area")}</p> : null}
      {shades === null ? null : <p className="text-ink-3">{shades}</p>}
      <LayerLegend layers={view.layers} />
    </div>
  );
}

function LegendButton({
  label,
  count,
  pressed,
  onPress,
  children,
}: {
  label: string;
  count: number;
  pressed: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  const text = useText();
  const counted = text.t("explorer.map.count", { label, count: text.number(count) });
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={counted}
      title={counted}
      onClick={onPress}
      className="inline-flex min-h-6 items-center gap-1.5 rounded-2 px-1.5 text-start hover:bg-paper-2 hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-accent aria-pressed:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11"
    >
      {children}
      {label}
    </button>
  );
}

/** What the colours of the markers mean. */
function ShadeLegend({ shade }: { shade: Shade }) {
  const text = useText();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      <b className="font-medium">{text.t(`explorer.map.shades.${shade}.title`)}</b>
      {[...SHADE_STEPS, null].map((step) => (
        <span key={step} className="inline-flex items-center gap-1 whitespace-nowrap">
          <ShadeMark step={step} size={12} />
          {describeShadeStep(text, shade, step)}
        </span>
      ))}
    </div>
  );
}

/** What the lines and dots of the layers mean that are switched on. */
export function LayerLegend({ layers }: Pick<ExplorerView, "layers">) {
  const { t } = usePlainText();
  const shows = (layer: (typeof layers)[number]) => layers.includes(layer);
  return (
    <>
      {shows("routes") ? (
        <Line>
          {(Object.keys(ROUTES) as (keyof typeof ROUTES)[]).map((kind) => (
            <Sample key={kind} words={t(`explorer.map.legend.${kind}`)}>
              <path d="M0 5h18" {...ROUTES[kind]} />
            </Sample>
          ))}
          <span className="text-ink-3">{t("explorer.map.legend.schematic")}</span>
        </Line>
      ) : null}
      {shows("ports") ? (
        <Line>
          <Sample words={t("explorer.map.legend.port")}>
            <circle cx="6" cy="5" r="3.5" className="fill-route-port" />
          </Sample>
          <Sample words={t("explorer.map.legend.dryPort")}>
            <circle cx="6" cy="5" r="3" strokeWidth="1.5" className="fill-land stroke-route-port" />
          </Sample>
          <Sample words={t("explorer.map.legend.spot")}>
            <circle cx="6" cy="5" r="3" strokeWidth="1.5" className="fill-land stroke-ink-3" />
          </Sample>
        </Line>
      ) : null}
      {shows("power") ? <PowerPlants /> : null}
    </>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <div className="flex max-w-96 flex-wrap items-center gap-x-3 gap-y-0.5">{children}</div>;
}

function Sample({ words, children }: { words: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <svg width="18" height="10" viewBox="0 0 18 10" fill="none" aria-hidden="true">
        {children}
      </svg>
      {words}
    </span>
  );
}

/** How each kind of route is drawn. */
const ROUTES = {
  motorway: { strokeWidth: 2.5, className: "stroke-route-motorway" },
  building: { strokeWidth: 2, strokeDasharray: "5 3", className: "stroke-route-motorway" },
  highway: { strokeWidth: 1.3, className: "stroke-route-highway" },
  railway: {
    d: "M0 5h18M2 2.500v5M7 2.500v5M12 2.500v5M17 2.500v5",
    strokeWidth: 1,
    className: "stroke-route-railway",
  },
  corridor: { strokeWidth: 7, className: "stroke-route-corridor" },
} as const;

/** A plant as the file of the layer has it. */
interface PowerPlant {
  readonly name_en: string;
  readonly fuel: "coal" | "gas" | "oil" | "hydro" | "nuclear" | "solar" | "wind";
  readonly megawatts: number;
  readonly publisher: string;
  readonly url: string;
  readonly year: number;
}

/** The dots of the plants, and a list of them with a source each, the largest first, which is loaded when it is opened. */
function PowerPlants() {
  const text = usePlainText();
  const { t } = text;
  const [wanted, setWanted] = useState(false);
  const { data, isError, refetch } = useQuery({
    ...{ queryKey: ["power-plants"], queryFn: fetchPowerPlants, enabled: wanted },
    ...{ retry: false, networkMode: "always", staleTime: Number.POSITIVE_INFINITY },
  });
  return (
    <details
      onToggle={({ currentTarget: { open } }) => {
        if (!open) return;
        setWanted(true);
        if (isError) void refetch();
      }}
    >
      <summary className="hover:text-ink">
        <Sample words={t("explorer.map.legend.power")}>
          <circle cx="8" cy="5" r="4.5" className="fill-route-power" />
        </Sample>{" "}
        <span className="link">{t("explorer.map.legend.listPlants")}</span>
      </summary>
      {data === undefined ? (
        <p role="status" className="text-ink-3">
          {t(isError ? "explorer.map.legend.plantsFailed" : "evidence.popover.loading")}
        </p>
      ) : (
        <ul className="mt-1 grid max-h-60 max-w-96 gap-0.5 overflow-y-auto">
          {data.map(({ name_en, fuel, megawatts, publisher, url, year }) => (
            <li key={name_en}>
              {t("explorer.map.legend.plant", {
                name: name_en,
                fuel: t(`explorer.map.legend.fuel.${fuel}`),
                megawatts: text.number(megawatts),
              })}{" "}
              <a href={url} target="_blank" rel="noopener" className="link">
                {t("explorer.map.legend.source", { publisher, year: String(year) })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

async function fetchPowerPlants(): Promise<readonly PowerPlant[]> {
  const answer = await fetch("/basemap/power-plants.geojson");
  const { features }: { features: { properties: PowerPlant }[] } = await answer.json();
  return features.map(({ properties }) => properties).sort((a, b) => b.megawatts - a.megawatts);
}
