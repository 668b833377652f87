import { describe, expect, it } from "vitest";
import { englishText } from "@/lib/text/english-text";
import { answerOperating, describeBackground, listShownWords } from "@/lib/text/zone-summary";
import { createSource } from "@/tests/support/facts";
import { claimsOf, firmsAt, resolveTestZone, type TestClaim } from "@/tests/support/test-zone";

const FRESH = { asOf: "2026-06-01" };
const OLD = { asOf: "2023-06" };
const sources = new Map([["a-source", createSource({ id: "a-source", publisher: "Dawn" })]]);

const answer = (...claims: readonly TestClaim[]) =>
  answerOperating(englishText, { zone: resolveTestZone(claims), asOf: "2026-11-24", sources });
const status = (value: string | null, part: Partial<TestClaim> = {}): TestClaim => ({
  field: "status",
  value,
  ...FRESH,
  ...part,
});

describe("the answer to whether a zone is operating", () => {
  const by = "a government body says so in a report by Dawn of 1 June 2026 (1 source)";
  const past = "a government body said so in a report by Dawn of June 2023 (1 source)";

  it.each<[string, string, string]>([
    [
      "not-started",
      `No, construction has not started, last reported 1 June 2026: ${by}.`,
      `Not when last reported (June 2023): construction had not started; ${past}.`,
    ],
    [
      "serviced",
      `No, it has power, water and roads but no firm is reported producing, last reported 1 June 2026: ${by}.`,
      `Not when last reported (June 2023): it had power, water and roads but no firm was reported producing; ${past}.`,
    ],
    [
      "stalled",
      `No, work has stalled, last reported 1 June 2026: ${by}.`,
      `Not when last reported (June 2023): work had stalled; ${past}.`,
    ],
    [
      "idle",
      `No, production has stopped, last reported 1 June 2026: ${by}.`,
      `Not when last reported (June 2023): production had stopped; ${past}.`,
    ],
    [
      "cancelled",
      `No, it was cancelled, last reported 1 June 2026: ${by}.`,
      `Not when last reported (June 2023): it had been cancelled; ${past}.`,
    ],
  ])("of %s, and once it is out of date", (value, fresh, old) => {
    expect(answer(status(value))).toBe(fresh);
    expect(answer(status(value, OLD))).toBe(old);
  });

  it("says that progress is not known, and why", () => {
    expect(answer()).toBe("Not known: we found no report on its progress.");
    expect(answer(status(null))).toBe(
      "Not known: the latest report, by Dawn of 1 June 2026, says that its progress is not known.",
    );
    expect(answer(status("stalled-inferred"))).toBe(
      `Not known: there has been no news for 2 years, so work has probably stalled; ${by}.`,
    );
    expect(answer(status("serviced", { judged: "deprecated", sourceId: "lost" }))).toBe(
      "Not known: the only report on its progress, by a government body in lost of 1 June 2026, is not used for the reason given below.",
    );
  });

  it.each<[string, readonly TestClaim[], RegExp]>([
    ["no named firm", [], /, but no firm is named as producing\.$/],
    [
      "a named firm",
      firmsAt("producing").map((firm) => ({ ...firm, ...FRESH })),
      /, and 1 firm is named as producing\.$/,
    ],
    [
      "an old named firm",
      firmsAt("producing"),
      /, and 1 firm is named as producing, but not in the last 2 years\.$/,
    ],
    [
      "as many counted as named",
      [...firmsAt("producing"), ...claimsOf({ enterprisesProducing: 1 })],
      /1 firm is named/,
    ],
    [
      "more counted than named",
      [...firmsAt("producing"), ...claimsOf({ enterprisesProducing: 3 })],
      /, but only 1 of the 3 firms counted as producing is confirmed by name, and not in the last 2 years\.$/,
    ],
  ])("with %s says how many firms produce", (_, claims, end) => {
    expect(answer(status("operational"), ...claims)).toMatch(end);
    expect(answer(status("operational"), ...claims)).toMatch(/^Yes, operational, last reported 1 /);
  });

  it("says how good the evidence is", () => {
    const weak = { confidence: "low" } as const;
    expect(answer(status("partially-operational", weak))).toMatch(
      /^Partly, on weak evidence, firms producing, last reported 1 June 2026: /,
    );
    expect(answer(status("partially-operational", { ...weak, ...OLD }))).toMatch(
      /^Partly, when last reported \(June 2023\), on weak evidence: firms producing; /,
    );
    expect(answer(status("operational", OLD))).toMatch(
      /^It was, when last reported \(June 2023\): operational; /,
    );
    expect(answer(status("operational", { origin: "independent" }))).toMatch(
      /^Yes, .*: an independent source says so in a report by Dawn of 1 June 2026 \(1 source\),/,
    );
    expect(answer(...claimsOf({ enterprisesProducing: 0 }))).toMatch(/no firm was producing/);
  });
});

