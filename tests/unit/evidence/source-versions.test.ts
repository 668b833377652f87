import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContextItem, Event } from "@/lib/evidence/ledger-records";
import {
  listContextAt,
  listEventsAt,
  listFormerAddresses,
  listPublicationDates,
  listRecordedAt,
  listSourcesAt,
  listVersions,
  listVoices,
} from "@/lib/evidence/source-versions";
import { createSource, createVersion } from "@/tests/support/facts";

const at = (revision: number, url: string | null, publishedOn: string | null = null) =>
  createVersion(createSource({ id: "a-source", url, publishedOn }), {
    revision,
    reason: revision === 1 ? null : `Reason ${revision}`,
  });

const A = "https://a.example";
const B = "https://b.example";

describe("listSourcesAt", () => {
  const other = createVersion(createSource({ id: "another" }), { revision: 2 });
  const versions = [at(1, A), other, at(3, B)];

  it("returns each source as of its last revision by then, and no later source", () => {
    expect(listSourcesAt(versions, 0)).toEqual([]);
    expect(listSourcesAt(versions, 1).map(({ url }) => url)).toEqual([A]);
    expect(listSourcesAt(versions, 2).map(({ id, url }) => [id, url])).toEqual([
      ["a-source", A],
      ["another", null],
    ]);
    expect(listSourcesAt(versions, 9).map(({ url }) => url)).toEqual([B, null]);
  });

  it("does not change for a revision when later versions are added", () => {
    const version = fc.record({
      id: fc.constantFrom("a", "b", "c"),
      step: fc.integer({ min: 0, max: 3 }),
      title: fc.string({ minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(version), fc.integer({ min: 0, max: 20 }), (steps, knownOn) => {
        let revision = 1;
        const all = steps.map(({ id, step, title }) => {
          revision += step;
          return createVersion(createSource({ id, title }), { revision });
        });
        const then = listRecordedAt(all, knownOn);
        expect(listSourcesAt(all, knownOn)).toEqual(listSourcesAt(then, Number.MAX_SAFE_INTEGER));
        for (const source of listSourcesAt(all, knownOn)) {
          expect(listVersions(all, source.id, knownOn).at(-1)?.source).toEqual(source);
        }
      }),
    );
  });
});

describe("listFormerAddresses", () => {
  const former = (...urls: readonly (string | null)[]) =>
    listFormerAddresses(urls.map((url, i) => at(i + 1, url))).map(({ url, revision }) => [
      url,
      revision,
    ]);

  it("returns replaced addresses latest first with their revision", () => {
    expect(former(A)).toEqual([]);
    expect(former(A, A)).toEqual([]);
    expect(former(A, B)).toEqual([[A, 2]]);
    expect(former(null, A)).toEqual([]);
    expect(former()).toEqual([]);
    expect(former(A, B, B, null)).toEqual([
      [B, 4],
      [A, 2],
    ]);
    expect(former(A, null)).toEqual([[A, 2]]);
    expect(former(A, B, "https://c.example")).toEqual([
      [B, 3],
      [A, 2],
    ]);
    expect(listFormerAddresses([at(1, A), at(2, B)])[0]?.reason).toBe("Reason 2");
  });

  it("leaves out an address that is current again", () => {
    expect(former(A, B, A)).toEqual([[B, 3]]);
    expect(former(A, B, A, B)).toEqual([[A, 4]]);
  });
});

describe("listPublicationDates", () => {
  it("returns each date with its revision, without repeats", () => {
    const versions = [at(1, A, "2020"), at(2, B, "2020"), at(4, B, "2019-05"), at(5, B, null)];
    expect(listPublicationDates(versions).get("a-source")).toEqual([
      { revision: 1, publishedOn: "2020" },
      { revision: 4, publishedOn: "2019-05" },
      { revision: 5, publishedOn: null },
    ]);
  });
});

describe("listVoices", () => {
  const by = (revision: number, publisher: string, id = "a-source") =>
    createVersion(createSource({ id, publisher }), { revision });

  it("returns each publisher with its revision, the same in other letters once", () => {
    const voices = listVoices([
      by(1, "Daily  Dawn"),
      by(2, "DAILY DAWN"),
      by(2, "The State", "another"),
      by(3, "The News"),
      by(5, "Daily Dawn"),
    ]);
    expect(voices.get("a-source")).toEqual([
      { revision: 1, name: "daily dawn" },
      { revision: 3, name: "the news" },
      { revision: 5, name: "daily dawn" },
    ]);
    expect(voices.get("another")).toEqual([{ revision: 2, name: "the state" }]);
  });
});

describe("events and national figures", () => {
  const event = (id: string, revision: number, title: string): Event => ({
    id,
    revision,
    reason: null,
    date: "2020",
    kind: "policy",
    title,
    body: "",
    zones: [],
    sourceId: "a-source",
    quotation: null,
  });
  const events = [
    event("a", 1, "first"),
    event("b", 2, "second"),
    event("a", 3, "first, corrected"),
  ];

  it("are listed as of their last revision by then, in the order of first recording", () => {
    const titles = (revision: number) => listEventsAt(events, revision).map(({ title }) => title);
    expect(titles(0)).toEqual([]);
    expect(titles(2)).toEqual(["first", "second"]);
    expect(titles(3)).toEqual(["first, corrected", "second"]);
  });

  it("are told apart by their key", () => {
    const item = (key: string, revision: number, value: number): ContextItem => ({
      key,
      revision,
      reason: null,
      constraint: "finance",
      label: key,
      value,
      unit: "%",
      statement: null,
      period: "2025",
      sourceId: "a-source",
      sourceNote: null,
      quotation: null,
    });
    const items = [item("growth", 1, 2.5), item("debt", 1, 70), item("growth", 2, 3)];
    expect(listContextAt(items, 1)).toEqual(items.slice(0, 2));
    expect(listContextAt(items, 2)).toEqual([items[2], items[1]]);
  });
});
