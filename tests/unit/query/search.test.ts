import { describe, expect, it } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { findNearestZones } from "@/lib/query/nearest-zones";
import { buildTextMatcher, splitWords, stripAccents } from "@/lib/query/search";
import { createRow } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const ROWS = buildRegistry(facts, indexEvidence(facts), {
  asOf: COMPILED_ON,
  revision: 1,
}).zones.map(buildRow);
const found = (text: string, rows: readonly ZoneRow[] = ROWS) =>
  rows.filter(buildTextMatcher(text)).map(({ slug }) => slug);

describe("splitWords", () => {
  it("removes case, accents and punctuation", () => {
    expect(splitWords("  Quaid-e-Azam, Apparel (Park) ")).toEqual([
      "quaid",
      "e",
      "azam",
      "apparel",
      "park",
    ]);
    expect(splitWords("Éclat Çinar")).toEqual(["eclat", "cinar"]);
    expect(splitWords("رشکئی")).toHaveLength(1);
    expect(splitWords(" – ")).toEqual([]);
    expect(stripAccents("Việt-Ő")).toBe("viet-o");
  });
});

describe("search among the real zones", () => {
  it.each([
    ["Rashaki", ["rashakai-sez"]],
    ["Dhabeeji", ["dhabeji-sez"]],
    ["Allama iqbal", ["allama-iqbal-industrial-city"]],
    ["iqbal ALLAMA", ["allama-iqbal-industrial-city"]],
    ["Faisalabad", ["m-3-industrial-city", "value-addition-city", "allama-iqbal-industrial-city"]],
    ["bostán", ["bostan-sez"]],
    ["M3", ["m-3-industrial-city"]],
    ["m-3", ["m-3-industrial-city"]],
    ["Quaideazam", ["quaid-e-azam-apparel-park"]],
    ["hatar", ["hattar-sez"]],
    ["larkna", ["site-larkana"]],
    ["marble city", ["mohmand-marble-city", "karachi-marble-city"]],
    ["century steel", ["rashakai-sez"]],
    ["zzzz", []],
    ["Faisalabad zzzz", []],
  ])("%j finds %j", (text, slugs) => {
    expect(found(text)).toEqual(slugs);
  });

  it("finds a zone by its names in Urdu and Chinese", () => {
    const named = [
      createRow({ nameUr: "رشکئی خصوصی اقتصادی زون", nameZh: "拉沙卡伊经济特区" }),
      { ...createRow({ name: "Dhabeji" }), slug: "dhabeji" },
    ];
    expect(found("رشکئی", named)).toEqual(["test-zone"]);
    expect(found("رشكئي", named)).toEqual(["test-zone"]);
    expect(found("拉沙卡伊", named)).toEqual(["test-zone"]);
  });

  it("an empty search finds all zones", () => {
    expect(found("")).toHaveLength(ROWS.length);
    expect(found(" - ")).toHaveLength(ROWS.length);
  });

  it("every zone is found by its name, slug and aliases", () => {
    for (const row of ROWS) {
      for (const text of [row.values.name, row.slug, ...(row.values.aliases ?? [])]) {
        expect([text, buildTextMatcher(text ?? "")(row)]).toEqual([text, true]);
      }
    }
  });

  it("every zone is found by its name with one letter left out of a word of 4 or more", () => {
    for (const row of ROWS) {
      const words = splitWords(row.values.name ?? "");
      for (const [place, word] of words.entries()) {
        if (word.length < 4) continue;
        for (let i = 0; i < word.length; i++) {
          const typed = words.with(place, word.slice(0, i) + word.slice(i + 1)).join(" ");
          expect([typed, buildTextMatcher(typed)(row)]).toEqual([typed, true]);
        }
      }
    }
  });
});