describe("the legal status of a zone", () => {
  const APPROVED = claimsOf({ cohort: "added-37" });
  const legal = (value: string | null, part: Partial<TestClaim> = {}): TestClaim => ({
    field: "legalStatus",
    value,
    ...part,
  });
  const describeLegal = (...claims: readonly TestClaim[]) =>
    describeBackground(englishText, resolveTestZone([...claims, ...claimsOf({ gas: "absent" })]));

  it.each<[string, readonly TestClaim[], string]>([
    [
      "a contract",
      [
        legal("developer-bound"),
        legal("developer-bound", { asOf: "2018-05" }),
        legal("notified", { asOf: "2017" }),
      ],
      "Legal status: developer contract signed (first reported May 2018).",
    ],
    ["a notification", [legal("notified")], "Legal status: notified."],
    [
      "a dated approval",
      [legal("notified"), ...claimsOf({ approvedOn: "2019-03" })],
      "Legal status: notified (approved March 2019).",
    ],
    [
      "an approval",
      [legal("approved")],
      "Legal status: approved; we found no report of a notification.",
    ],
    [
      "an approval with its day",
      [legal("approved"), ...claimsOf({ approvedOn: "2019" })],
      "Legal status: approved (2019); we found no report of a notification.",
    ],
    [
      "a disputed notification",
      [legal("approved", { confidence: "high" }), legal("notified")],
      "Legal status: approved.",
    ],
    [
      "a notification that is not used",
      [legal("approved"), legal("notified", { judged: "deprecated" })],
      "Legal status: approved; a report of a notification is not used, for the reason given with it.",
    ],
    [
      "a suspension",
      [legal("suspended", { asOf: "2022" })],
      "Legal status: suspended (last reported 2022).",
    ],
    [
      "a withdrawal",
      [legal("denotified", { asOf: "2022-02" })],
      "Legal status: notification withdrawn (last reported February 2022).",
    ],
    ["nothing", [], "Approval is confirmed, but the current legal status is unknown."],
    [
      "an earlier step",
      [legal("applied")],
      "Approval is confirmed, but the latest report on the legal status says only “Applied”.",
    ],
  ])("with %s", (_, claims, sentence) => {
    expect(describeLegal(...APPROVED, ...claims)).toBe(sentence);
  });

  it.each<[string | null, string]>([
    [null, ""],
    ["identified", " The latest report only names a site (1 January 2020)."],
    ["applied", " The latest report is of an application (1 January 2020)."],
    ["notified", ""],
  ])("that is not confirmed, with the report %s", (value, end) => {
    const claims = value === null ? [] : [legal(value)];
    expect(describeLegal(...claims)).toBe(
      `A source names it as a zone, but federal approval is not confirmed.${end}`,
    );
    expect(describeLegal(...claims, ...claimsOf({ candidateForRemainder: true }))).toBe(
      `Candidate: federal approval is not confirmed.${end}`,
    );
  });

  it("is followed by the facts for the score only where none is known", () => {
    const ending = / We know none of the facts that the readiness score needs\.$/;
    expect(describeBackground(englishText, resolveTestZone(APPROVED))).toMatch(ending);
    expect(describeLegal(...APPROVED)).not.toMatch(ending);
  });
});

it("the words of a zone are those of its fields and of the stages of its firms", () => {
  const words = listShownWords(
    englishText,
    resolveTestZone([...claimsOf({ gas: "partial", jobs: 1200 }), ...firmsAt("mou")]),
  );
  expect(words).toMatchObject({ Gas: "Partial", Electricity: "unknown" });
  expect(Object.values(words)).toContain("1,200 jobs");
  expect(Object.entries(words).at(-1)).toEqual([expect.stringContaining("a"), "MoU"]);
});
