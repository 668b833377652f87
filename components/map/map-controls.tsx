"use client";

import type { Map as MapLibreMap } from "maplibre-gl";
import { Fragment, type ReactNode, type RefObject, useEffect, useState } from "react";
import { cx } from "@/components/ui/cx";
import { PlusIcon } from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";
import { metresPerPixel } from "./map-engine";
import {
  ExtentIcon,
  FullScreenIcon,
  LeaveFullScreenIcon,
  MinusIcon,
  PictureIcon,
} from "./map-icons";

interface MapControlsProps {
  map: MapLibreMap;
  /** Fills the screen in full screen. */
  frame: RefObject<HTMLElement | null>;
  /** Where the reset leads: to the zones that a query finds, or to the whole country. */
  reset: "results" | "country";
  onReset: () => void;
  onPicture: () => void;
}

/**
 * The buttons of the map: zoom, whole country or results, full screen, picture. In a row with the choices of the map where
 * it is narrow; the last two have no room beside others that are as large as a finger.
 */
export function MapControls({ map, frame, reset, onReset, onPicture }: MapControlsProps) {
  const { t } = usePlainText();
  const full = useFullScreen(frame);
  return (
    <div className="no-print absolute end-3 top-3 flex divide-x divide-line rounded-2 bg-paper shadow-edge @lg:top-auto @lg:bottom-[calc(var(--map-foot,0px)+48px)] @lg:grid @lg:divide-x-0 @lg:divide-y">
      <ControlButton label={t("map.controls.zoomIn")} onClick={() => map.zoomIn()}>
        <PlusIcon />
      </ControlButton>
      <ControlButton label={t("map.controls.zoomOut")} onClick={() => map.zoomOut()}>
        <MinusIcon />
      </ControlButton>
      <ControlButton label={t(`map.controls.reset.${reset}`)} onClick={onReset}>
        <ExtentIcon />
      </ControlButton>
      {full.possible ? (
        <ControlButton
          label={t(full.on ? "map.controls.leaveFullScreen" : "map.controls.fullScreen")}
          onClick={() => full.toggle()}
          isExtra
        >
          {full.on ? <LeaveFullScreenIcon /> : <FullScreenIcon />}
        </ControlButton>
      ) : null}
      <ControlButton label={t("map.controls.picture")} onClick={onPicture} isExtra>
        <PictureIcon />
      </ControlButton>
    </div>
  );
}

interface ControlButtonProps {
  label: string;
  onClick: () => void;
  /** Left out where there is room for few. */
  isExtra?: boolean;
  children: ReactNode;
}

function ControlButton(props: ControlButtonProps) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      className={cx(
        "grid size-(--control) place-items-center text-ink-2 hover:bg-paper-2 hover:text-ink",
        props.isExtra && "@max-lg:pointer-coarse:hidden",
      )}
    >
      {props.children}
    </button>
  );
}

/** Full screen, where the browser supports it; phones may not. */
function useFullScreen(frame: RefObject<HTMLElement | null>) {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const onChange = () => setOn(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, []);
  const toggle = async () => {
    if (document.fullscreenElement) {
      await document.exitFullscreen();
    } else {
      await frame.current?.requestFullscreen();
    }
  };
  return { possible: document.fullscreenEnabled, on, toggle };
}

/** The scale at the centre of the map; the picture of it in print has another size. */
export function ScaleBar({ map }: { map: MapLibreMap }) {
  const text = usePlainText();
  const [scale, setScale] = useState<Scale | null>(null);
  useEffect(() => {
    const measure = () => {
      const next = scaleFor(metresPerPixel(map.getCenter().lat, map.getZoom()));
      setScale((now) => (now?.length === next.length && now.width === next.width ? now : next));
    };
    measure();
    map.on("move", measure);
    return () => {
      map.off("move", measure);
    };
  }, [map]);
  if (scale === null) {
    return null;
  }
  const label = text.t("map.scale", { length: text.number(scale.length), unit: scale.unit });
  return (
    <div className="tabular pointer-events-none text-12 text-ink-2 print:hidden" data-scale={label}>
      <div className="text-center">{label}</div>
      <div className="h-1 border-ink-3 border-x border-b" style={{ width: scale.width }} />
    </div>
  );
}

/** A round distance and its length in the picture. */
interface Scale {
  readonly length: number;
  readonly unit: "km" | "m";
  /** CSS pixels. */
  readonly width: number;
}

const WIDEST = 60;

/** The longest round distance (1, 2 or 5 times a power of ten metres) of at most 60 px. */
export function scaleFor(metresPerPixel: number): Scale {
  const most = WIDEST * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  const width = Math.round(metres / metresPerPixel);
  return metres >= 1000
    ? { length: metres / 1000, unit: "km", width }
    : { length: metres, unit: "m", width };
}

const BOX = "pointer-events-auto rounded-2 bg-paper/85 px-1.5 py-0.5 text-12 text-ink-3";

/**
 * What every map must say: how places are meant, the boundary note, whose data it is. A narrow map has
 * room for a short note, which opens the rest.
 * @param schematic with lines that are no survey
 */
export function MapNotes({
  attributions,
  schematic,
}: {
  attributions: readonly string[];
  schematic: boolean;
}) {
  const { t } = usePlainText();
  const notes = (
    <>
      {t("map.notes.all")} {schematic ? t("map.notes.schematic") : null}{" "}
      {attributions.map((words, i) => (
        <Fragment key={words}>
          {i === 0 ? null : " · "}
          {words.includes("OpenStreetMap") ? (
            <a href={OPENSTREETMAP} target="_blank" rel="noopener" className="link">
              {words}
            </a>
          ) : (
            words
          )}
        </Fragment>
      ))}
    </>
  );
  return (
    <>
      <p className={cx(BOX, "@max-4xl:hidden max-w-[46rem]")}>{notes}</p>
      <details className="@4xl:hidden pointer-events-auto w-fit max-w-full open:w-full">
        <summary className={cx(BOX, "inline-block hover:text-ink")}>
          <span className="link">{t("map.notes.short")}</span>
        </summary>
        <p className="mt-1 max-w-[46rem] rounded-2 bg-paper p-2 text-12 text-ink-2 shadow-edge">
          {notes}
        </p>
      </details>
    </>
  );
}

/** The licence of OpenStreetMap asks for a link to it. */
const OPENSTREETMAP = "https://www.openstreetmap.org/copyright";
