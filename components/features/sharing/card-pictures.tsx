import type { ReactNode } from "react";
import { StandingDrawing } from "@/components/evidence/standing-drawing";
import { type DrawnLayout, layoutDrawnMap } from "@/components/map/drawn-layout";
import { DrawnMap } from "@/components/map/drawn-map";
import { listDrawnZones, listLegend } from "@/components/map/drawn-zones";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { RankedRow } from "@/lib/query/select";
import { byConfirmedScore, computeReadiness, type Readiness } from "@/lib/readiness/readiness";
import type { ZoneScores } from "@/lib/readiness/zone-scores";
import type { Text } from "@/lib/text/text";
import { Box, Drawing, drawable, inkOf } from "./card-drawing";
import { lightColour } from "./palette";
import { describeRange, describeSupported } from "./zone-words";

/** What the picture beside the words shows. */
export type CardSubject =
  | { readonly kind: "zones"; readonly rows: readonly RankedRow[] }
  | { readonly kind: "zone"; readonly zone: ZoneRecord }
  | { readonly kind: "scores"; readonly scores: ZoneScores }
  | { readonly kind: "text" };

/** CSS pixels. */
export const PICTURE_WIDTH = 568;

export function Picture({ text, subject }: { text: Text; subject: CardSubject }): ReactNode {
  switch (subject.kind) {
    case "zones":
      return <ZonesPicture rows={subject.rows} />;
    case "zone":
      return <ZonePicture text={text} zone={subject.zone} />;
    case "scores":
      return <ScoresPicture text={text} scores={subject.scores} />;
    case "text":
      return null;
  }
}

/** More names than these are too small to be read in a shared link. */
const MOST_NAMES = 12;

function ZonesPicture({ rows }: { rows: readonly RankedRow[] }) {
  const layout = layoutDrawnMap(listDrawnZones(rows), PICTURE_WIDTH - 40, 18, 16);
  return (
    <Box style={{ position: "relative", alignSelf: "flex-end" }}>
      <Drawing width={layout.width} height={layout.height}>
        <DrawnMap layout={layout} label="" />
      </Drawing>
      {rows.length > MOST_NAMES ? null : <Names layout={layout} />}
    </Box>
  );
}

/** The names on the map: the program draws no text inside a picture. */
function Names({ layout: { width, height, markers, fontSize } }: { layout: DrawnLayout }) {
  const named = markers.flatMap(({ zone, label }) => (label === null ? [] : { zone, label }));
  return (
    <Box style={{ position: "absolute", left: 0, top: 0, width, height }}>
      {named.map(({ zone, label }) => (
        <Box
          key={zone.slug}
          style={{
            position: "absolute",
            left: label.x,
            top: label.y,
            width: label.width,
            height: label.height,
            alignItems: "center",
            justifyContent: { start: "flex-start", middle: "center", end: "flex-end" }[
              label.anchor
            ],
            fontSize,
          }}
        >
          {drawable(zone.name)}
        </Box>
      ))}
    </Box>
  );
}

export function StandingLegend({ text, rows }: { text: Text; rows: readonly RankedRow[] }) {
  return (
    <Box style={{ flexWrap: "wrap", marginTop: 18, fontSize: 20 }}>
      {listLegend(text, rows).map(({ key, standing, candidate, label, count }) => (
        <Box key={key} style={{ alignItems: "center", marginRight: 22, marginBottom: 6 }}>
          <Drawing width={20} height={20}>
            <StandingDrawing standing={standing} candidate={candidate} size={20} />
          </Drawing>
          <span style={{ marginLeft: 8 }}>
            {text.t("sharing.count", { label: drawable(label), count: text.number(count) })}
          </span>
        </Box>
      ))}
    </Box>
  );
}

const FACTS = ["status", "legalStatus", "enterprisesProducing", "electricity"] as const;

/** The facts of a zone with their support, and its score from confirmed to possible. */
function ZonePicture({ text, zone }: { text: Text; zone: ZoneRecord }) {
  const row = buildRow(zone);
  const readiness = computeReadiness(row, BLOCK_WEIGHTS);
  return (
    <Box style={{ flexDirection: "column", paddingLeft: 28 }}>
      {FACTS.map((field) => (
        <Line key={field} label={text.fieldLabel(field)}>
          <span style={{ color: inkOf(row.values[field] !== null), lineHeight: 1.25 }}>
            {drawable(describeSupported(text, row, field))}
          </span>
        </Line>
      ))}
      <Line label={text.t("sharing.columns.readiness")}>
        <span style={{ marginBottom: 8 }}>{describeRange(text, readiness)}</span>
        <Bar readiness={readiness} width={512} />
      </Line>
    </Box>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box style={{ flexDirection: "column", marginBottom: 13 }}>
      <span style={{ fontSize: 19, color: lightColour("ink-3") }}>{drawable(label)}</span>
      <Box style={{ flexDirection: "column", fontSize: 24 }}>{children}</Box>
    </Box>
  );
}

/** Zones in the picture of the scores. */
const SCORED = 8;

/** The zones with the highest confirmed scores, each from its confirmed to its possible score. */
function ScoresPicture({ text, scores }: { text: Text; scores: ZoneScores }) {
  const top = [...scores.zones]
    .sort((a, b) => byConfirmedScore(a.readiness, b.readiness))
    .filter(({ readiness }) => readiness !== null)
    .slice(0, SCORED);
  return (
    <Box style={{ flexDirection: "column", paddingLeft: 28 }}>
      {top.map(({ slug, row, readiness }) => (
        <Box key={slug} style={{ flexDirection: "column", marginBottom: 13, fontSize: 20 }}>
          <Box style={{ justifyContent: "space-between", marginBottom: 4 }}>
            <span>{drawable(shortZoneName(row))}</span>
            <span>{describeRange(text, readiness)}</span>
          </Box>
          <Bar readiness={readiness} width={540} />
        </Box>
      ))}
    </Box>
  );
}

/** Solid to the confirmed score, outlined to the possible one, a line beyond. */
function Bar({ readiness, width }: { readiness: Readiness | null; width: number }) {
  if (readiness === null) return null;
  const at = (score: number) => Math.round((score / 100) * width);
  const [low, high] = [at(readiness.low), at(readiness.high)];
  return (
    <Drawing width={width} height={16}>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} 16`} aria-hidden="true">
        <path d={`M0 8H${width}`} strokeWidth="2" className="stroke-band-base" />
        <path
          d={`M${low} 1H${Math.max(low + 1, high - 1)}V15H${low}Z`}
          strokeWidth="2"
          className="fill-paper stroke-band-open"
        />
        <path d={`M0 0H${low}V16H0Z`} className="fill-band-known" />
      </svg>
    </Drawing>
  );
}
