import { StandingDrawing } from "@/components/evidence/standing-drawing";

import { layoutDrawnMap } from "@/components/map/drawn-layout";
import { DrawnMap } from "@/components/map/drawn-map";
import { listDrawnZones, listLegend } from "@/components/map/drawn-zones";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { RankedRow } from "@/lib/query/select";
import { useText } from "@/lib/text/use-text";

/** The map as wide screens and phones draw it: width, size of a marker and of a letter, CSS pixels. */
const SIZES = [
  { className: "max-sm:hidden", width: 700, marker: 15, letter: 13 },
  { className: "sm:hidden", width: 344, marker: 11, letter: 11 },
] as const;

/** Where the cities of the map are, degrees. Their names are messages. */
const CITIES = {
  islamabad: { lon: 73.043, lat: 33.721 },
  karachi: { lon: 67.01, lat: 24.861 },
  lahore: { lon: 74.351, lat: 31.558 },
  peshawar: { lon: 71.578, lat: 34.008 },
  quetta: { lon: 67.001, lat: 30.184 },
  multan: { lon: 71.453, lat: 30.196 },
  gwadar: { lon: 62.329, lat: 25.139 },
} as const;

/** The zones on a drawn map, which needs no script: names, cities, and a legend that counts and leads to the table. */
export function HomeMap({ rows }: { rows: readonly RankedRow[] }) {
  const text = useText();
  const { t } = text;
  const zones = listDrawnZones(rows);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const cities = Object.entries(CITIES).map(([key, location]) => ({
    key,
    location,
    name: t(`home.city.${key as keyof typeof CITIES}`),
  }));
  const linkOf = (slug: string) => {
    const row = bySlug.get(slug);
    const standing = row === undefined ? "" : t(`query.standing.${row.progress.standing}`);
    const label = row === undefined ? slug : shortZoneName(row);
    return { href: `/zones/${slug}`, title: t("sharing.count", { label, count: standing }) };
  };
  return (
    <section aria-label={t("home.map.label")} className="home-map">
      {SIZES.map(({ className, width, marker, letter }) => (
        <div key={width} className={className}>
          <DrawnMap
            layout={layoutDrawnMap(zones, width, marker, letter, cities)}
            label={t("home.map.label")}
            names
            linkOf={linkOf}
            cities={cities}
          />
        </div>
      ))}
      <ul className="home-legend">
        {listLegend(text, rows).map(({ key, standing, candidate, label, count }) => (
          <li key={key}>
            <a href={candidate ? "/zones?approval=candidate" : `/zones?standing=${standing}`}>
              <StandingDrawing standing={standing} candidate={candidate} />
              {label} <b>{text.number(count)}</b>
            </a>
          </li>
        ))}
      </ul>
      <p className="home-note">
        {t.rich("home.map.note", {
          link: (words) => (
            <a className="link" href="/method#territory">
              {words}
            </a>
          ),
          map: (words) => (
            <a className="link" href="/zones">
              {words}
            </a>
          ),
        })}
      </p>
    </section>
  );
}
