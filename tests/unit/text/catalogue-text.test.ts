import { describe, expect, it } from "vitest";
import { CURRENCY_WORDS } from "@/lib/catalogue/typed-words";
import { createCatalogueText } from "@/lib/text/catalogue-text";
import { ENGLISH_MESSAGES } from "@/lib/text/english-messages";
import { englishText } from "@/lib/text/english-text";
import { messagesFor } from "@/lib/text/messages";
import { createText, type Text } from "@/lib/text/text";

const english = createCatalogueText({});
const other = createCatalogueText({
  fields: {
    gas: { label: "Gaz", definition: "Du gaz.", values: { absent: "Aucun" } },
    jobs: { label: "Emplois", short: "Empl." },
    dependenceMarket: { levels: ["Aucune", "Faible"] },
  },
  groups: { utilities: "Services" },
  terms: { indicator: { partial: { label: "Partiel", definition: "En partie." } } },
  glossary: { source: { label: "Origine" } },
  implied: { serviced: "Parce que." },
  constraints: { power: { label: "Courant" } },
});

describe("amounts and sectors", () => {
  const chinese = createText("zh", messagesFor("zh"));
  const urdu = createText("ur", messagesFor("ur"));
  const plain = (words: string) => words.replace(/[\u200f\u2066-\u2069]/g, "");

  it.each([
    [0.5, "USD 0.5 million", "50万美元", "0.5 ملین امریکی ڈالر"],
    [75, "USD 75 million", "7,500万美元", "75 ملین امریکی ڈالر"],
    [100, "USD 100 million", "1亿美元", "100 ملین امریکی ڈالر"],
    [1500.25, "USD 1,500.25 million", "15.0025亿美元", "1.50025 ارب امریکی ڈالر"],
    [0, "USD 0 million", "0万美元", "0 ملین امریکی ڈالر"],
  ])("%d million dollars are written as each language counts", (amount, english, zh, ur) => {
    const write = (text: Text) => plain(text.value("investmentCommittedUsdM", amount));
    expect([englishText, chinese, urdu].map(write)).toEqual([english, zh, ur]);
  });

  it("a sum of a source is in its currency", () => {
    expect(englishText.amount(85_000_000_000, "PKR")).toBe("PKR 85,000,000,000");
    expect(chinese.amount(85_000_000_000, "PKR")).toBe("850亿卢比");
    expect(chinese.amount(425_000_000, "SAR")).toBe("SAR425,000,000");
    for (const currency of Object.keys(CURRENCY_WORDS)) {
      expect(englishText.amount(5, currency)).toBe(`${currency} 5`);
    }
    expect(englishText.amount(5, "SEZ firms")).toBe("5 SEZ firms");
  });

  it("sectors have words, and one without is as recorded", () => {
    expect(englishText.value("sectors", ["steel", "food processing"])).toBe(
      "steel, food processing",
    );
    expect(chinese.value("sectors", ["steel", "tea"])).toBe("钢铁、tea");
    expect(chinese.bareValue("sectors", "steel")).toBe("钢铁");
    expect(chinese.value("tenancySector", "steel")).toBe("钢铁");
    expect(chinese.value("developer", "steel")).toBe("steel");
    expect(plain(urdu.value("sectors", ["steel", "cement"]))).toBe("اسٹیل، سیمنٹ");
  });
});

