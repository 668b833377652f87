import { StandingShape } from "@/components/evidence/standing-drawing";
import { type DrawnLayout, getAnchorX } from "./drawn-layout";
import { projectToGround } from "./ground-frame";
import { MapGround } from "./map-ground";

/** A city that helps to find one's way. */
export interface DrawnCity {
  readonly key: string;
  readonly name: string;
  /** Degrees. */
  readonly location: { readonly lon: number; readonly lat: number };
}

interface DrawnMapProps {
  layout: DrawnLayout;
  /** Read aloud. */
  label: string;
  /** With names; left out where something else writes them. */
  names?: boolean;
  /** The address of a zone and the words on it, such as its standing; absent: markers are no links. */
  linkOf?: (slug: string) => { readonly href: string; readonly title: string };
  /** Links open in a tab of their own: the map is a part of another site. */
  newTab?: boolean;
  /** Written in small letters below the names of zones; absent: none. */
  cities?: readonly DrawnCity[];
}

/** Zones on a map that needs no script: the picture of embeds, of share cards and of the explorer without scripts. */
export function DrawnMap({
  layout,
  label,
  names = false,
  linkOf,
  newTab = false,
  cities = [],
}: DrawnMapProps) {
  const { width, height, scale, markerSize, fontSize, markers } = layout;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      role={linkOf === undefined ? "img" : "group"}
      aria-label={label}
    >
      <rect width={width} height={height} className="fill-sea" />
      <g transform={`scale(${scale})`}>
        <MapGround />
      </g>
      {cities.map(({ key, name, location }) => {
        const { x, y } = projectToGround(location);
        return (
          <text
            key={key}
            x={round(x * scale)}
            y={round(y * scale)}
            textAnchor="middle"
            fontSize={fontSize - 1}
            className="fill-ink-3"
          >
            {name}
          </text>
        );
      })}
      {markers.map(({ zone: { slug, name, standing, candidate }, x, y, label: box }) => {
        const link = linkOf?.(slug);
        const drawing = (
          <>
            {link === undefined ? null : <title>{link.title}</title>}
            <g
              fill="none"
              transform={`translate(${round(x - markerSize / 2)} ${round(y - markerSize / 2)}) scale(${markerSize / 16})`}
            >
              <StandingShape standing={standing} candidate={candidate} />
            </g>
            {names && box !== null ? (
              <text
                x={round(getAnchorX(box))}
                y={round(box.y + box.height * 0.8)}
                textAnchor={box.anchor}
                fontSize={fontSize}
                fontWeight={standing === "running" ? 600 : undefined}
                className="fill-ink"
              >
                {name}
              </text>
            ) : null}
          </>
        );
        return link === undefined ? (
          <g key={slug}>{drawing}</g>
        ) : (
          <a key={slug} href={link.href} {...(newTab ? { target: "_blank", rel: "noopener" } : {})}>
            {drawing}
          </a>
        );
      })}
    </svg>
  );
}

/** A tenth of a pixel is finer than can be seen. */
function round(length: number): number {
  return Math.round(length * 10) / 10;
}
