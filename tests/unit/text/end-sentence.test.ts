import { expect, test } from "vitest";
import { endSentence } from "@/lib/text/end-sentence";

test.each([
  "Recorded twice.",
  "Is it one?",
  "Listed by mistake…",
  "It is “closed.”",
  "(See the list.)",
  "غلط ہے۔",
])("%s is a sentence already", (words) => {
  expect(endSentence(words)).toBe(words);
});

test.each([
  "Recorded twice",
  "It was a mistake (see the list)",
  "It is called “closed”",
  "Only 50%",
  "Recorded twice ",
])("%s gets a full stop", (words) => {
  expect(endSentence(words)).toBe(`${words.trim()}.`);
});
