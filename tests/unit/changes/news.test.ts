import { describe, expect, test, vi } from "vitest";
import type { Revision } from "@/lib/evidence/ledger-records";
import { listNews, readEdition } from "../../../lib/changes/news";
import { writeEditionPurpose } from "../../../seed/edition-purpose";

vi.mock("../../../lib/catalogue/methods", () => ({
  METHODS: [
    { number: 2, since: "2026-11-26", page: "/method" },
    { number: 3, since: "2026-12-02", page: "/method" },
  ],
}));

const TODAY = "2026-12-10";

const revision = (number: number, recordedAt: string, part: Partial<Revision> = {}): Revision => ({
  number,
  recordedAt,
  author: "data set",
  purpose: writeEditionPurpose("A title", "2026-11-30"),
  identity: `identity ${number}`,
  ...part,
});

const REVISIONS = [
  revision(1, "2026-11-23T19:00:00.000Z", {
    purpose: writeEditionPurpose("A title", "2026-11-24"),
  }),
  revision(2, "2026-11-24T19:00:00.000Z", {
    purpose: writeEditionPurpose("A title", "2026-11-25"),
  }),
  revision(5, "2026-12-01T10:00:00.000Z"),
  revision(6, "2026-12-03T10:00:00.000Z", { author: "Amina Khan", purpose: "1 claim" }),
];

const change = (number: number, asOf: string, at: string, part: object = {}) => ({
  ...{ zone: "a", tenancy: null, field: "gas", at, moment: { asOf, revision: number } },
  ...part,
});

const LOG = [
  change(6, "2026-12-04", "2026-12-03T19:00:00.000Z"),
  change(6, "2026-12-03", "2026-12-03T10:00:00.000Z"),
  // The day after the edition, with nothing new recorded.
  change(5, "2026-12-02", "2026-12-01T19:00:00.000Z"),
  change(5, "2026-12-01", "2026-12-01T10:00:00.000Z"),
  change(5, "2026-12-01", "2026-12-01T10:00:00.000Z", { zone: "b" }),
  change(5, "2026-12-01", "2026-12-01T10:00:00.000Z", { zone: "b", tenancy: "b/x" }),
  change(5, "2026-12-01", "2026-12-01T10:00:00.000Z", { zone: "b", tenancy: "b/x" }),
  change(2, "2026-12-01", "2026-11-30T19:00:00.000Z"),
  change(2, "2026-11-25", "2026-11-24T19:00:00.000Z"),
];

describe("the news of a log", () => {
  const news = listNews(LOG, REVISIONS, TODAY);

  test("have one entry for an edition, with its changed values and zones, and one for a method", () => {
    expect(news.map(({ kind, at }) => [kind, at])).toEqual([
      ["change", "2026-12-03T19:00:00.000Z"],
      ["change", "2026-12-03T10:00:00.000Z"],
      ["change", "2026-12-01T19:00:00.000Z"],
      // The start of 2 December in Pakistan.
      ["method", "2026-12-01T19:00:00.000Z"],
      ["edition", "2026-12-01T10:00:00.000Z"],
      ["change", "2026-11-30T19:00:00.000Z"],
      ["change", "2026-11-24T19:00:00.000Z"],
    ]);
    expect(news[4]).toMatchObject({
      ...{ compiledOn: "2026-11-30", values: 3, zones: 2, before: 2, asOf: "2026-12-01" },
    });
    expect(news[3]).toMatchObject({ number: 3, since: "2026-12-02" });
  });

  test("keep the entries of the editions that were published change by change", () => {
    const changes = news.flatMap((one) => (one.kind === "change" ? [one.change] : []));
    expect(changes).toEqual(
      LOG.filter(({ moment, at }) => !(moment.revision === 5 && at < "2026-12-01T19")),
    );
  });

  test("have no edition without a change that matches, and no method after their day", () => {
    const some = listNews(
      [LOG[0], LOG[8]].flatMap((one) => one ?? []),
      REVISIONS,
      "2026-12-01",
    );
    expect(some.map(({ kind }) => kind)).toEqual(["change", "change"]);
  });
});

test("an edition is read from the purpose that the data set writes, and from nobody else's", () => {
  const purpose = writeEditionPurpose("A title as compiled on a day", "2026-11-30");
  expect(readEdition({ author: "data set", purpose })).toBe("2026-11-30");
  expect(readEdition({ author: "Amina Khan", purpose })).toBeNull();
  expect(readEdition({ author: "data set", purpose: "1 claim" })).toBeNull();
});
