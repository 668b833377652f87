"use client";

import type { Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, type RefObject, useEffect, useState } from "react";
import {
  ExtentIcon,
  FullScreenIcon,
  LeaveFullScreenIcon,
  MinusIcon,
  PictureIcon,
  PlusIcon,
} from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";

interface MapControlsProps {
  map: MapLibreMap;
  /** Fills the screen in full screen. */
  frame: RefObject<HTMLElement | null>;
  onReset: () => void;
  onPicture: () => void;
}

/** The buttons of the map: zoom, whole country, full screen, picture. */
export function MapControls({ map, frame, onReset, onPicture }: MapControlsProps) {
  const { t } = usePlainText();
  const full = useFullScreen(frame);
  return (
    <div className="no-print pointer-events-auto grid divide-y divide-line rounded-2 bg-paper shadow-edge">
      <ControlButton label={t("map.controls.zoomIn")} onClick={() => map.zoomIn()}>
        <PlusIcon />
      </ControlButton>
      <ControlButton label={t("map.controls.zoomOut")} onClick={() => map.zoomOut()}>
        <MinusIcon />
      </ControlButton>
      <ControlButton label={t("map.controls.reset")} onClick={onReset}>
        <ExtentIcon />
      </ControlButton>
      {full.possible ? (
        <ControlButton
          label={t(full.on ? "map.controls.leaveFullScreen" : "map.controls.fullScreen")}
          onClick={() => full.toggle()}
        >
          {full.on ? <LeaveFullScreenIcon /> : <FullScreenIcon />}
        </ControlButton>
      ) : null}
      <ControlButton label={t("map.controls.picture")} onClick={onPicture}>
        <PictureIcon />
      </ControlButton>
    </div>
  );
}

function ControlButton(props: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      className="grid size-(--control) place-items-center text-ink-2 hover:bg-paper-2 hover:text-ink"
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
