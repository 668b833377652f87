import { expect, test } from "vitest";
import { englishText } from "../../../lib/text/english-text";
import { describeRevision } from "../../../lib/text/revision-words";

test("a revision is written without separators, with its day in Pakistan and its author", () => {
  const recordedAt = "2026-11-24T20:00:00.000Z";
  const revision = { number: 12043, author: "A. Analyst", recordedAt, purpose: "", identity: "" };
  expect(describeRevision(englishText, 12043, revision)).toEqual({
    revision: "12043",
    known: "yes",
    day: "25 Nov 2026",
    author: "A. Analyst",
  });
  expect(describeRevision(englishText, 7, undefined)).toMatchObject({ revision: "7", known: "no" });
});

test("what the tracker's data set recorded is not said to be by a person", () => {
  const recordedAt = "2026-11-24T12:00:00.000Z";
  const revision = { number: 1, author: "data set", recordedAt, purpose: "", identity: "" };
  const words = describeRevision(englishText, 1, revision);
  expect(englishText.t("ledger.line.recorded", words)).toBe(
    "Recorded in revision 1, 24 Nov 2026, from the tracker’s data set",
  );
});
