import { describe, expect, test } from "vitest";
import { isolate } from "../../../lib/text/isolate";
import { LOCALE_KEYS } from "../../../lib/text/locales";
import { messagesFor } from "../../../lib/text/messages";
import {
  addressesByLanguage,
  addressIn,
  embedIn,
  parseReaderLocale,
  withoutLanguage,
} from "../../../lib/text/reader-language";
import { createText } from "../../../lib/text/text";

test("a reader can choose a language, but not the test language", () => {
  expect(parseReaderLocale("ur")).toBe("ur");
  expect(parseReaderLocale("en-XA")).toBeNull();
  expect(parseReaderLocale("toString")).toBeNull();
  expect(parseReaderLocale(undefined)).toBeNull();
});

test.each([
  ["ur", "/zones?province=sindh,punjab#map", "/ur/zones?province=sindh,punjab#map"],
  ["zh", "/", "/zh"],
  ["zh", "/?knownOn=r2", "/zh?knownOn=r2"],
  ["en", "/ur/zones/hub-sez", "/zones/hub-sez"],
  ["zh", "/ur?asOf=2020-12-31", "/zh?asOf=2020-12-31"],
  ["en", "/ur", "/"],
  ["ur", "/urban", "/ur/urban"],
  ["ur", "/admin/zones", "/admin/zones"],
  ["ur", "/administration", "/ur/administration"],
  ["ur", "/api/v1/zones?limit=5", "/api/v1/zones?limit=5"],
  ["ur", "/compare/comparison.csv?zones=a,b", "/compare/comparison.csv?zones=a,b"],
  ["ur", "/embed/map", "/embed/map"],
  ["ur", "#ledger", "#ledger"],
  ["ur", "//example.org/zones", "//example.org/zones"],
  ["ur", "https://example.org/zones", "https://example.org/zones"],
] as const)("in %s, %s is %s", (locale, address, expected) => {
  expect(addressIn(locale, address)).toBe(expected);
});

test("an embed names its language, unless that is English", () => {
  expect(embedIn("ur", "/embed/map?province=sindh")).toBe("/embed/map?province=sindh&lang=ur");
  expect(embedIn("zh", "/embed/map")).toBe("/embed/map?lang=zh");
  expect(embedIn("en", "/embed/map")).toBe("/embed/map");
  expect(embedIn("en-XA", "/embed/map")).toBe("/embed/map");
});

test("the language is no part of what is asked", () => {
  const pairs: [string, string][] = [
    ["lang", "ur"],
    ["province", "sindh"],
    ["lang", "zh"],
  ];
  expect(withoutLanguage(pairs)).toEqual([["province", "sindh"]]);
});

test("a page names its address in every language; the English one is for all others", () => {
  expect(addressesByLanguage("https://example.org", "/zones?province=sindh")).toEqual({
    en: "https://example.org/zones?province=sindh",
    ur: "https://example.org/ur/zones?province=sindh",
    "zh-Hans": "https://example.org/zh/zones?province=sindh",
    "x-default": "https://example.org/zones?province=sindh",
  });
});

describe("dates and numbers", () => {
  const write = (locale: (typeof LOCALE_KEYS)[number]) => {
    const text = createText(locale, messagesFor(locale));
    return [
      text.partialDate("2020"),
      text.partialDate("2020-10"),
      text.day("2020-10-07"),
      text.day("2020-10-07", "long"),
      text.number(2800.5),
      text.percent(0.63),
      text.range(49, 86),
    ];
  };

  test("are those of the language", () => {
    expect(write("en").slice(0, 4)).toEqual(["2020", "Oct 2020", "7 Oct 2020", "7 October 2020"]);
    expect(write("ur")).toEqual([
      "2020",
      "اکتوبر 2020",
      "7 اکتوبر 2020",
      "7 اکتوبر 2020",
      "2,800.5",
      "63%",
      isolate("49–86"),
    ]);
    expect(write("zh")).toEqual([
      "2020年",
      "2020年10月",
      "2020年10月7日",
      "2020年10月7日",
      "2,800.5",
      "63%",
      "49-86",
    ]);
  });

  test.each(LOCALE_KEYS)("%s has the digits of Latin script", (locale) => {
    expect(write(locale).join("")).not.toMatch(/[\u0660-\u0669\u06F0-\u06F9]/);
  });
});

describe("names in a text of the other direction", () => {
  const urdu = createText("ur", messagesFor("ur"));

  test("stand apart from the words around them", () => {
    expect(urdu.list(["Dhabeji", "Bostan"])).toBe(`${isolate("Dhabeji")} اور ${isolate("Bostan")}`);
    expect(urdu.t("layout.actions.copied", { what: "CSV" })).toContain(isolate("CSV"));
  });
});
