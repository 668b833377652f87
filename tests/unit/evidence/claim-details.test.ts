import { describe, expect, test } from "vitest";
import { describeClaimDetails } from "@/components/evidence/claim-details";
import { englishText } from "@/lib/text/english-text";
import { createClaim } from "../../support/facts";

describe("what a reviewer changed in a claim", () => {
  const names = { sentBy: "Asma", changedBy: "Bilal" };
  const describeSent = (value: number, asOf: string | null) =>
    describeClaimDetails(
      englishText,
      createClaim({
        ...{ field: "jobs", value: 77, asOf: "2026-11-01" },
        changed: { ...names, value, asOf },
      }),
    );

  test("names both people and the value or the date that was sent", () => {
    expect(describeSent(70, "2026-11-01")).toEqual([
      "Sent by Asma as “70 jobs”, changed by Bilal.",
    ]);
    expect(describeSent(77, "2026-10")).toEqual([
      "Sent by Asma with the date Oct 2026, changed by Bilal.",
    ]);
    expect(describeSent(77, "2026-11-01")).toEqual([
      "Sent by Asma with other words, changed by Bilal.",
    ]);
  });

  test("is not mentioned where nothing was changed", () => {
    expect(describeClaimDetails(englishText, createClaim({ field: "jobs", value: 77 }))).toEqual(
      [],
    );
  });
});
