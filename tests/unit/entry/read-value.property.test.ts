import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELD_KEYS, fieldSpec } from "@/lib/catalogue/fields";
import { listFieldTerms } from "@/lib/catalogue/vocabularies";
import { readTypedValue } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import { getValueIssue } from "@/lib/evidence/check-value";

const field = fc.constantFrom(...FIELD_KEYS);
/** Texts near what people type: numbers, signs, units, months and words of vocabularies in any order. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."0 1 7 24 2020 2,800 3.5 , . - – : / % N/A at to Q3 Oct Dec MW acres ha Rs US$ bn million approx. + ۱۲ partial under China technology N E °".split(
          " ",
        ),
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .chain((parts) => fc.constantFrom(parts.join(" "), parts.join("")));

const toUrdu = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));

describe("reading any text", () => {
  test("a value is one that the field allows", () => {
    fc.assert(
      fc.property(field, pieces, (key, text) => {
        const reading = readTypedValue(fieldSpec(key), text);
        if (isUnderstood(reading)) expect(getValueIssue(fieldSpec(key), reading.value)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  test("a suggestion is understood", () => {
    fc.assert(
      fc.property(field, pieces, (key, text) => {
        const reading = readTypedValue(fieldSpec(key), text);
        if (isUnderstood(reading) || reading.suggestion === null) return;
        expect(isUnderstood(readTypedValue(fieldSpec(key), reading.suggestion))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("numbers", () => {
  const number = fc.double({ min: 0, max: 900, noNaN: true }).map((n) => Number(n.toPrecision(5)));
  const spec = fieldSpec("powerNeededMw");

  test("the same number is read with and without its unit, and with Urdu digits", () => {
    fc.assert(
      fc.property(number, (n) => {
        const text = n.toFixed(6).replace(/\.?0+$/, "");
        const value = Number(text);
        for (const typed of [text, `${text} MW`, `${text}MW`, toUrdu(text)]) {
          expect(readTypedValue(spec, typed), typed).toMatchObject({ value });
        }
      }),
    );
  });

  test("a number is never read from one with a decimal comma", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(99), (whole, part) => {
        const typed = `${whole},${part}`;
        expect(isUnderstood(readTypedValue(spec, typed)), typed).toBe(false);
      }),
    );
  });
});

test("every word of a vocabulary is read by its label and its key in any case", () => {
  for (const key of FIELD_KEYS) {
    const spec = fieldSpec(key);
    if (spec.kind !== "choice") continue;
    for (const { value, label } of listFieldTerms(spec)) {
      for (const typed of [value, label, label.toUpperCase(), ` ${label} `]) {
        expect(readTypedValue(spec, typed), typed).toMatchObject({ value });
      }
    }
  }
});
