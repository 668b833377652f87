import { describe, expect, it } from "vitest";
import {
  bibtexEntry,
  type CitedRelease,
  citationFile,
  getPublicationDay,
  zenodoFile,
} from "@/lib/formats/release-metadata";
import { englishText } from "@/lib/text/english-text";

const RELEASE: CitedRelease = {
  number: "2026.2",
  title: "Special economic zones of Pakistan, release 2026.2",
  asOf: "2026-11-24",
  notes: "Figures & <targets>",
  publishedOn: "2026-11-25",
  operator: "A university",
  url: "https://tracker.test/data/releases/2026.2",
  earlierUrl: "https://tracker.test/data/releases/2026.1",
};
const NOWHERE: CitedRelease = { ...RELEASE, notes: null, operator: null, url: "", earlierUrl: "" };

const readCff = (release: CitedRelease): Record<string, unknown> =>
  Object.fromEntries(
    citationFile(englishText, release)
      .trimEnd()
      .split("\n")
      .map((line) => /^([a-z-]+): (.*)$/.exec(line) ?? [])
      .map(([, name = "", value = ""]) => [name, JSON.parse(value)]),
  );
const readZenodo = (release: CitedRelease) => JSON.parse(zenodoFile(englishText, release));

describe("CITATION.cff", () => {
  it("has what the format requires of a data set", () => {
    expect(readCff(RELEASE)).toMatchObject({
      "cff-version": "1.2.0",
      message: expect.stringMatching(/./),
      type: "dataset",
      title: RELEASE.title,
      authors: [{ name: "CPEC SEZ Tracker" }],
      version: "2026.2",
      "date-released": "2026-11-25",
      license: "CC-BY-4.0",
      url: RELEASE.url,
      keywords: expect.arrayContaining(["Pakistan", "open data"]),
    });
  });

  it("names no address that is not known", () => {
    expect(readCff(NOWHERE)).not.toHaveProperty("url");
  });
});

describe(".zenodo.json", () => {
  it("has what a deposit needs, with the pages that it is the same as and newer than", () => {
    expect(readZenodo(RELEASE)).toMatchObject({
      upload_type: "dataset",
      title: RELEASE.title,
      description: expect.stringContaining("<p>Figures &amp; &lt;targets&gt;</p>"),
      creators: [{ name: "CPEC SEZ Tracker" }],
      contributors: [{ name: "A university", type: "Distributor" }],
      publication_date: "2026-11-25",
      version: "2026.2",
      access_right: "open",
      license: "cc-by-4.0",
      related_identifiers: [
        { relation: "isIdenticalTo", identifier: RELEASE.url },
        { relation: "isNewVersionOf", identifier: RELEASE.earlierUrl },
      ],
    });
  });

  it("names nobody and no address that is not known", () => {
    expect(readZenodo(NOWHERE)).not.toHaveProperty("contributors");
    expect(readZenodo(NOWHERE).related_identifiers).toEqual([]);
  });
});

it("BibTeX has one entry, in which an author in braces is not a person's name", () => {
  expect(bibtexEntry(englishText, RELEASE, "https://tracker.test")).toBe(
    [
      "@misc{cpec-sez-tracker-2026.2,",
      "  author = {{CPEC SEZ Tracker}},",
      "  title = {{Special economic zones of Pakistan, release 2026.2}},",
      "  year = {2026},",
      "  version = {2026.2},",
      "  url = {https://tracker.test/data/releases/2026.2},",
      "  note = {Data as of 2026-11-24, CC BY 4.0},",
      "}",
    ].join("\n"),
  );
});

it.each([
  ["2026-11-24", "2026-11-20T10:00:00Z", "2026-11-24"],
  ["2024-06-30", "2026-11-20T10:00:00Z", "2026-11-20"],
  // Past midnight in Pakistan.
  ["2026-11-20", "2026-11-20T20:00:00Z", "2026-11-21"],
])("data of %s recorded at %s is published on %s", (asOf, recordedAt, day) => {
  expect(getPublicationDay(asOf, recordedAt)).toBe(day);
});
