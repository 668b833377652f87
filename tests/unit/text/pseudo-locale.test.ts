import format from "icu-minify/format";
import { describe, expect, test } from "vitest";
import { getConstraint } from "../../../lib/text/context-words";
import { ENGLISH_MESSAGES } from "../../../lib/text/english-messages";
import { messagesFor } from "../../../lib/text/messages";
import { pseudoMessages, pseudoTexts, pseudoWords } from "../../../lib/text/pseudo-locale";
import { createText } from "../../../lib/text/text";
import { compileMessage, listMessages, readNeeds } from "../../support/icu-message";

const HARD = [
  "{count, plural, =0 {No zones} one {# zone} other {# zones of {all}}} in {place}",
  "{kind, select, open {Open <b>now</b>} other {{count, plural, one {one day} other {# days}}}}.",
  "It's {name}'s, '{'not a value'}', and '<'no tag'>'",
  "Read <link>the <b>method</b> of {year}</link> first",
];

describe("the test language", () => {
  test("accents words and makes them about a third longer", () => {
    expect(pseudoWords("Electricity and gas")).toBe("Éłéçţříçíţý~~~~ áñđ~ ğáš~");
    expect(pseudoWords(" of ")).toBe(" óf~ ");
    expect(pseudoWords("44 / 12")).toBe("44 / 12");
  });

  test("leaves values, tags, quotes and keys alone", () => {
    expect(pseudoMessages(HARD[0])).toBe(
      "{count, plural, =0 {Ñó~ žóñéš~~} one {# žóñé~} other {# žóñéš~~ óf~ {all}}} íñ~ {place}",
    );
    expect(pseudoMessages(HARD[2])).toBe(
      "Íţ'š~ {name}'š, '{'ñóţ~ á váłúé~~'}', áñđ~ '<'ñó~ ţáğ~'>'",
    );
    expect(pseudoMessages(HARD[3])).toBe(
      "Řéáđ~ <link>ţhé~ <b>méţhóđ~~</b> óf~ {year}</link> fířšţ~~",
    );
  });

  test("keeps spaces as they are", () => {
    expect(pseudoWords("gas  and\n\tpower")).toBe("ğáš~  áñđ~\n\tpówéř~~");
    expect(pseudoWords("")).toBe("");
  });

  test("changes plain texts at any depth, and nothing else", () => {
    const words = {
      label: "Gas",
      levels: ["None", "All"],
      nested: { short: "Gas" },
      at: 3,
      none: null,
    };
    expect(pseudoTexts(words)).toEqual({
      label: "Ğáš~",
      levels: ["Ñóñé~", "Áłł~"],
      nested: { short: "Ğáš~" },
      at: 3,
      none: null,
    });
    expect(pseudoTexts("{gas}")).toBe("{ğáš}~");
  });

  test.each<[string, unknown, unknown]>([
    ["words", ["Gas"], ["Ğáš~"]],
    ["an argument", ["Gas ", ["name"]], ["Ğáš~ ", ["name"]]],
    ["a number of a plural", ["Gas ", 0], ["Ğáš~ ", 0]],
    ["a date", [["day", 4, "gas"]], [["day", 4, "gas"]]],
    ["a tag", [["b", "Gas ", ["name"]]], [["b", "Ğáš~ ", ["name"]]]],
    ["a tag of a number", [["b", 0, " gas"]], [["b", 0, " ğáš~"]]],
    [
      "a plural",
      [["count", 2, { one: "Gas", other: [0, " gas"] }]],
      [["count", 2, { one: "Ğáš~", other: [0, " ğáš~"] }]],
    ],
    [
      "a select",
      [["kind", 1, { gas: "Gas", other: ["x"] }]],
      [["kind", 1, { gas: "Ğáš~", other: ["x"] }]],
    ],
  ])("changes the words of a compiled message with %s", (_, compiled, expected) => {
    expect(pseudoMessages({ key: compiled })).toEqual({ key: expected });
  });

  test("is the same from a text and from its compiled form", () => {
    const values = {
      count: 3,
      all: "44",
      place: "Sindh",
      name: "AIIC",
      kind: "open",
      year: "2026",
    };
    const formatters = {
      getNumberFormat: (locale: string) => new Intl.NumberFormat(locale),
      getPluralRules: (locale: string, options?: Intl.PluralRulesOptions) =>
        new Intl.PluralRules(locale, options),
      getDateTimeFormat: (locale: string) => new Intl.DateTimeFormat(locale),
    };
    const tagsOf = (message: string) =>
      Object.fromEntries(
        [...readNeeds(message).tags].map((tag) => [tag, (chunks: unknown) => `<${tag}>${chunks}`]),
      );
    const all = [...HARD, ...listMessages(ENGLISH_MESSAGES).map(([, message]) => message)];
    for (const message of all.filter((one) => HARD.includes(one) || !one.includes("{"))) {
      const given = { ...values, ...tagsOf(message) };
      const write = (compiled: unknown) =>
        format(compiled as Parameters<typeof format>[0], "en", given, { formatters });
      const fromTree = write(pseudoMessages(compileMessage(message)));
      const fromText = write(compileMessage(pseudoMessages(message)));
      const bare = (text: unknown) => String(text).replaceAll("~", "");
      expect(bare(fromTree)).toBe(bare(fromText));
    }
  });

  test("reads from right to left and has its own words for the catalogue", () => {
    const text = createText("en-XA", messagesFor("en-XA"));
    expect(text.dir).toBe("rtl");
    expect(text.fieldLabel("name")).toBe("Ñámé~");
    expect(text.termLabel("legalStatus", "notified")).toBe("Ñóţífíéđ~~~");
    expect(text.t("common.count.zones", { count: 3 })).toBe("3 žóñéš~~");
    const power = getConstraint(text, "power");
    expect(power?.label).toBe("Pówéř~~");
    expect(power?.bearsOn[0]?.why).toContain("ţhé~");
    expect(getConstraint(text, "nothing")).toBeUndefined();
  });
});
