import { describe, expect, test } from "vitest";
import { isolate } from "../../../lib/text/isolate";
import { LOCALE_KEYS } from "../../../lib/text/locales";
import { messagesFor } from "../../../lib/text/messages";
import {
  addressesByLanguage,
  addressIn,
  parseReaderLocale,
  withLanguage,
  withoutLanguage,
} from "../../../lib/text/reader-language";
import { createText } from "../../../lib/text/text";

test("a reader can choose a language, but not the test language", () => {
  expect(parseReaderLocale("ur")).toBe("ur");
  expect(parseReaderLocale("en-XA")).toBeNull();
  expect(parseReaderLocale("toString")).toBeNull();
  expect(parseReaderLocale(undefined)).toBeNull();
});

test("another language keeps the whole address", () => {
  expect(addressIn("ur", "/", "?province=sindh,punjab&lang=zh&asOf=2021-12-31", "#map")).toBe(
    "/?province=sindh,punjab&asOf=2021-12-31&lang=ur#map",
  );
  expect(addressIn("zh", "/method", "")).toBe("/method?lang=zh");
});

test("an address names a language unless none is asked for", () => {
  expect(withLanguage("/embed/map?province=sindh,punjab", "ur")).toBe(
    "/embed/map?province=sindh,punjab&lang=ur",
  );
  expect(withLanguage("/zones/hub-sez#ledger", "zh")).toBe("/zones/hub-sez?lang=zh#ledger");
  expect(withLanguage("/?scope=all", null)).toBe("/?scope=all");
});

test("the language is no part of what is asked", () => {
  const pairs: [string, string][] = [
    ["lang", "ur"],
    ["province", "sindh"],
    ["lang", "zh"],
  ];
  expect(withoutLanguage(pairs)).toEqual([["province", "sindh"]]);
});

test("a page names its address in every language; the plain one is in the site's own", () => {
  const address = "https://example.org/?province=sindh";
  expect(addressesByLanguage(address, "en")).toEqual({
    en: address,
    ur: `${address}&lang=ur`,
    "zh-Hans": `${address}&lang=zh`,
    "x-default": address,
  });
  expect(addressesByLanguage("https://example.org/method", "ur")).toMatchObject({
    en: "https://example.org/method?lang=en",
    ur: "https://example.org/method",
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
