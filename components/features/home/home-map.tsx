import { StandingDrawing } from "@/components/evidence/standing-drawing";
import { Anchor } from "@/components/layout/link";
import { layoutDrawnMap } from "@/components/map/drawn-layout";
import { DrawnMap } from "@/components/map/drawn-map";
import { listDrawnZones, listLegend } from "@/components/map/drawn-zones";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { RankedRow } from "@/lib/query/select";
import { addressIn } from "@/lib/text/reader-language";
import { useText } from "@/lib/text/use-text";

/** The map as wide screens and phones draw it: width, size of a marker and of a letter, CSS pixels. */
const SIZES = [
  { className: "max-sm:hidden", width: 700, marker: 14, letter: 13 },
  { className: "-mx-4 sm:hidden", width: 360, marker: 10, letter: 12 },
] as const;
/** On narrower maps areas have no names. */
const NAMES_AREAS = 500;

/** Where the cities of the map are: key of the name in the messages, and degrees east and north. */
const CITIES = [
  ["islamabad", 73.043, 33.721],
  ["karachi", 67.01, 24.861],
  ["lahore", 74.351, 31.558],
  ["peshawar", 71.578, 34.008],
  ["quetta", 67.001, 30.184],
  ["multan", 71.453, 30.196],
  ["gwadar", 62.329, 25.139],
] as const;

/** Where the middle of the name of an area is: key of the name in the messages, and degrees east and north. */
const AREAS = [
  ["sea", 62.4, 24.2],
  ["disputed", 76.7, 33.3],
  ["control", 76.1, 34.1],
] as const;

/** Where the middle of the name of a neighbour is: its code, and degrees east and north. */
const NEIGHBOURS = [
  ["AF", 66.2, 33.6],
  ["CN", 79, 36.6],
  ["IN", 76.6, 29.6],
  ["IR", 61.2, 28.3],
] as const;

/** The zones on a drawn map, which needs no script: names, cities, and a legend that counts and leads to the table. */
export function HomeMap({ rows }: { rows: readonly RankedRow[] }) {
  const text = useText();
  const { t } = text;
  const zones = listDrawnZones(rows);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const cities = CITIES.map(([key, lon, lat]) => ({
    ...{ name: t(`home.city.${key}`), location: { lon, lat }, isCity: true },
  }));
  const areas = [
    ...AREAS.map(([key, lon, lat]) => [t(`home.area.${key}`), lon, lat] as const),
    ...NEIGHBOURS.map(([code, lon, lat]) => [text.country(code), lon, lat] as const),
  ].map(([name, lon, lat]) => ({ name, location: { lon, lat }, isCity: false }));
  const linkOf = (slug: string) => {
    const row = bySlug.get(slug);
    const standing = row === undefined ? "" : t(`query.standing.${row.progress.standing}`);
    const label = row === undefined ? slug : shortZoneName(row);
    return {
      href: addressIn(text.locale, `/zones/${slug}`),
      title: t("sharing.count", { label, count: standing }),
    };
  };
  return (
    <section aria-label={t("home.map.label")} className="home-map">
      <div className="home-drawing">
        {SIZES.map(({ className, width, marker, letter }) => (
          <div key={width} className={className}>
            <DrawnMap
              layout={layoutDrawnMap(
                zones,
                width,
                marker,
                letter,
                width < NAMES_AREAS ? cities : [...cities, ...areas],
              )}
              label={t("home.map.label")}
              names
              linkOf={linkOf}
            />
          </div>
        ))}
        <ul className="home-legend">
          {listLegend(text, rows).map(({ key, standing, candidate, label, count }) => (
            <li key={key} className={candidate ? "home-legend-apart" : undefined}>
              <Anchor
                href={
                  candidate ? "/zones?candidateForRemainder=true" : `/zones?standing=${standing}`
                }
              >
                <StandingDrawing standing={standing} candidate={candidate} />
                {label} <b>{text.number(count)}</b>
              </Anchor>
            </li>
          ))}
        </ul>
      </div>
      <p className="home-note">
        {t.rich("home.map.note", {
          link: (words) => (
            <Anchor className="link" href="/method#boundaries">
              {words}
            </Anchor>
          ),
          map: (words) => (
            <Anchor className="link" href="/zones">
              {words}
            </Anchor>
          ),
        })}
      </p>
    </section>
  );
}
