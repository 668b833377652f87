import type { ZoneValues } from "../catalogue/fields";
import { listOtherZoneNames } from "../evidence/zone-name";
import type { ZoneColumn } from "../formats/columns";
import { type Day, RECORD_BEGINS } from "../time/day";

/** A thing of schema.org, as JSON. */
export interface StructuredData {
  readonly "@type": string;
  readonly [property: string]: unknown;
}

/** A data set, or one release of it. Addresses have scheme and host. */
interface DatasetFacts {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly creator: string;
  /** Address of the page with the ways to reach who publishes it. */
  readonly contact: string;
  readonly keywords: readonly string[];
  /** Address of the licence. */
  readonly licence: string;
  /** The last day that it shows. */
  readonly asOf: Day;
  /** The day on which it changed last; null: not known. */
  readonly modified: Day | null;
  /** West, south, east and north; null where no place is known. */
  readonly extent: readonly [number, number, number, number] | null;
  readonly variables: readonly Pick<ZoneColumn, "key" | "label" | "unit">[];
  readonly version: string;
  /** Address of the catalogue that lists it (DCAT). */
  readonly catalogue: string;
  readonly files: readonly DatasetFile[];
}

interface DatasetFile {
  readonly name: string;
  readonly type: string;
  readonly url: string;
  /** In bytes; absent where it is not known before the file is made, as is the checksum. */
  readonly size?: number;
  /** In hexadecimal digits. */
  readonly sha256?: string;
}

/** The data as a `Dataset` with its files. */
export function describeDataset(facts: DatasetFacts): StructuredData {
  const { name, description, url, creator, licence, modified, version, catalogue, files } = facts;
  const [west, south, east, north] = facts.extent ?? [];
  return {
    "@type": "Dataset",
    name,
    description,
    url,
    license: licence,
    creator: {
      "@type": "Organization",
      name: creator,
      contactPoint: { "@type": "ContactPoint", url: facts.contact },
    },
    keywords: facts.keywords,
    ...(modified === null ? {} : { dateModified: modified }),
    temporalCoverage: `${RECORD_BEGINS}/${facts.asOf}`,
    // It names no country, because some zones are in disputed territory.
    ...(west === undefined
      ? {}
      : {
          spatialCoverage: {
            "@type": "Place",
            geo: { "@type": "GeoShape", box: `${south} ${west} ${north} ${east}` },
          },
        }),
    variableMeasured: facts.variables.map(({ key, label, unit }) => ({
      "@type": "PropertyValue",
      propertyID: key,
      name: label,
      ...(unit === "" ? {} : { unitText: unit }),
    })),
    version,
    isAccessibleForFree: true,
    includedInDataCatalog: { "@type": "DataCatalog", name: creator, url: catalogue },
    distribution: files.map((file) => ({
      "@type": "DataDownload",
      name: file.name,
      encodingFormat: file.type,
      contentUrl: file.url,
      ...(file.size === undefined ? {} : { contentSize: `${file.size} B` }),
      ...(file.sha256 === undefined ? {} : { sha256: file.sha256 }),
    })),
  };
}

/** A zone. Addresses have scheme and host. */
interface PlaceFacts {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly values: Pick<
    ZoneValues,
    "aliases" | "nameUr" | "nameZh" | "location" | "locationPrecision"
  >;
  /** Name of the province or territory; null is unknown. */
  readonly region: string | null;
}

/**
 * A zone as a `Place`, with what is known of it only: coordinates of the site itself, not of the nearest town. It names no
 * country, because some zones are in disputed territory.
 */
export function describePlace({
  name,
  description,
  url,
  values,
  region,
}: PlaceFacts): StructuredData {
  const { location, locationPrecision } = values;
  const otherNames = listOtherZoneNames(values);
  return {
    "@type": "Place",
    name,
    description,
    url,
    ...(otherNames.length === 0 ? {} : { alternateName: otherNames }),
    ...(region === null ? {} : { address: { "@type": "PostalAddress", addressRegion: region } }),
    ...(location === null || locationPrecision !== "site"
      ? {}
      : {
          geo: { "@type": "GeoCoordinates", latitude: location.lat, longitude: location.lon },
        }),
  };
}

/** A page on the way to another, with its path. */
interface Crumb {
  readonly label: string;
  readonly href: string;
}

/**
 * The way to a page as a `BreadcrumbList`.
 * @param path the pages from the topmost to the current one
 * @param origin scheme and host
 */
export function describeBreadcrumbs(path: readonly Crumb[], origin: string): StructuredData {
  return {
    "@type": "BreadcrumbList",
    itemListElement: path.map(({ label, href }, i) => ({
      "@type": "ListItem",
      position: i + 1,
      name: label,
      item: origin + href,
    })),
  };
}
