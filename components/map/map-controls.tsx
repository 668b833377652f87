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

/** Props of the map's buttons. */
export interface MapControlsProps {
  map: MapLibreMap;
  /** What fills the screen when asked. */
  frame: RefObject<HTMLElement | null>;
  onReset: () => void;
  onPicture: () => void;
}

/** Zoom, whole country, full screen, picture: one column. */
export function MapControls({ map, frame, onReset, onPicture }: MapControlsProps) {
  const full = useFullScreen(frame);
  return (
    <div className="no-print pointer-events-auto grid divide-y divide-line rounded-2 bg-paper shadow-edge">
      <ControlButton label="Zoom in" onClick={() => map.zoomIn()}>
        <PlusIcon />
      </ControlButton>
      <ControlButton label="Zoom out" onClick={() => map.zoomOut()}>
        <MinusIcon />
      </ControlButton>
      <ControlButton label="Show the whole country" onClick={onReset}>
        <ExtentIcon />
      </ControlButton>
      {full.possible ? (
        <ControlButton
          label={full.on ? "Leave full screen" : "Full screen"}
          onClick={() => full.toggle()}
        >
          {full.on ? <LeaveFullScreenIcon /> : <FullScreenIcon />}
        </ControlButton>
      ) : null}
      <ControlButton label="Save a picture of the map" onClick={onPicture}>
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

/** Full screen where the browser has it; a telephone may not. */
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
