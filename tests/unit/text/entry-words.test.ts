import { expect, test } from "vitest";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { readTypedValue } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import { englishText } from "@/lib/text/english-text";
import { describeReading, describeRefusal } from "@/lib/text/entry-words";

const say = (field: FieldKey, typed: string) => {
  const reading = readTypedValue(fieldSpec(field), typed);
  return isUnderstood(reading)
    ? describeReading(englishText, field, reading)
    : describeRefusal(englishText, reading);
};

test.each([
  ["areaAcres", "1,000", null],
  ["areaAcres", "100 ha", "Understood: 247.11 acres (100 ha)"],
  ["targetGas", "Dec 2027", "Understood: Dec 2027"],
  ["status", "under dev", "Understood: Under development"],
  ["legalStatus", "app", "This can be Applied or Approved. Type more letters."],
  ["powerEnergisedMw", "60 acres", "This unit is not known here. Type the number in MW."],
  ["plotsBuiltPct", "101", /from 0 to 100/],
  ["investmentUsdM", "Rs 3.5 bn", /280 PKR per US dollar/],
  [
    "investmentUsdM",
    "Rs 3.5 bn at 278",
    "Understood: USD 12.6 million (3,500,000,000 PKR at 278 per US dollar)",
  ],
] as const)("%s: %s", (field, typed, words) => {
  const said = say(field, typed);
  if (words instanceof RegExp) expect(said).toMatch(words);
  else expect(said).toBe(words);
});
