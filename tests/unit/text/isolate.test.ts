import { describe, expect, it } from "vitest";
import { longCitation, shortCitation } from "@/lib/text/citation";
import { ENGLISH_MESSAGES } from "@/lib/text/english-messages";
import { mapMessages } from "@/lib/text/map-messages";
import { messagesFor, TRANSLATIONS } from "@/lib/text/messages";
import { createText } from "@/lib/text/text";
import { compileMessage, listMessages } from "@/tests/support/icu-message";

const ISOLATES = /[\u2066-\u2069]/;
const urdu = createText("ur", messagesFor("ur"));

describe("the values of a message from right to left", () => {
  it.each([
    ["{count} of {all}", "[{count}] of [{all}]"],
    [
      "{n, plural, one {# zone} other {# of {all}}}",
      "{n, plural, one {# zone} other {# of [{all}]}}",
    ],
    ["<b>{name}</b>", "<b>[{name}]</b>"],
    ["{share}%", "[{share}]%"],
  ])("are isolated in “%s”, also where it is compiled", (message, expected) => {
    const change = { around: ["[", "]"] } as const;
    expect(mapMessages(message, change)).toBe(expected);
    const compiled = compileMessage(message);
    const joined = JSON.stringify(mapMessages(compiled, change)).replaceAll('","', "");
    expect(joined).toBe(JSON.stringify(compileMessage(expected)).replaceAll('","', ""));
  });

  it.each([
    ["{firm}: {field}", "!{firm}: {field}"],
    ["<b>{name}</b>: {n}", "!<b>{name}</b>: {n}"],
    ["of {all}", "of {all}"],
  ])("follow a mark of the direction where “%s” begins with one", (message, expected) => {
    const change = { start: "!" };
    expect(mapMessages(message, change)).toBe(expected);
    expect(mapMessages(compileMessage(message), change)).toEqual(compileMessage(expected));
  });

  it("leave the direction of the text to their message", () => {
    expect(urdu.t("common.firmField", { firm: "Century Steel", field: "x" })).toMatch(/^\u200f/);
    expect(urdu.t("common.unit.percent", { amount: "44" })).toMatch(/^\u2066/);
  });

  it("are isolated together with the sign that follows them", () => {
    const { catalogue: _, ...messages } = TRANSLATIONS.ur.messages;
    for (const [key, message] of listMessages(messages)) {
      expect(message.replaceAll(/\u2066[^\u2069]*\u2069/g, ""), key).not.toMatch(/\}[%°]/);
    }
    expect(urdu.t("common.unit.percent", { amount: "44" })).toBe("\u2066\u206844\u2069%\u2069");
  });
});

it("what is not translated has no isolates: programs read it", () => {
  const all = messagesFor("ur");
  for (const namespace of ["api", "files", "admin", "record"] as const) {
    expect(all[namespace]).toBe(ENGLISH_MESSAGES[namespace]);
  }
});

it("a citation has no isolates, which would become part of its address", () => {
  const cited = {
    path: "/zones/rashakai-sez",
    name: urdu.list(["Rashakai", "Hub"]),
    holds: "شواہد",
    asOf: "2026-11-24",
    revision: 12,
    knownOn: "r12-3f9a2c1e",
    method: 1,
    origin: "https://tracker.example.org",
  } as const;
  for (const citation of [shortCitation(urdu, cited), longCitation(urdu, cited)]) {
    expect(citation).toMatch(
      / https:\/\/tracker\.example\.org\/zones\/rashakai-sez\?asOf=2026-11-24&knownOn=r12-3f9a2c1e$/,
    );
    expect(citation).not.toMatch(ISOLATES);
  }
});
