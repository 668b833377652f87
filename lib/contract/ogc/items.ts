import { zoneName } from "../../evidence/zone-name";
import type { ZoneColumn } from "../../formats/columns";
import type { FileNotes } from "../../formats/file-notes";
import { toFeature } from "../../formats/json-files";
import { getBoundingBox } from "../../formats/point";
import { type Box, isInBox } from "../../query/box";
import type { RankedRow } from "../../query/select";
import type { Json } from "../param-docs";
import { linkTo, type OgcSite } from "./documents";
import type { OgcLink } from "./resources";

/** The zones in a box, and how many no box has because their position is unknown. */
export function selectInBox(
  rows: readonly RankedRow[],
  box: Box | null,
): { readonly matched: readonly RankedRow[]; readonly unplaced: number } {
  const placed = rows.filter(({ values }) => values.location !== null);
  const unplaced = rows.length - placed.length;
  if (box === null) return { matched: rows, unplaced };
  const isIn = ({ values: { location } }: RankedRow) => location !== null && isInBox(location, box);
  return { matched: placed.filter(isIn), unplaced };
}

/** A page of features. */
interface ItemsPage {
  readonly rows: readonly RankedRow[];
  /** On all pages. */
  readonly matched: number;
  /** Zones that match all else, but whose position is unknown. */
  readonly unplaced: number;
  readonly limit: number;
  readonly offset: number;
  readonly columns: readonly ZoneColumn[];
  readonly notes: FileNotes;
}

/** A page of zones as GeoJSON, with the notes of the file and links to the pages beside it. */
export function itemsDocument(
  site: OgcSite,
  { rows, matched, unplaced, limit, offset, columns, notes }: ItemsPage,
): Json & { readonly links: readonly OgcLink[] } {
  const { t } = site.text;
  const bbox = getBoundingBox(rows);
  // The address with its revision, so that all pages are of one state.
  const linkPage = (start: number, rel: "prev" | "next") => {
    const url = new URL(notes.address);
    url.searchParams.set("offset", String(start));
    return { ...linkTo(site, "items", rel, url.href), title: t(`api.ogc.${rel}`) };
  };
  return {
    type: "FeatureCollection",
    ...(bbox && { bbox }),
    ...notes,
    numberMatched: matched,
    numberReturned: rows.length,
    numberWithoutPosition: unplaced,
    links: [
      ...(offset > 0 ? [linkPage(Math.max(0, offset - limit), "prev")] : []),
      ...(offset + limit < matched ? [linkPage(offset + limit, "next")] : []),
      linkTo(site, "collection", "collection"),
    ],
    features: rows.map((row) => toFeature(row, columns)),
  };
}

/** One zone as GeoJSON, with links to its collection and to its page. */
export function itemDocument(
  site: OgcSite,
  row: RankedRow,
  columns: readonly ZoneColumn[],
  page: string,
): Json & { readonly links: readonly OgcLink[] } {
  return {
    ...toFeature(row, columns),
    links: [
      linkTo(site, "collection", "collection"),
      { href: page, rel: "related", type: "text/html", title: zoneName(row) },
    ],
  };
}
