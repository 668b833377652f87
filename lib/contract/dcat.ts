import { type Day, RECORD_BEGINS } from "../time/day";
import type { ReleaseAnswer, ReleaseFileAnswer } from "./answer-schemas";
import { releasePath } from "./release-answer";

/** Media type of linked data as JSON. */
export const JSON_LD_TYPE = "application/ld+json";

/** A file of today's data. */
interface CurrentFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Path and query. */
  readonly path: string;
}

/** What the catalogue of the data says. */
export interface CatalogueFacts {
  /** Scheme and host of the site, without a trailing slash. */
  readonly origin: string;
  /** Name of the site, which publishes the data. */
  readonly publisher: string;
  /** Of the data. */
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** Address of the licence. */
  readonly licence: string;
  readonly asOf: Day;
  readonly revision: number;
  /** The day of the last revision; null: nothing is recorded. */
  readonly changedOn: Day | null;
  /** West, south, east and north of the zones; null where no place is known. */
  readonly extent: readonly [number, number, number, number] | null;
  readonly files: readonly CurrentFile[];
  /** Name of all releases together. */
  readonly releasesTitle: string;
  readonly releasesDescription: string;
  /** Latest day first, each with its title and its ZIP archive. */
  readonly releases: readonly CatalogueRelease[];
}

/** A release with its title and its ZIP archive. */
export interface CatalogueRelease {
  readonly release: ReleaseAnswer;
  readonly title: string;
  readonly archive: ReleaseFileAnswer;
}

/** A node of linked data. */
type Node = Readonly<Record<string, unknown>>;

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  geo: "http://www.opengis.net/ont/geosparql#",
};

const link = (id: string) => ({ "@id": id });
const typed = (type: string, value: string | number) => ({
  "@type": `xsd:${type}`,
  "@value": String(value),
});
/** The time from the beginning of the record. */
const describePeriod = (end: Day) => ({
  "@type": "dct:PeriodOfTime",
  "dcat:startDate": typed("date", RECORD_BEGINS),
  "dcat:endDate": typed("date", end),
});
/** A box as well-known text. */
function toWkt([west, south, east, north]: readonly [number, number, number, number]) {
  const corners = [
    ...[`${west} ${south}`, `${east} ${south}`, `${east} ${north}`],
    ...[`${west} ${north}`, `${west} ${south}`],
  ];
  return { "@type": "geo:wktLiteral", "@value": `POLYGON((${corners.join(", ")}))` };
}
/** The address of a media type at its registry. */
const mediaType = (type: string) =>
  link(`https://www.iana.org/assignments/media-types/${type.split(";")[0]}`);

/**
 * The data as a catalogue of linked data (DCAT 3, https://www.w3.org/TR/vocab-dcat-3/): today's data, the series of its releases with
 * their files and checksums, and the API.
 */
