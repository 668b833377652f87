import { StatusShape } from "@/components/evidence/status-mark";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { GROUND, MapGround, projectToGround } from "./map-ground";

/** What a locator map shows. */
interface LocatorMapProps {
  /** Part of the accessible name. */
  name: string;
  /** Degrees; null is unknown. */
  location: { lon: number; lat: number } | null;
  /** null is unknown. */
  precision: "site" | "town" | "district" | null;
  /** Key of the `status` vocabulary; null is unknown. */
  status: string | null;
  candidate: boolean;
}

/** Where a marker is placed, and how precisely. */
function describePlacing(
  { t }: Text,
  { location, precision }: Pick<LocatorMapProps, "location" | "precision">,
): string {
  if (location === null) return t("map.place.unknown");
  return t(`map.place.${precision ?? "imprecise"}`);
}

/** A small map of the country with one zone, drawn on the server. The Line of Control is dotted. */
export function LocatorMap(props: LocatorMapProps) {
  return <LocatorDrawing text={useText()} {...props} />;
}

/** The same without hooks. */
export function LocatorDrawing({ text, ...props }: LocatorMapProps & { text: Text }) {
  const { name, location, status, candidate } = props;
  const at = location === null ? null : projectToGround(location);
  return (
    <svg
      viewBox={`0 0 ${GROUND.width} ${GROUND.height}`}
      role="img"
      aria-label={text.t("map.locator", { name, place: describePlacing(text, props) })}
      className="h-auto w-full overflow-hidden bg-sea"
    >
      <MapGround />
      {at === null ? null : (
        <g transform={`translate(${at.x} ${at.y})`} fill="none">
          <circle r="9" strokeWidth="1.4" className="fill-land stroke-accent" />
          <g transform="translate(-5.5 -5.5) scale(.6875)">
            <StatusShape status={status} candidate={candidate} />
          </g>
        </g>
      )}
    </svg>
  );
}
