import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packText, unpackText } from "@/lib/evidence/packed-text";

describe("packed text", () => {
  test("unpacks to the value that was packed", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(unpackText(packText(value)))).toBe(text);
      }),
    );
  });

  test("unpacks marks, repeated parts, and characters of two units", () => {
    const parts = fc.constantFrom(
      "~",
      "^",
      "~0",
      "^00",
      "📍",
      "📎",
      "سی پیک",
      "reports",
      '"',
      "\\",
    );
    fc.assert(
      fc.property(fc.array(fc.array(parts).map((some) => some.join(""))), (value) => {
        const packed = packText(value);
        expect(unpackText(packed)).toEqual(value);
        expect(new TextDecoder().decode(new TextEncoder().encode(packed))).toBe(packed);
      }),
    );
  });

  test("unpacks a part from far before", () => {
    const value = [
      "a sentence of a source",
      ...Array.from({ length: 3_000 }, (_, i) => `${i * 7919}`),
      "a sentence of a source",
    ];
    expect(unpackText(packText(value))).toEqual(value);
  });

  test("is less than half of what repeats", () => {
    const value = Array.from(
      { length: 100 },
      (_, i) => `ledger-rashakai-sez--firm-${i}-tenancyStage`,
    );
    expect(packText(value).length).toBeLessThan(JSON.stringify(value).length / 2);
  });
});
