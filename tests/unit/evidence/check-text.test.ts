import { describe, expect, it } from "vitest";
import { fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { NewPersonRequest } from "@/lib/contract/account-request";
import { ClaimRequest, SourceRequest } from "@/lib/contract/write-request";
import { isExact } from "@/lib/evidence/check-number";
import { isVisibleLine, isVisibleText } from "@/lib/evidence/check-text";
import { getValueIssue } from "@/lib/evidence/check-value";

describe("a text", () => {
  it.each([
    ["Latin", "Rashakai Économie – Zone “A”"],
    ["Urdu", "خصوصی اقتصادی زون"],
    ["Urdu with a non-joiner inside a word", "بهره\u200cبرداری"],
    ["Hindi with a joiner after a virama", "क्\u200dष"],
    ["Chinese", "拉沙卡伊经济特区"],
    ["a variation selector", "✔\uFE0F"],
    ["a rare letter", "𐐷"],
  ])("can be in %s", (_, text) => {
    expect(isVisibleLine(text)).toBe(true);
    expect(isVisibleText(`${text}\n${text}\t`)).toBe(true);
  });

  it.each([
    ["a control character", "a\u0007b"],
    ["U+0000", "a\0b"],
    ["a C1 control character", "a\u0085b"],
    ["half of a surrogate pair", "a\ud800b"],
    ["a noncharacter", "a\uffffb"],
    ["a noncharacter of another plane", "a\u{1fffe}b"],
    ["an override of direction", "a\u202eb"],
    ["an isolate", "a\u2066b\u2069"],
    ["a mark of direction", "a\u200fb"],
    ["a zero-width space", "a\u200bb"],
    ["a byte order mark", "\ufeffa"],
    ["a soft hyphen", "a\u00adb"],
    ["a word joiner", "a\u2060b"],
    ["a line separator", "a\u2028b"],
    ["a filler that looks empty", "\u3164"],
    ["a tag character", "a\u{e0041}b"],
    ["a joiner at the end", "zone\u200d"],
    ["a joiner between digits", "1\u200c2"],
  ])("cannot have %s", (_, text) => {
    expect(isVisibleLine(text)).toBe(false);
    expect(isVisibleText(text)).toBe(false);
    expect(getValueIssue(fieldSpec("name"), text)?.code).toBe("text");
    expect(getValueIssue(fieldSpec("aliases"), [text])?.code).toBe("list");
    expect(ClaimRequest.shape.note.safeParse(text).success).toBe(false);
    expect(SourceRequest.shape.title.safeParse(text).success).toBe(false);
    expect(NewPersonRequest.shape.name.safeParse(text).success).toBe(false);
  });

  it("of a value has one line and at most 1,000 characters", () => {
    const issue = (value: unknown) => getValueIssue(fieldSpec("name"), value)?.code ?? null;
    expect(issue("two\nlines")).toBe("text");
    expect(issue("x".repeat(1_000))).toBeNull();
    expect(issue("x".repeat(1_001))).toBe("text");
  });

  it("in a list has at most 200 characters, and a list at most 50 items", () => {
    const issue = (value: unknown) => getValueIssue(fieldSpec("aliases"), value)?.code ?? null;
    expect(issue(["x".repeat(200)])).toBeNull();
    expect(issue(["x".repeat(201)])).toBe("list");
    expect(issue(Array.from({ length: 50 }, (_, i) => `${i}`))).toBeNull();
    expect(issue(Array.from({ length: 51 }, (_, i) => `${i}`))).toBe("list");
  });
});

describe("a number", () => {
  it.each([
    "0",
    "-0.50",
    "2800.5",
    "1e3",
    "999999999999999",
    "0.000000000000001",
    "0.00000000000000000012",
    "-0",
    "100000000000000000000",
  ])("%s is kept as written", (written) => {
    expect(isExact(written)).toBe(true);
  });

  it.each([
    "9007199254740993",
    "0.1234567890123456",
    "1e400",
    "-1e400",
    "1e-400",
    "0x10",
    "Infinity",
    "",
    " 1",
  ])("%j would be changed or is no decimal number", (written) => {
    expect(isExact(written)).toBe(false);
  });

  it("fits its column", () => {
    const specs = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS].map((key) => fieldSpec(key));
    const numbers = specs.filter((spec) => spec.kind === "number");
    expect(numbers.length).toBeGreaterThan(10);
    for (const spec of numbers) {
      const most = spec.max ?? spec.limit;
      // The largest number of a column of whole numbers.
      expect(most).toBeLessThan(2_147_483_647);
      expect(getValueIssue(spec, most)).toBeNull();
      expect(getValueIssue(spec, most + 1)?.code).toBe("number");
    }
  });
});
