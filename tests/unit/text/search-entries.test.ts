import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { addStandings } from "@/lib/evidence/retirement";
import { listEventsAt, listSourcesAt } from "@/lib/evidence/source-versions";
import { buildSearchIndex, searchIndex } from "@/lib/query/search-index";
import { englishText } from "@/lib/text/english-text";
import { listSearchEntries } from "@/lib/text/search-entries";
import { seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts(2);
const evidence = indexEvidence(facts);

const PAGES = [{ id: "gaps", name: "Gaps", path: "/gaps", dated: true }];

function entriesAt(asOf: string, revision: number, among = facts) {
  const view = {
    registry: buildRegistry(among, evidence, { asOf, revision }),
    facts: among,
    evidence,
    sources: listSourcesAt(facts.sourceVersions, revision),
    events: listEventsAt(facts.events, revision),
    asOf,
  };
  return listSearchEntries(englishText, view, PAGES);
}

const entries = entriesAt("2026-11-26", 2);
const index = buildSearchIndex(entries);
const find = (typed: string, among = index) =>
  searchIndex(among, typed).map(({ entry }) => `${entry.kind} ${entry.id}`);

describe("search among the real records", () => {
  it.each([
    ["rashakai", "zone rashakai-sez"],
    ["Boostan", "zone bostan-sez"],
    ["AIIC", "zone allama-iqbal-industrial-city"],
    ["hatar sez", "zone hattar-sez"],
    ["Sunder", "zone sundar-green-sez"],
    ["century steel", "firm century-steel"],
    ["Century Stel", "firm century-steel"],
    ["gaps", "page gaps"],
    ["confirmed score", "term confirmed-score"],
    ["power needed", "term field-power-needed-mw"],
    ["حطار", "zone hattar-sez"],
    ["浪马轮胎", "zone service-long-march-sez"],
  ])("%s finds %s first", (typed, expected) => {
    expect(find(typed)[0]).toBe(expected);
  });

  it("finds sources by title and publisher in any language, and events by title", () => {
    expect(find("كیلشیم کاربائیڈ")).toContain("source dunya-2025-12-26");
    expect(find("中国橡胶网")).toEqual(["source chnrubber-2024-05-14"]);
    expect(find("Vivo buys land")[0]).toMatch(/^event /);
  });

  it("finds every zone by each of its names first among its namesakes", () => {
    for (const { kind, id, texts } of entries) {
      if (kind !== "zone") continue;
      for (const { part, text } of texts) {
        if (part !== "name" && part !== "other-name") continue;
        expect([text, find(text).slice(0, 3)]).toEqual([
          text,
          expect.arrayContaining([`zone ${id}`]),
        ]);
      }
    }
  });

  it("finds a zone among the first 5 by its name with any one edit", () => {
    const zones = entries.filter(({ kind, name }) => kind === "zone" && name.length >= 5);
    const edited = fc
      .record({
        zone: fc.constantFrom(...zones),
        at: fc.nat(),
        edit: fc.constantFrom("leave out", "add", "replace", "swap"),
        letter: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz -"),
      })
      .map(({ zone, at, edit, letter }) => {
        const i = at % zone.name.length;
        const [before, here, next, after] = [
          zone.name.slice(0, i),
          zone.name.charAt(i),
          zone.name.charAt(i + 1),
          zone.name.slice(i + 2),
        ];
        const typed = {
          "leave out": before + next + after,
          add: before + letter + here + next + after,
          replace: before + letter + next + after,
          swap: before + next + here + after,
        }[edit];
        return { id: zone.id, typed: typed ?? "" };
      });
    fc.assert(
      fc.property(edited, ({ id, typed }) => {
        expect([typed, find(typed).slice(0, 5)]).toEqual([
          typed,
          expect.arrayContaining([`zone ${id}`]),
        ]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("each entry", () => {
  const entry = (kind: string, id: string, among = entries) =>
    among.find((one) => one.kind === kind && one.id === id);

  it("says in a line what it is", () => {
    expect(entry("zone", "rashakai-sez")?.about).toBe(
      "Khyber Pakhtunkhwa · Under development, last reported 1 Jul 2024",
    );
    expect(entry("zone", "smart-sez")?.about).toBe("Punjab · progress unknown");
    expect(entry("firm", "century-steel")?.about).toBe("Building in Rashakai");
    expect(entry("source", "dunya-2025-12-26")?.about).toBe("Dunya · 26 Dec 2025 · News");
    expect(entries.find(({ name }) => name === "Rashakai inaugurated")?.about).toBe(
      "28 May 2021 · construction · Rashakai Special Economic Zone",
    );
  });

  it("is named once in its kind, and has a text", () => {
    const keys = entries.map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { name, about, texts } of entries) {
      expect([name, about, texts.every(({ text }) => text !== "")]).toEqual([
        expect.stringMatching(/./),
        expect.stringMatching(/./),
        true,
      ]);
    }
  });

  it("was known at the moment", () => {
    const before = entriesAt("2020-06-30", 1);
    expect(entry("source", "nation-2023-10-12")).toBeDefined();
    expect(entry("source", "nation-2023-10-12", before)).toBeUndefined();
    expect(entry("zone", "rashakai-sez", before)?.name).toBe("Rashakai Special Economic Zone");
    expect(entry("zone", "smart-sez", before)).toBeUndefined();
    expect(before.some(({ name }) => name === "Rashakai inaugurated")).toBe(false);
    expect(find("حطار", buildSearchIndex(before))).toEqual([]);
    // Urdu sources came with the second revision.
    expect(find("حطار", buildSearchIndex(entriesAt("2026-11-26", 1)))).toEqual([]);
  });
});

describe("a zone that was merged into another", () => {
  const merge = (revision: number) =>
    addStandings({
      ...facts,
      retirements: [
        {
          ...{ id: "a", revision, kind: "zone", act: "merged", reason: "The same." },
          ...{ subject: "rashakai-sez", into: "hattar-sez" },
        },
      ],
    });

  it("is found by its former name, which leads to the zone that stays", () => {
    const among = buildSearchIndex(entriesAt("2026-11-26", 2, merge(2)));
    expect(find("rashakai", among)[0]).toBe("zone hattar-sez");
    expect(find("hattar", among)[0]).toBe("zone hattar-sez");
  });

  it("is itself before the merge was recorded", () => {
    const among = buildSearchIndex(entriesAt("2026-11-26", 1, merge(2)));
    expect(find("rashakai", among)[0]).toBe("zone rashakai-sez");
  });
});
