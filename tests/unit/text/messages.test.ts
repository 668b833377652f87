import fs from "node:fs";
import path from "node:path";
import compile from "icu-minify/compile";
import { describe, expect, test } from "vitest";
import { ENGLISH_MESSAGES } from "../../../lib/text/english-messages";
import { LOCALE_KEYS } from "../../../lib/text/locales";
import { messagesFor } from "../../../lib/text/messages";
import { SHARED_NAMESPACES } from "../../../lib/text/namespaces";
import { listMessages, readNeeds } from "../../support/icu-message";
import { isNamed, listTextCalls, readNamedMessages } from "../../support/text-calls";

const ROOT = path.join(import.meta.dirname, "../../..");
const english = new Map(listMessages(ENGLISH_MESSAGES));
const FOLDERS = ["app", "components", "lib", "scripts", "seed"];
const calls = FOLDERS.flatMap((folder) => listTextCalls(ROOT, folder));

/** Names of values that are no counts: numbers by name, and ends that a reader types as they are written. */
const WITHOUT_SEPARATORS = new Set([
  "method",
  "year",
  "quarter",
  "level",
  "nothing",
  "min",
  "max",
  "minimum",
  "maximum",
]);

describe("the messages", () => {
  test("every file is a namespace", () => {
    const files = fs
      .readdirSync(path.join(ROOT, "lib/text/messages/en"))
      .map((file) => path.basename(file, ".json"));
    expect(files.sort()).toEqual(Object.keys(ENGLISH_MESSAGES).sort());
    expect(files).toEqual(expect.arrayContaining([...SHARED_NAMESPACES]));
  });

  test.each(LOCALE_KEYS)(
    "every message of %s is ICU, without dates and numbers of its own",
    (locale) => {
      const { catalogue: _, ...messages } = messagesFor(locale);
      for (const [key, message] of listMessages(messages)) {
        expect(() => readNeeds(message), key).not.toThrow();
        expect(message, key).not.toMatch(/,\s*(date|time|number)\b/);
      }
    },
  );

  test.each(LOCALE_KEYS)(
    "a message of %s needs the values and tags of the English one",
    (locale) => {
      const { catalogue: _, ...messages } = messagesFor(locale);
      const translated = listMessages(messages);
      expect(translated.map(([key]) => key).sort()).toEqual([...english.keys()].sort());
      for (const [key, message] of translated) {
        expect(readNeeds(message), key).toEqual(readNeeds(english.get(key) ?? ""));
      }
    },
  );
});

test("no message can come out empty, which the build's parser refuses", () => {
  const empty = [...english].filter(([, message]) => {
    const compiled = compile(message);
    const [only, ...more] = typeof compiled === "string" ? [compiled] : compiled;
    const branches = Array.isArray(only) && more.length === 0 ? only[2] : null;
    return (
      branches !== null && typeof branches === "object" && Object.values(branches).includes("")
    );
  });
  expect(empty).toEqual([]);
});

test("words that pages share are written once", () => {
  const shared = new Set(
    [...english].filter(([key]) => key.startsWith("common.")).map(([, message]) => message),
  );
  // The parts of the method have their own titles, whatever they are about.
  const again = [...english].filter(
    ([key, message]) =>
      !/^(common|method\.parts)\./.test(key) && shared.has(message) && message.includes(" "),
  );
  expect(again).toEqual([]);
});

describe("the calls of messages", () => {
  test("each has its message", () => {
    const lost = calls.filter(({ key }) => key !== null && !english.has(key));
    expect(lost.map(({ at, key }) => `${at} ${key}`)).toEqual([]);
  });

  test("each gives the values and tags of its message", () => {
    const wrong = calls.flatMap(({ at, key, given }) => {
      const message = key === null ? undefined : english.get(key);
      if (message === undefined || given === null) return [];
      const { values, tags } = readNeeds(message);
      const missing = [...values, ...tags].filter((name) => !given.includes(name));
      const unused = given.filter((name) => !values.has(name) && !tags.has(name));
      return missing.length + unused.length === 0
        ? []
        : [`${at} ${key}: missing ${missing.join(", ")}; unused ${unused.join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });

  test("every message is named by code", () => {
    const named = readNamedMessages(ROOT, FOLDERS, Object.keys(ENGLISH_MESSAGES));
    // The page of an error of the frame imports its file of messages.
    const dead = [...english.keys()].filter(
      (key) => !key.startsWith("siteError.") && !isNamed(key, named),
    );
    expect(dead).toEqual([]);
  });

  test("counts are written with separators, and revisions without", () => {
    const made = calls.flatMap(({ at, made }) => made.map((one) => ({ at, ...one })));
    const isRevision = (name: string) => /revision$/i.test(name);
    const wrong = made.filter(({ name, by }) =>
      by === "String" ? !WITHOUT_SEPARATORS.has(name) : by === "number" && isRevision(name),
    );
    expect(made.length).toBeGreaterThan(50);
    expect(wrong.map(({ at, name, by }) => `${at} ${name}: ${by}(…)`)).toEqual([]);
  });
});
