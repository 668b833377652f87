import { describe, expect, it } from "vitest";
import {
  buildSearchIndex,
  type SearchEntry,
  type SearchKind,
  type SearchText,
  searchIndex,
  searchKinds,
} from "@/lib/query/search-index";

const entry = (
  kind: SearchKind,
  name: string,
  more: readonly SearchText[] = [],
  part: SearchText["part"] = "name",
): SearchEntry => ({
  kind,
  id: name,
  name,
  about: "",
  path: "/",
  dated: true,
  texts: [{ part, text: name }, ...more],
});

/** `kind name` of what is found, in order. */
const find = (entries: readonly SearchEntry[], typed: string) =>
  searchIndex(buildSearchIndex(entries), typed).map((hit) => `${hit.entry.kind} ${hit.entry.id}`);
const firstMatch = (one: SearchEntry, typed: string) =>
  searchIndex(buildSearchIndex([one]), typed)[0]?.matched;

describe("the order of results", () => {
  it("a whole name comes before a begun one, both before other words, whatever the kind", () => {
    const entries = [
      entry("zone", "Old Harbour"),
      entry("zone", "Harbour Park"),
      entry("firm", "Harbour"),
      entry("source", "Harbour opens", [], "title"),
    ];
    expect(find(entries, "harbour")).toEqual([
      "firm Harbour",
      "zone Harbour Park",
      "zone Old Harbour",
      "source Harbour opens",
    ]);
  });

  it("then zones come before firms before the rest, and equals keep the order of the index", () => {
    const kinds: SearchKind[] = ["source", "event", "term", "page", "firm", "zone"];
    const entries = kinds.flatMap((kind) => [
      entry(kind, `B new port ${kind}`),
      entry(kind, `A new port ${kind}`),
    ]);
    expect(find(entries, "port")).toEqual(
      [...kinds]
        .reverse()
        .flatMap((kind) => [`${kind} B new port ${kind}`, `${kind} A new port ${kind}`]),
    );
  });

  it("in a kind, the beginning of a word comes before its inside", () => {
    expect(find([entry("zone", "Big Airport"), entry("zone", "Big Port")], "port")).toEqual([
      "zone Big Port",
      "zone Big Airport",
    ]);
  });
});

describe("misspelled words", () => {
  const zones = [entry("zone", "Sundar Green"), entry("zone", "Hill Under")];

  it("do not hide a zone whose name is nearly what was typed", () => {
    expect(find(zones, "sunder")).toEqual(["zone Sundar Green"]);
  });

  it("are also a name without its first letter, whatever else is spelled as typed", () => {
    const entries = [
      entry("zone", "Hub Zone"),
      entry("zone", "Ubauro", [{ part: "place", text: "Zone" }]),
    ];
    expect(find(entries, "ub zone")).toContain("zone Hub Zone");
    expect(find(entries, "auro")).toEqual(["zone Ubauro"]);
  });

  it("count only in kinds where nothing is spelled as typed", () => {
    const entries = [
      entry("event", "A tower falls", [], "title"),
      entry("event", "A power line", [], "title"),
      entry("source", "The tower", [], "title"),
    ];
    expect(find(entries, "power")).toEqual(["event A power line", "source The tower"]);
  });

  it("a space too many or too few does not matter in a name", () => {
    for (const typed of ["sundargreen", "sun dar green", "sundargren", "sndar green"]) {
      expect([typed, find(zones, typed)]).toEqual([typed, ["zone Sundar Green"]]);
    }
  });
});

describe("the words typed", () => {
  const zone = entry("zone", "Coast Park", [
    { part: "other-name", text: "ساحل پارک" },
    { part: "place", text: "Lasbela and Balochistan" },
    { part: "quotation", text: "海岸经济特区总规划" },
  ]);

  it("must all occur, in one text of the entry or in several", () => {
    expect(firstMatch(zone, "coast lasbela")).toMatchObject({ part: "name", ranges: [] });
    expect(firstMatch(zone, "coast sindh")).toBeUndefined();
  });

  it("find nothing where there are none", () => {
    expect(find([zone], "")).toEqual([]);
    expect(find([zone], " – ")).toEqual([]);
  });

  it("name the text that matched and its letters", () => {
    expect(firstMatch(zone, "park")).toEqual({
      part: "name",
      text: "Coast Park",
      ranges: [[6, 10]],
      misspelled: false,
    });
    expect(firstMatch(zone, "Baluchistan")).toMatchObject({
      part: "place",
      ranges: [[12, 23]],
      misspelled: true,
    });
  });

  it("match Chinese inside a text, and Urdu with the letters of an Arabic keyboard", () => {
    expect(firstMatch(zone, "特区")).toMatchObject({ part: "quotation", ranges: [[4, 6]] });
    expect(firstMatch(zone, "ساحل پارك")).toMatchObject({ part: "other-name", misspelled: false });
    expect(firstMatch(entry("zone", "ہریپور ۷"), "هري\u200cپور 7")).toMatchObject({
      misspelled: false,
    });
  });

  it("of one or two Latin letters match beginnings only", () => {
    expect(find([zone], "co")).toHaveLength(1);
    expect(find([zone], "oa")).toHaveLength(0);
    expect(find([zone], "oas")).toHaveLength(1);
  });
});

describe("searchKinds", () => {
  const index = buildSearchIndex([
    entry("zone", "Rashakai Zone"),
    entry("firm", "Rashakai Steel"),
    entry("source", "Rashakai opens", [], "title"),
  ]);

  it("counts every kind, and lists those asked for", () => {
    const { hits, counts, nearest } = searchKinds(index, "rashakai", ["firm"]);
    expect(hits.map(({ entry: one }) => one.kind)).toEqual(["firm"]);
    expect(counts).toEqual({ zone: 1, firm: 1, page: 0, term: 0, event: 0, source: 1 });
    expect(nearest).toEqual([]);
  });

  it("suggests zones and firms where nothing is found", () => {
    const { hits, nearest } = searchKinds(index, "rashki");
    expect(hits).toEqual([]);
    expect(nearest.map(({ name }) => name)).toEqual(["Rashakai Zone", "Rashakai Steel"]);
    expect(searchKinds(index, "qqqqqqq").nearest).toEqual([]);
  });
});
