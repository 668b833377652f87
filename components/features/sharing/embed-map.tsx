import { StandingDrawing } from "@/components/evidence/standing-drawing";
import { layoutDrawnMap } from "@/components/map/drawn-layout";
import { DrawnMap } from "@/components/map/drawn-map";
import { listDrawnZones, listLegend } from "@/components/map/drawn-zones";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { RankedRow } from "@/lib/query/select";
import type { Text } from "@/lib/text/text";

/** CSS pixels at which the map is laid out. A narrower frame shrinks it, and shows no names below 12 pixels. */
const WIDTH = 720;
const MARKER_SIZE = 15;
const FONT_SIZE = 13;

interface EmbedMapProps {
  text: Text;
  title: string;
  rows: readonly RankedRow[];
  /** The address of a zone's page, with scheme and host. */
  zoneHref: (slug: string) => string;
}

/** The zones of a query on a drawn map, with a legend that counts them. */
export function EmbedMap({ text, title, rows, zoneHref }: EmbedMapProps) {
  const zones = listDrawnZones(rows);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const describeZone = (slug: string) => {
    const row = bySlug.get(slug);
    if (!row) return slug;
    const standing = text.t(`query.standing.${row.progress.standing}`);
    return text.t("sharing.count", { label: shortZoneName(row), count: standing });
  };
  const unlocated = rows.length - zones.length;
  return (
    <>
      <div className="drawn">
        <DrawnMap
          layout={layoutDrawnMap(zones, WIDTH, MARKER_SIZE, FONT_SIZE)}
          label={text.t("sharing.mapLabel", { title, count: zones.length })}
          names
          newTab
          linkOf={(slug) => ({ href: zoneHref(slug), title: describeZone(slug) })}
        />
      </div>
      <StandingLegend text={text} rows={rows} />
      {unlocated > 0 ? <p>{text.t("sharing.unlocated", { count: unlocated })}</p> : null}
    </>
  );
}

function StandingLegend({ text, rows }: Pick<EmbedMapProps, "text" | "rows">) {
  return (
    <ul className="legend">
      {listLegend(text, rows).map(({ key, standing, candidate, label, count }) => (
        <li key={key}>
          <StandingDrawing standing={standing} candidate={candidate} />
          {text.t("sharing.count", { label, count: text.number(count) })}
        </li>
      ))}
    </ul>
  );
}
