import { releasePath } from "../contract/release-answer";
import type { Text } from "../text/text";
import { type Day, pakistanDay } from "../time/day";
import { LICENCE, LICENCE_ID } from "./file-notes";
import { escapeXml } from "./xml-text";

/** What catalogues and lists of references say about a release. */
export interface CitedRelease {
  readonly number: string;
  readonly title: string;
  readonly asOf: Day;
  /** A note for readers; null: none. */
  readonly notes: string | null;
  /** Day of publication. */
  readonly publishedOn: Day;
  /** Who operates the site; null: not said. */
  readonly operator: string | null;
  /** Address of its page; empty if it is not known. */
  readonly url: string;
  /** Address of the page of the release before it; empty if there is none or it is not known. */
  readonly earlierUrl: string;
}

/**
 * The day of publication that the files of a release name. The clock is in no file, so it is the first day on which the release could
 * be made.
 * @param recordedAt instant of the revision, ISO 8601 UTC
 */
export function getPublicationDay(asOf: Day, recordedAt: string): Day {
  const recordedOn = pakistanDay(new Date(recordedAt));
  return asOf > recordedOn ? asOf : recordedOn;
}

/** Name of the file for programs that cite (https://citation-file-format.github.io). */
export const CITATION_FILE = "CITATION.cff";
/** Name of the file from which Zenodo takes what it says about a deposit. */
export const ZENODO_FILE = ".zenodo.json";
/** Media type of YAML (RFC 9512). */
export const YAML_TYPE = "application/yaml; charset=utf-8";

/** "Special economic zones of Pakistan, release 2026.1". */
export function releaseTitle({ t }: Text, number: string): string {
  return t("files.release", { title: t("files.title"), number });
}

/** The subjects of the data. */
export function listKeywords({ t }: Text): readonly string[] {
  return t("files.metadata.keywords").split("; ");
}

/** `CITATION.cff` of a release. A text of JSON is one of YAML, too. */
export function citationFile(text: Text, release: CitedRelease): string {
  const { number, title, publishedOn, url } = release;
  const members = {
    "cff-version": "1.2.0",
    message: text.t("files.metadata.message"),
    type: "dataset",
    title,
    abstract: text.t("files.notes.packageDescription"),
    authors: [{ name: text.t("files.creator") }],
    version: number,
    "date-released": publishedOn,
    license: LICENCE_ID,
    ...(url === "" ? {} : { url }),
    keywords: listKeywords(text),
  };
  const lines = Object.entries(members).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `${lines.join("\n")}\n`;
}

/** `.zenodo.json` of a release (https://developers.zenodo.org/#deposit-metadata). */
export function zenodoFile(text: Text, release: CitedRelease): string {
  const { number, title, notes, publishedOn, operator, url, earlierUrl } = release;
  const related = [
    { relation: "isIdenticalTo", identifier: url },
    { relation: "isNewVersionOf", identifier: earlierUrl },
  ].filter(({ identifier }) => identifier !== "");
  const paragraphs = [text.t("files.notes.about"), notes ?? ""].filter((part) => part !== "");
  const content = {
    upload_type: "dataset",
    title,
    description: paragraphs.map((part) => `<p>${escapeXml(part)}</p>`).join("\n"),
    creators: [{ name: text.t("files.creator") }],
    ...(operator === null ? {} : { contributors: [{ name: operator, type: "Distributor" }] }),
    publication_date: publishedOn,
    version: number,
    access_right: "open",
    license: LICENCE_ID.toLowerCase(),
    language: "eng",
    keywords: listKeywords(text),
    related_identifiers: related.map((one) => ({ ...one, resource_type: "dataset" })),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

/**
 * A release as an entry of BibTeX.
 * @param origin scheme and host of the site, without a trailing slash
 */
export function bibtexEntry(
  text: Text,
  { number, asOf }: { readonly number: string; readonly asOf: Day },
  origin: string,
): string {
  const fields = {
    author: `{${text.t("files.creator")}}`,
    title: `{${releaseTitle(text, number)}}`,
    year: asOf.slice(0, 4),
    version: number,
    url: origin + releasePath(number),
    note: text.t("files.metadata.note", { day: asOf, licence: LICENCE.name }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@misc{cpec-sez-tracker-${number},`, ...lines, "}"].join("\n");
}