export function describeCatalogue(facts: CatalogueFacts): Node {
  const { origin, publisher, title, description, licence, releases } = facts;
  const page = `${origin}/data`;
  const publishing = { "@id": origin, "@type": "foaf:Organization", "foaf:name": publisher };
  const shared = {
    "dct:description": description,
    "dct:license": link(licence),
    "dct:publisher": publishing,
    "dcat:keyword": facts.keywords,
    "dcat:contactPoint": {
      "@type": "vcard:Organization",
      "vcard:fn": publisher,
      "vcard:hasURL": link(`${origin}/contact`),
    },
    ...(facts.extent && {
      "dct:spatial": { "@type": "dct:Location", "dcat:bbox": toWkt(facts.extent) },
    }),
  };
  const [latest] = releases;
  const current = {
    "@id": `${page}#today`,
    "@type": "dcat:Dataset",
    "dct:title": title,
    ...shared,
    ...(facts.changedOn && { "dct:modified": typed("date", facts.changedOn) }),
    "dct:temporal": describePeriod(facts.asOf),
    "dcat:version": `r${facts.revision}`,
    "dcat:landingPage": link(page),
    "dcat:distribution": facts.files.map((file) => describeCurrentFile(file, facts)),
    ...(latest
      ? {
          "dcat:hasVersion": releases.map(({ release }) => link(toId(origin, release.number))),
          "dcat:hasCurrentVersion": link(toId(origin, latest.release.number)),
        }
      : {}),
  };
  const series = {
    "@id": `${page}#releases`,
    "@type": "dcat:DatasetSeries",
    "dct:title": facts.releasesTitle,
    "dct:description": facts.releasesDescription,
    "dct:license": link(licence),
    "dct:publisher": publishing,
    ...(latest
      ? {
          "dcat:first": link(toId(origin, (releases.at(-1) ?? latest).release.number)),
          "dcat:last": link(toId(origin, latest.release.number)),
        }
      : {}),
  };
  const service = {
    "@id": `${page}#api`,
    "@type": "dcat:DataService",
    "dct:title": `${publisher} API`,
    "dct:license": link(licence),
    "dcat:endpointURL": link(`${origin}/api/v1`),
    "dcat:endpointDescription": link(`${origin}/api/v1/openapi.json`),
    "dcat:servesDataset": link(current["@id"]),
  };
  return {
    "@context": CONTEXT,
    "@id": `${page}#catalogue`,
    "@type": "dcat:Catalog",
    "dct:title": publisher,
    "dct:description": description,
    "dct:license": link(licence),
    "dct:publisher": publishing,
    "foaf:homepage": link(page),
    "dcat:dataset": [
      current,
      series,
      ...releases.map((one) => ({ ...shared, ...describeRelease(one, facts, releases) })),
    ],
    "dcat:service": service,
  };
}

const toId = (origin: string, number: string) => origin + releasePath(number);

function describeCurrentFile({ name, type, path }: CurrentFile, facts: CatalogueFacts): Node {
  const url = facts.origin + path;
  return {
    "@id": url,
    "@type": "dcat:Distribution",
    "dct:title": name,
    "dct:license": link(facts.licence),
    "dcat:mediaType": mediaType(type),
    "dcat:accessURL": link(url),
    "dcat:downloadURL": link(url),
  };
}

function describeRelease(
  { release, title, archive }: CatalogueRelease,
  { origin, licence }: CatalogueFacts,
  all: readonly CatalogueRelease[],
): Node {
  const { number, asOf, madeAt, since, files } = release;
  const page = toId(origin, number);
  const before = all[all.findIndex((one) => one.release === release) + 1];
  return {
    "@id": page,
    "@type": "dcat:Dataset",
    "dct:title": title,
    "dct:identifier": page,
    "dct:issued": typed("dateTime", madeAt),
    "dct:modified": typed("date", asOf),
    "dct:temporal": describePeriod(asOf),
    "dcat:version": number,
    "dcat:isVersionOf": link(`${origin}/data#today`),
    "dcat:inSeries": link(`${origin}/data#releases`),
    ...(before ? { "dcat:prev": link(toId(origin, before.release.number)) } : {}),
    ...(since === null ? {} : { "dcat:previousVersion": link(toId(origin, since)) }),
    "dcat:landingPage": link(page),
    "dcat:distribution": [archive, ...files].map((file) => ({
      "@id": origin + file.path,
      "@type": "dcat:Distribution",
      "dct:title": file.name,
      "dct:license": link(licence),
      "dcat:mediaType": mediaType(file.type),
      "dcat:accessURL": link(page),
      "dcat:downloadURL": link(origin + file.path),
      "dcat:byteSize": typed("nonNegativeInteger", file.size),
      "spdx:checksum": {
        "@type": "spdx:Checksum",
        "spdx:algorithm": link("spdx:checksumAlgorithm_sha256"),
        "spdx:checksumValue": typed("hexBinary", file.sha256),
      },
    })),
  };
}
