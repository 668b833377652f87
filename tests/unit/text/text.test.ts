import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZONE_FIELD_KEYS } from "../../../lib/catalogue/fields";
import { ENGLISH_MESSAGES } from "../../../lib/text/english-messages";
import { englishText as text } from "../../../lib/text/english-text";
import { createText } from "../../../lib/text/text";

describe("numbers", () => {
  test.each([
    [2800, "2,800"],
    [1.2, "1.2"],
    [0.126, "0.13"],
    [-4, "-4"],
  ])("%d is %s", (value, words) => {
    expect(text.number(value)).toBe(words);
  });

  test("have as many decimals as asked for", () => {
    expect(text.number(54.6, { digits: 0 })).toBe("55");
    expect(text.number(54, { digits: 1, fixed: true })).toBe("54.0");
  });

  test.each([
    [0, "0%"],
    [0.001, "under 1%"],
    [0.634, "63%"],
    [0.999, "over 99%"],
    [1, "100%"],
  ])("the share %d is %s", (share, words) => {
    expect(text.percent(share)).toBe(words);
  });

  test("only nothing is 0% and only all is 100%", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(text.percent(share) === "0%").toBe(share === 0);
        expect(text.percent(share) === "100%").toBe(share === 1);
      }),
    );
  });

  test("a range has one end where both read the same", () => {
    expect(text.range(48.6, 86.4)).toBe("49–86");
    expect(text.range(54.1, 54.3)).toBe("54");
    expect(text.range(1.2, 1.5, { digits: 1 })).toBe("1.2–1.5");
  });

  test("a short number and the length of a file have a unit", () => {
    expect(text.compact(1_234_567)).toBe("1.2m");
    expect(text.compact(820)).toBe("820");
    expect(text.fileSize(0)).toBe("0 bytes");
    expect(text.fileSize(812)).toBe("812 bytes");
    expect(text.fileSize(1000)).toBe("1.0 kB");
    expect(text.fileSize(33_600)).toBe("33.6 kB");
    expect(text.fileSize(1_230_000)).toBe("1.2 MB");
    expect(text.fileSize(250_000_000)).toBe("250 MB");
    expect(text.fileSize(5_000_000_000_000)).toBe("5,000 GB");
  });
});

describe("dates", () => {
  test.each([
    ["2020", "2020", "2020", "in 2020"],
    ["2020-09", "Sep 2020", "September 2020", "in September 2020"],
    ["2020-10-07", "7 Oct 2020", "7 October 2020", "on 7 October 2020"],
  ])("%s is no more precise than it is", (date, short, long, onDate) => {
    expect(text.partialDate(date)).toBe(short);
    expect(text.partialDate(date, "long")).toBe(long);
    expect(text.onDate(date)).toBe(onDate);
  });

  test("every month has 3 letters in short", () => {
    const months = Array.from({ length: 12 }, (_, at) =>
      text.partialDate(`2020-${String(at + 1).padStart(2, "0")}`),
    );
    expect(months.join()).toMatch(/^([A-Z][a-z]{2} 2020,?){12}$/);
  });

  test("a text that is no date comes back", () => {
    expect(text.partialDate("2020-13")).toBe("2020-13");
    expect(text.partialDate("soon")).toBe("soon");
  });

  test("a day keeps its day on every clock", () => {
    const days = fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2100-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(text.day(day)).toMatch(
          new RegExp(`^${Number(day.slice(8))} [A-Z][a-z]{2} ${day.slice(0, 4)}$`),
        );
      }),
    );
    expect(text.day("2026-11-24T20:00:00Z")).toBe("24 Nov 2026");
  });

  test("an instant is on the clock of Pakistan", () => {
    expect(text.instant("2026-11-24T09:05:00Z")).toBe("24 Nov 2026, 14:05");
    expect(text.instant(new Date("2026-11-24T19:30:00Z"))).toBe("25 Nov 2026, 00:30");
  });

  test.each([
    [0, "today"],
    [1, "1 day"],
    [30, "30 days"],
    [31, "1 month"],
    [364, "11 months"],
    [365, "1 year"],
    [1900, "5 years"],
  ])("an age of %d days is %s", (days, words) => {
    expect(text.age(days)).toBe(words);
  });
});

describe("lists and messages", () => {
  test("a list has a joint before its last item", () => {
    expect(text.list([])).toBe("");
    expect(text.list(["Sindh"])).toBe("Sindh");
    expect(text.list(["Sindh", "Punjab"], "or")).toBe("Sindh or Punjab");
    expect(text.list(["Sindh", "Punjab", "Balochistan"])).toBe("Sindh, Punjab and Balochistan");
  });

  test("a plural follows its count", () => {
    expect(text.t("common.count.zones", { count: 1 })).toBe("1 zone");
    expect(text.t("common.count.zones", { count: 2800 })).toBe("2,800 zones");
  });

  test("a missing value throws in a test", () => {
    expect(() => text.t("common.count.zones")).toThrow();
  });

  test("the same messages give the same text", () => {
    expect(createText("en", ENGLISH_MESSAGES)).toBe(text);
    expect(text.locale).toBe("en");
    expect(text.dir).toBe("ltr");
  });
});

