import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ENGLISH_MESSAGES } from "../../../lib/text/english-messages";
import { LOCALES } from "../../../lib/text/locales";
import { isUnchecked, messagesFor, TRANSLATIONS } from "../../../lib/text/messages";
import { isChecked } from "../../../lib/text/translation";
import { listMessages, readBranches } from "../../support/icu-message";

// tests/unit/text/messages.test.ts checks the keys, values and tags of every language.

const ROOT = path.join(import.meta.dirname, "../../../lib/text");
const LANGUAGES = Object.keys(TRANSLATIONS) as (keyof typeof TRANSLATIONS)[];
const english = new Map(listMessages(ENGLISH_MESSAGES));
/** The test language has every word of the catalogue. */
const catalogueKeys = new Set(
  listMessages(messagesFor("en-XA").catalogue ?? {}).map(([key]) => key),
);

describe.each(LANGUAGES)("the translation %s", (locale) => {
  const { messages, checked } = TRANSLATIONS[locale];
  const { catalogue, ...namespaces } = messages;
  const translated = listMessages(namespaces);

  test("has each of its files, and each is a namespace", () => {
    const files = fs
      .readdirSync(path.join(ROOT, "messages", locale))
      .filter((file) => file.endsWith(".json") && file !== "checked.json")
      .map((file) => path.basename(file, ".json"));
    expect(Object.keys(namespaces).sort()).toEqual(files.sort());
    expect(Object.keys(ENGLISH_MESSAGES)).toEqual(expect.arrayContaining(files));
  });

  test("has the plurals of its language, and no choices that English lacks", () => {
    const { pluralCategories } = new Intl.PluralRules(LOCALES[locale].intl).resolvedOptions();
    for (const [key, message] of translated) {
      const { plurals, selects } = readBranches(message);
      const wrong = [...plurals].filter(
        (one) => !one.startsWith("=") && !pluralCategories.some((category) => category === one),
      );
      expect(wrong, key).toEqual([]);
      const source = readBranches(english.get(key) ?? "");
      for (const [value, choices] of selects) {
        expect([...(source.selects.get(value) ?? [])], key).toEqual(
          expect.arrayContaining([...choices]),
        );
      }
    }
  });

  test("has no words of the catalogue that English lacks", () => {
    const words = listMessages(catalogue ?? {}).map(([key]) => key);
    expect(words.filter((key) => !catalogueKeys.has(key))).toEqual([]);
  });

  test("is checked by named people on a day, part by part", () => {
    for (const [namespace, { by, on }] of Object.entries(checked)) {
      expect(Object.keys(messages)).toContain(namespace);
      expect(by.trim()).not.toBe("");
      expect(on).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

test("a translation is checked once each of its parts is", () => {
  const { common, layout } = ENGLISH_MESSAGES;
  const check = { by: "A. Reader", on: "2026-11-26" };
  const messages = { common, layout };
  expect(isChecked({ messages, checked: {} })).toBe(false);
  expect(isChecked({ messages, checked: { common: check } })).toBe(false);
  expect(isChecked({ messages, checked: { common: check, layout: check } })).toBe(true);
  expect(isUnchecked("en")).toBe(false);
  expect(isUnchecked("en-XA")).toBe(false);
});
