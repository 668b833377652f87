import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { FIELD_KEYS, fieldSpec } from "../../../lib/catalogue/fields";
import { STRATEGIC_SECTORS } from "../../../lib/catalogue/tenancy-fields";
import { isFigure } from "../../../lib/evidence/ledger-records";
import { formatPeriod } from "../../../lib/text/context-words";
import { ENGLISH_MESSAGES } from "../../../lib/text/english-messages";
import { LOCALES } from "../../../lib/text/locales";
import { isUnchecked, messagesFor, TRANSLATIONS } from "../../../lib/text/messages";
import { createText } from "../../../lib/text/text";
import { isChecked } from "../../../lib/text/translation";
import { readDataSet } from "../../../seed/read-data-set";
import { listMessages, readBranches } from "../../support/icu-message";

// tests/unit/text/messages.test.ts checks the keys, values and tags of every language.

const ROOT = path.join(import.meta.dirname, "../../../lib/text");
const LANGUAGES = Object.keys(TRANSLATIONS) as (keyof typeof TRANSLATIONS)[];
const english = new Map(listMessages(ENGLISH_MESSAGES));
/** Units that are written in a form of their own. */
const OWN_FORM: readonly string[] = ["percent", "year"];
/** The test language has every word of the catalogue. */
const catalogueKeys = new Set(
  listMessages(messagesFor("en-XA").catalogue ?? {}).map(([key]) => key),
);
/** What the data set writes in English in its own words, and the readers of another language read in theirs. */
const RECORDED = await readRecorded();

async function readRecorded() {
  const editions = await readDataSet("seed/data");
  const claims = editions.flatMap((edition) => edition.claims);
  const figures = editions
    .flatMap((edition) => edition.context.map((item) => ({ ...item, revision: 1 })))
    .filter(isFigure);
  const written = claims.flatMap(({ field, value }) =>
    field === "sectors" || field === "tenancySector" ? (value ?? []) : [],
  );
  const numbers = FIELD_KEYS.map(fieldSpec).flatMap((spec) =>
    spec.kind === "number" && spec.unit !== "%" ? spec.unit : [],
  );
  const units = figures.map(({ unit }) => unit).filter((unit) => !OWN_FORM.includes(unit));
  return {
    sectors: new Set([...STRATEGIC_SECTORS, ...written.map(String)]),
    units: new Set([...units, ...numbers]),
    labels: new Set(figures.map(({ label }) => label)),
    periods: new Set(figures.map(({ period }) => period)),
  };
}

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
    const { sectors: _, units: __, figures: ___, ...declared } = catalogue ?? {};
    const words = listMessages(declared).map(([key]) => key);
    expect(words.filter((key) => !catalogueKeys.has(key))).toEqual([]);
  });

  test("has words for every sector, unit and figure of the data set", () => {
    const { sectors = {}, units = {}, figures = {} } = catalogue ?? {};
    expect(RECORDED.sectors.size).toBeGreaterThan(30);
    const missing = {
      sectors: [...RECORDED.sectors].filter((name) => !Object.hasOwn(sectors, name)),
      units: [...RECORDED.units].filter((unit) => !Object.hasOwn(units, unit)),
      figures: [...RECORDED.labels].filter((label) => !Object.hasOwn(figures, label)),
    };
    expect(missing, `lib/text/catalogues/${locale}.json`).toEqual({
      sectors: [],
      units: [],
      figures: [],
    });
    const text = createText(locale, messagesFor(locale));
    const english = [...RECORDED.periods].filter((period) =>
      /[A-Za-z]/.test(formatPeriod(text, period)),
    );
    expect(english).toEqual([]);
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
