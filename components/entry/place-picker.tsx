"use client";

import "maplibre-gl/dist/maplibre-gl.css";
import { useRef, useState } from "react";
import { useTheme } from "@/components/layout/use-theme";
import { MapNotes } from "@/components/map/map-controls";
import type { MapLayer, MapSettings } from "@/components/map/map-layers";
import { COUNTRY, type MapShading, type MapView } from "@/components/map/map-point";
import { useMap } from "@/components/map/use-map";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import type { Place } from "@/lib/catalogue/kinds";
import { isInside, TERRITORY } from "@/lib/catalogue/territory";
import { listTerms, type VocabularyValue } from "@/lib/catalogue/vocabularies";
import { useText } from "@/lib/text/use-text";

/** How exact a place is. */
export type Precision = VocabularyValue<"locationPrecision">;

interface PlacePickerProps {
  /** Where the map starts; null: the whole country. */
  place: Place | null;
  precision: Precision;
  onPick: (place: Place, precision: Precision) => void;
}

/** The product's own map without layers, the same objects each time. */
const SETTINGS: MapSettings = { styleUrl: null, pmtiles: null, imagery: null };
const LAYERS: readonly MapLayer[] = [];
const SHADING: MapShading = { mode: "none", values: {} };
/** How near a known place is shown. */
const NEAR = 8;
/** Decimals of degrees that fit what is known: some 100 m, 1 km and 10 km. */
const DECIMALS: Readonly<Record<Precision, number>> = { site: 3, town: 2, district: 1 };

/** A small map that is moved under a cross, by mouse, touch or arrow keys, to pick a place and how exact it is. */
export function PlacePicker({ place, precision: before, onPick }: PlacePickerProps) {
  const text = useText();
  const { t } = text;
  const ground = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const [view, setView] = useState<MapView | null>(
    place === null ? null : { ...place, zoom: NEAR },
  );
  const [precision, setPrecision] = useState(before);
  const { failure, attributions } = useMap(ground, {
    theme,
    settings: SETTINGS,
    layers: LAYERS,
    shading: SHADING,
    view,
    home: COUNTRY,
    onViewChange: setView,
    title: t("record.place.map"),
  });
  if (failure !== null) return <p className="text-12 text-rust">{t("record.place.noMap")}</p>;
  const picked = view === null ? null : roundPlace(view, DECIMALS[precision]);
  const canPick = picked !== null && isInside(TERRITORY, picked);
  return (
    <div className="grid gap-2">
      <div className="@container relative isolate h-72 overflow-hidden rounded-2 bg-sea">
        <div ref={ground} className="size-full" />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 grid place-items-center text-24 text-accent"
        >
          +
        </span>
        <div className="pointer-events-none absolute inset-x-2 bottom-1">
          <MapNotes attributions={attributions} schematic={false} />
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <ChoiceField
          label={text.fieldLabel("locationPrecision")}
          className="basis-40"
          values={PRECISIONS}
          labelOf={(one) => text.termLabel("locationPrecision", one)}
          value={precision}
          onChange={setPrecision}
        />
        <Button
          aria-disabled={!canPick}
          onClick={() => {
            if (canPick) onPick(picked, precision);
          }}
        >
          {t("record.place.use")}
        </Button>
        <p role="status" className="tabular pb-1.5 text-12 text-ink-3">
          {picked === null
            ? t("record.place.move")
            : canPick
              ? `${picked.lat}, ${picked.lon}`
              : t("record.place.outside")}
        </p>
      </div>
    </div>
  );
}

const PRECISIONS = listTerms("locationPrecision").map(({ value }) => value as Precision);

function roundPlace({ lat, lon }: Place, decimals: number): Place {
  return { lat: Number(lat.toFixed(decimals)), lon: Number(lon.toFixed(decimals)) };
}