describe("a text that is made again", () => {
  // A copy of the messages gives a text of its own, made inside the test.
  const fresh = () => createText("en", { ...ENGLISH_MESSAGES });

  test("writes numbers, shares and lengths as the shared one does", () => {
    expect(fresh().number(2800.126)).toBe("2,800.13");
    expect([0.5, 0.001, 0.999].map(fresh().percent)).toEqual(["50%", "under 1%", "over 99%"]);
    expect(fresh().compact(1_234_567)).toBe("1.2m");
    expect([99_900, 100_000, 999].map(fresh().fileSize)).toEqual([
      "99.9 kB",
      "100 kB",
      "999 bytes",
    ]);
    expect(fresh().range(1.24, 1.5, { digits: 1 })).toBe("1.2–1.5");
  });

  test("writes dates, ages and lists as the shared one does", () => {
    expect(fresh().day("2026-11-24T20:00:00Z", "long")).toBe("24 November 2026");
    expect(fresh().partialDate("2026")).toBe("2026");
    expect([fresh().onDate("2026"), fresh().onDate("2026-11-24")]).toEqual([
      "in 2026",
      "on 24 November 2026",
    ]);
    expect([0, 40, 800].map(fresh().age)).toEqual(["today", "1 month", "2 years"]);
    expect(fresh().instant("2026-11-24T09:05:00Z")).toBe("24 Nov 2026, 14:05");
    expect([fresh().list(["a", "b"]), fresh().list(["a", "b"], "or")]).toEqual([
      "a and b",
      "a or b",
    ]);
    expect(
      fresh()
        .listParts(["a", "b"], "or")
        .map(({ value }) => value),
    ).toEqual(["a", " or ", "b"]);
  });

  test("is kept for its messages and its language", () => {
    const messages = { ...ENGLISH_MESSAGES };
    const made = createText("en", messages);
    expect(createText("en", messages)).toBe(made);
    expect(createText("en", { ...messages })).not.toBe(made);
    expect(createText("en-XA", messages)).not.toBe(made);
    expect(createText("en-XA", messages).dir).toBe("rtl");
  });
});

describe("the catalogue", () => {
  test("every field has a label, a short one and a definition", () => {
    for (const key of ZONE_FIELD_KEYS) {
      expect(text.fieldLabel(key)).not.toBe("");
      expect(text.fieldShort(key)).not.toBe("");
      expect(text.fieldDefinition(key)).not.toBe("");
    }
  });

  test("another language says its own words and falls back to English", () => {
    const french = createText("en", {
      ...ENGLISH_MESSAGES,
      catalogue: {
        fields: { name: { label: "Nom" } },
        terms: { legalStatus: { notified: { label: "Notifiée" } } },
      },
    });
    expect(french.fieldLabel("name")).toBe("Nom");
    expect(french.fieldShort("name")).toBe("Nom");
    expect(french.fieldLabel("province")).toBe(text.fieldLabel("province"));
    expect(french.termLabel("legalStatus", "notified")).toBe("Notifiée");
    expect(french.termLabel("legalStatus", "applied")).toBe(
      text.termLabel("legalStatus", "applied"),
    );
  });

  test("a field has its own label for a value where the vocabulary's does not fit", () => {
    expect(text.value("landTitle", "available")).toBe("In place");
    expect(text.value("gas", "available")).toBe("Available");
    expect(text.choiceLabel("landTitle", "partial")).toBe("Partial");
    const french = createText("en", {
      ...ENGLISH_MESSAGES,
      catalogue: { fields: { landTitle: { values: { available: "En place" } } } },
    });
    expect(french.choiceLabel("landTitle", "available")).toBe("En place");
    expect(french.choiceLabel("zoneCommittee", "available")).toBe("In place");
  });

  test("a value that no vocabulary lists comes back", () => {
    expect(text.termLabel("legalStatus", "nothing")).toBe("nothing");
    expect(text.termDefinition("legalStatus", "nothing")).toBeNull();
  });

  test("a level has a meaning", () => {
    expect(text.levelMeaning("name", 2)).toBeNull();
  });
});

describe("values", () => {
  test("have their unit", () => {
    expect(text.value("areaAcres", 2800)).toBe("2,800 acres");
    expect(text.value("areaAcres", 1)).toBe("1 acre");
    expect(text.value("plotsBuiltPct", 12)).toBe("12%");
    expect(text.value("powerNeededMw", 1.5)).toBe("1.5 MW");
    expect(text.value("investmentUsdM", 30)).toBe("USD 30 million");
  });

  test("without a unit are the figure alone", () => {
    expect(text.bareValue("areaAcres", 2800)).toBe("2,800");
    expect(text.bareValue("enterprisesProducing", "not-applicable")).toBe("not applicable");
  });

  test("are the words of their kind", () => {
    expect(text.value("legalStatus", "notified")).toBe("Notified");
    expect(text.value("location", { lat: 24.8, lon: -67.123 })).toBe("24.80° N, 67.12° W");
    expect(text.bareValue("location", { lat: 24.8, lon: 67.1234 })).toBe("24.800, 67.123");
    expect(text.value("aliases", ["A", "B"])).toBe("A, B");
    expect(text.value("enterprisesProducing", "not-applicable")).toBe("Not applicable");
    expect(text.value("province", null)).toBe("unknown");
    expect(text.country("CN")).toBe("China");
    expect(text.country("somewhere")).toBe("somewhere");
  });

  test("every unit of the catalogue has its message", () => {
    for (const key of ZONE_FIELD_KEYS) expect(text.value(key, 3)).not.toBe("");
  });
});
