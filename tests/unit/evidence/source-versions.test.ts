import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  listFormerAddresses,
  listPublicationDates,
  listRecordedAt,
  listSourcesAt,
  listVersions,
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
