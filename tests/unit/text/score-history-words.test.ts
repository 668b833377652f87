import { expect, test } from "vitest";
import { type CauseShares, SCORE_CAUSES } from "@/lib/readiness/score-history";
import { englishText } from "@/lib/text/english-text";
import { describeScoreYears, type ScoreSubject } from "@/lib/text/score-history-words";

const none = Object.fromEntries(SCORE_CAUSES.map((cause) => [cause, 0])) as unknown as CauseShares;
const year = (from: string, to: string, before: number, after: number, causes = {}) => ({
  ...{ from, to, before, after },
  causes: { ...none, ...causes },
});
const describeYears = (subject: ScoreSubject, years: readonly ReturnType<typeof year>[]) => {
  const { change, title } = describeScoreYears(englishText, subject, years);
  return `${change} ${title}`;
};

test("one zone: the scores of the first and the last day, and what became known, progressed and fell", () => {
  const years = [
    year("2023-12-31", "2024-12-31", 10, 14.5, { "became-known": 3.5, progressed: 1 }),
    year("2024-12-31", "2025-06-30", 14.5, 13, { fell: -2, "became-known": 0.5 }),
  ];
  expect(describeYears({ name: "Dhabeji" }, years)).toBe(
    "The confirmed score of Dhabeji rose from 10 at the end of 2023 to 13 on 30 Jun 2025. Better information added 4 points and real progress 1; setbacks took 2",
  );
});

test("the rest, which corrections and other facts explain, is said too", () => {
  const implied = [
    year("2024-12-31", "2025-06-30", 1, 3, { "rule-or-age": 1.5, fell: 0, progressed: 0.5 }),
  ];
  expect(describeYears({ name: "Hub" }, implied)).toBe(
    "The confirmed score of Hub rose from 1 at the end of 2024 to 3 on 30 Jun 2025. Better information added 0 points and real progress 0.5; corrections and what other facts imply made +1.5",
  );
  const only = [year("2024-12-31", "2025-06-30", 3, 2, { "re-judged": -1 })];
  expect(describeYears({ name: "Hub" }, only)).toContain(
    "corrections and what other facts imply made -1",
  );
  const rounded = [year("2024-12-31", "2025-06-30", 12.26, 12.34, { progressed: 0.08 })];
  expect(describeYears({ zones: 2 }, rounded)).toContain("was 12.3 on 30 Jun 2025");
});

test("most of a rise is named by its cause", () => {
  const rise = (causes: Partial<CauseShares>) =>
    describeYears({ zones: 44 }, [year("2020-12-31", "2025-06-30", 0.9, 16.3, causes)]);
  expect(rise({ "became-known": 13, progressed: 1.1 })).toContain(
    "Most of the rise is better information (13 of 15.4 points); real progress added 1.1",
  );
  expect(rise({ "became-known": 2, progressed: 13.4 })).toContain(
    "Most of the rise is real progress (13.4 of 15.4 points); better information added 2",
  );
});

test("several zones: their mean, and that nothing changed", () => {
  const still = [year("2024-12-31", "2025-06-30", 14.5, 14.5)];
  expect(describeYears({ zones: 3 }, still)).toBe(
    "The mean confirmed score of these 3 zones was 14.5 on 30 Jun 2025, as at the end of 2024. No fact that counts in the score became known or changed",
  );
  const down = [year("2024-12-31", "2025-06-30", 4, 3, { fell: -1 })];
  expect(describeYears({ zones: 1 }, down)).toContain("of this zone fell from 4");
  expect(describeYears({ zones: 1 }, [])).toBe(" ");
});
