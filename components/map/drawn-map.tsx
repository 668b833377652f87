import { StandingShape } from "@/components/evidence/standing-drawing";
import type { Standing } from "@/lib/readiness/standing";
import { type DrawnLayout, type DrawnPoint, getTextPoint } from "./drawn-layout";
import { MapGround } from "./map-ground";

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
}

/** Colours of the names of zones that run or ran, as their markers have; other names are grey. */
const NAME_COLOURS: Partial<Record<Standing, string>> = {
  running: "fill-ramp-4",
  "reported-running": "fill-ramp-3",
};

/** Zones on a map that needs no script: the picture of embeds, of share cards and of the explorer without scripts. */
export function DrawnMap({ layout, label, names = false, linkOf, newTab = false }: DrawnMapProps) {
  const { width, height, scale, markerSize, fontSize, markers, places } = layout;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      // Names begin and end at the left and right, whatever the language.
      direction="ltr"
      role={linkOf === undefined ? "img" : "group"}
      aria-label={label}
    >
      <rect width={width} height={height} className="fill-sea" />
      <g transform={`scale(${scale})`}>
        <MapGround />
      </g>
      {places.map(({ place: { name, isCity }, dot, label: box }) => (
        <g key={name}>
          {dot === null ? null : (
            <circle cx={round(dot.x)} cy={round(dot.y)} r={2} className="fill-ink" />
          )}
          <text
            x={round(getTextPoint(box).x)}
            y={round(getTextPoint(box).y)}
            textAnchor={box.anchor}
            fontSize={fontSize}
            className={isCity ? "fill-ink font-serif font-semibold" : "fill-ink-3"}
          >
            {name}
          </text>
        </g>
      ))}
      {names
        ? markers.map(({ zone: { slug }, x, y, label: box }) => (
            <LabelLine key={slug} from={{ x, y }} to={box?.lineEnd} />
          ))
        : null}
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
                x={round(getTextPoint(box).x)}
                y={round(getTextPoint(box).y)}
                textAnchor={box.anchor}
                fontSize={fontSize}
                fontWeight={standing === "running" ? 600 : undefined}
                className={NAME_COLOURS[standing] ?? "fill-ink-2"}
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

interface LabelLineProps {
  from: DrawnPoint;
  /** Absent: the name is beside its marker, and there is no line. */
  to: DrawnPoint | undefined;
}

function LabelLine({ from, to }: LabelLineProps) {
  if (to === undefined) return null;
  const [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(round);
  return <line x1={x1} y1={y1} x2={x2} y2={y2} className="stroke-ink-4" />;
}

/** A tenth of a pixel is finer than can be seen. */
function round(length: number): number {
  return Math.round(length * 10) / 10;
}