describe("the words of the catalogue", () => {
  it("are English where a language has none", () => {
    for (const text of [english, other]) {
      expect(text.fieldLabel("water")).toBe("Water");
      expect(text.fieldDefinition("water")).toMatch(/\.$/);
      expect(text.groupLabel("access")).toBe("Access");
      expect(text.termLabel("indicator", "absent")).toBe("Absent");
      expect(text.choiceLabel("water", "available")).toBe("Available");
      expect(text.termDefinition("indicator", "absent")).toBe("A source says that there is none.");
      expect(text.impliedReason("producing-firms")).toMatch(/\.$/);
      expect(text.translatedConstraint("land")).toEqual({});
    }
    expect(english.translatedConstraint("power")).toEqual({});
    expect(english.translatedTerm("source")).toEqual({});
  });

  it("are those of the language where it has them", () => {
    expect(other.fieldLabel("gas")).toBe("Gaz");
    expect(other.fieldDefinition("gas")).toBe("Du gaz.");
    expect(other.groupLabel("utilities")).toBe("Services");
    expect(other.termLabel("indicator", "partial")).toBe("Partiel");
    expect(other.termDefinition("indicator", "partial")).toBe("En partie.");
    expect(other.choiceLabel("gas", "absent")).toBe("Aucun");
    expect(other.choiceLabel("gas", "partial")).toBe("Partiel");
    expect(other.levelMeaning("dependenceMarket", 1)).toBe("Faible");
    expect(other.impliedReason("serviced")).toBe("Parce que.");
    expect(other.translatedConstraint("power")).toEqual({ label: "Courant" });
    expect(other.translatedTerm("source")).toEqual({ label: "Origine" });
  });

  it("have a short name for the head of a column, else the label", () => {
    expect(other.fieldShort("jobs")).toBe("Empl.");
    expect(other.fieldShort("gas")).toBe("Gaz");
    expect(english.fieldShort("gas")).toBe("Gas");
    expect(english.fieldShort("powerNeededMw")).not.toBe(english.fieldLabel("powerNeededMw"));
  });

  it("of what is not listed are the value itself, or none", () => {
    expect(english.termLabel("indicator", "lost")).toBe("lost");
    expect(english.choiceLabel("gas", "lost")).toBe("lost");
    expect(english.choiceLabel("name", "absent")).toBe("absent");
    expect(english.termDefinition("indicator", "lost")).toBeNull();
  });

  it("of a field alone replace those of its vocabulary", () => {
    expect(english.choiceLabel("landTitle", "available")).toBe("In place");
    expect(english.choiceLabel("landTitle", "absent")).toBe("Absent");
  });

  it("give levels from 0 to 4 a meaning", () => {
    expect(english.levelMeaning("dependenceMarket", 0)).not.toBe(
      english.levelMeaning("dependenceMarket", 4),
    );
    expect(other.levelMeaning("dependenceMarket", 4)).toBe(
      english.levelMeaning("dependenceMarket", 4),
    );
    expect(english.levelMeaning("dependenceMarket", 5)).toBeNull();
    expect(english.levelMeaning("dependenceMarket", "1")).toBeNull();
    expect(english.levelMeaning("gas", 1)).toBeNull();
  });
});

describe("the values of fields", () => {
  // A copy of the messages gives a text of its own.
  const text = () => createText("en", { ...ENGLISH_MESSAGES });

  it.each([
    ["jobs", null, "unknown", "unknown"],
    ["plotsBuiltPct", "not-applicable", "Not applicable", "not applicable"],
    ["plotsBuiltPct", 12.5, "12.5%", "12.5"],
    ["areaAcres", 2800, "2,800 acres", "2,800"],
    ["preExistingEstate", true, "Yes", "Yes"],
    ["preExistingEstate", false, "No", "No"],
    ["dependenceMarket", 2, "Level 2 of 4", "2: "],
    ["dependenceMarket", 0, "Level 0 of 4", "0: "],
    ["dependenceMarket", null, "unknown", "unknown"],
    ["nationality", "CN", "China", "CN"],
    ["nationality", null, "unknown", "unknown"],
    ["nationality", "ABC", "ABC", "ABC"],
    ["approvedOn", "2020-10", "Oct 2020", "Oct 2020"],
    ["sectors", ["steel", "paper"], "steel, paper", "steel, paper"],
    [
      "involvement",
      ["technology:CN", "lender:AE"],
      "technology from China and ",
      "technology:CN, lender:AE",
    ],
    ["involvement", null, "unknown", "unknown"],
    ["location", { lat: 24.5, lon: 67.25 }, "24.50", "24.500, 67.250"],
    ["location", null, "unknown", "unknown"],
    ["name", "Hub SEZ", "Hub SEZ", "Hub SEZ"],
  ] as const)("%s %j is “%s”, and in a column “%s”", (field, value, words, bare) => {
    expect(text().value(field, value)).toContain(words);
    expect(text().bareValue(field, value)).toContain(bare);
  });

  it("name the sides of a place", () => {
    const place = (lat: number, lon: number) => text().value("location", { lat, lon });
    const north = place(0, 0);
    expect(place(-24.5, 67)).not.toBe(place(24.5, 67));
    expect(place(24.5, -67)).not.toBe(place(24.5, 67));
    expect(north).toBe(place(24.5, 67).replace("24.50", "0.00").replace("67.00", "0.00"));
  });

  it("name countries, and leave other texts as they are", () => {
    expect(text().country("CN")).toBe("China");
    expect(text().country("cn")).toBe("cn");
    expect(text().country("CNY")).toBe("CNY");
    expect(text().country("xCN")).toBe("xCN");
    expect(text().countryInSentence("AE")).toBe("the United Arab Emirates");
    expect(text().involvement("technology:CN")).toBe("technology from China");
    expect(text().involvement("a loan")).toBe("a loan");
  });
});