describe("a typed word", () => {
  const zone = createRow(
    {
      name: "Port Zone",
      aliases: ["Bandargah"],
      district: "Lasbela",
      developer: "Coast Company",
    },
    { slug: "port-zone", firms: ["Shanghai Textiles"] },
  );
  const matches = (text: string) => buildTextMatcher(text)(zone);

  it("is searched in names, district, developer and firms", () => {
    for (const text of ["port", "bandargah", "lasbela", "coast", "shanghai"]) {
      expect([text, matches(text)]).toEqual([text, true]);
    }
    expect(buildTextMatcher("unknown")(createRow())).toBe(false);
  });

  it("can be unfinished or the middle of a word", () => {
    expect(matches("shang")).toBe(true);
    expect(matches("hangh")).toBe(true);
    expect(matches("shamg")).toBe(true); // misspelled and unfinished
  });

  it("can have one wrong letter from 4 letters, two from 8, none below 4", () => {
    expect(matches("zoen")).toBe(true);
    expect(matches("zon")).toBe(true); // begins it
    expect(matches("zne")).toBe(true); // lacks a letter of a word of four
    expect(matches("zin")).toBe(false);
    expect(matches("prt")).toBe(true);
    expect(matches("lesbala")).toBe(false); // twice in seven
    expect(matches("lasbala")).toBe(true);
    expect(matches("bandergeh")).toBe(true);
    expect(matches("bendergeh")).toBe(false);
  });

  it("with punctuation matches the joined word", () => {
    const joined = createRow({ name: "Quaid-e-Azam  Park (M-3)" });
    for (const text of ["quaideazam", "m3", "azam", "quaideazm"]) {
      expect([text, buildTextMatcher(text)(joined)]).toEqual([text, true]);
    }
    expect(buildTextMatcher("parkm3")(joined)).toBe(false);
  });

  it("of 7 letters allows one wrong letter, of 8 two", () => {
    const zones = createRow({ name: "Abcdefg Hijklmno Pqrstuvwxyz" });
    const answers = ["abxdefg", "abxdexg", "hixklmno", "hixklmxo", "hixkxmxo", "pqxstuvx"].map(
      (text) => buildTextMatcher(text)(zones),
    );
    expect(answers).toEqual([true, false, true, true, false, true]);
  });

  it("is tested on each row alone", () => {
    const test = buildTextMatcher("prot zone");
    const other = createRow({ name: "Dry Zone" });
    expect([test(zone), test(other), test(zone), test(other)]).toEqual([true, false, true, false]);
  });

  it("of 4 letters does not match a misspelled beginning of a longer word", () => {
    expect(matches("sham")).toBe(false);
    expect(matches("shan")).toBe(true);
  });
});

describe("findNearestZones", () => {
  const ZONES = [
    { slug: "hub-sez", name: "Hub Special Economic Zone" },
    { slug: "hattar-sez", name: "Hattar Special Economic Zone" },
    { slug: "karachi-marble-city", name: "Karachi Marble City" },
    { slug: "mohmand-marble-city", name: "Mohmand Marble City" },
  ];
  const nearest = (typed: string, zones = ZONES) =>
    findNearestZones(typed, zones).map(({ slug }) => slug);

  it.each([
    ["hattar", ["hattar-sez"]],
    ["Hatar-SEZ", ["hattar-sez"]],
    ["hat", ["hattar-sez"]],
    ["hu", ["hub-sez"]],
    ["ha", []],
    ["marble-city", ["karachi-marble-city", "mohmand-marble-city"]],
    ["mohmand-marble", ["mohmand-marble-city", "karachi-marble-city"]],
    ["marble mohmnd", ["mohmand-marble-city", "karachi-marble-city"]],
    ["special economic zone", []],
    ["gwadar", []],
  ])("%s is closest to %j", (typed, slugs) => {
    expect(nearest(typed)).toEqual(slugs);
  });

  it("of equal matches has the least edits first", () => {
    const zones = ["port-of-a-long-name", "port"].map((slug) => ({ slug, name: "" }));
    expect(nearest("port", zones)).toEqual(["port", "port-of-a-long-name"]);
  });

  it("are at most five", () => {
    const zones = Array.from({ length: 7 }, (_, i) => ({ slug: `port-${i}`, name: "Port" }));
    expect(nearest("port", zones)).toHaveLength(5);
  });
});
