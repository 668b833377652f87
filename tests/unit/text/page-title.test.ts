import { describe, expect, test } from "vitest";
import { countScopes } from "@/lib/query/scope";
import { select } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { splitHeadline, writeHeadline } from "@/lib/text/headline";
import { titleAtMoment, titleWithConditions } from "@/lib/text/page-title";
import { anyOf, ask, zone } from "../explorer/rows";

const ROWS = [
  zone("One SEZ", { province: "sindh", status: "operational" }),
  zone("Two SEZ", { province: "punjab" }),
];

const facts = (part: Parameters<typeof ask>[0]) => {
  const query = ask(part);
  const asOf = "2026-11-25";
  return { query, asOf, scopes: countScopes(ROWS), rows: select(ROWS, query, asOf).rows };
};

describe("the title of the explorer", () => {
  test("is the first sentence of its headline without the full stop", () => {
    const sindh = facts({ filters: { province: anyOf("sindh") } });
    expect(splitHeadline(englishText, sindh)).toEqual({
      title: "1 of 2 zones: Sindh",
      rest: "It is One. A factory was running there when last reported.",
    });
    expect(splitHeadline(englishText, facts({})).title).toBe("2 zones announced");
  });

  test("and what follows it are the headline", () => {
    for (const one of [facts({}), facts({ q: "one" }), facts({ q: "nothing" })]) {
      const { title, rest } = splitHeadline(englishText, one);
      expect([`${title}.`, rest].filter((part) => part !== "").join(" ")).toBe(
        writeHeadline(englishText, one),
      );
    }
  });
});

describe("the title of a page", () => {
  const today = { asOf: "2026-11-25", revision: 7, latestRevision: 7, current: true };

  test("has no day today", () => {
    expect(titleAtMoment(englishText, "Readiness", today)).toBe("Readiness");
  });

  test("names a past day, and a revision that is not the last", () => {
    const past = { ...today, asOf: "2021-12-31", current: false };
    expect(titleAtMoment(englishText, "Readiness", past)).toBe(
      "Readiness (as of 31 December 2021)",
    );
    expect(titleAtMoment(englishText, "Readiness", { ...past, revision: 3 })).toBe(
      "Readiness (as of 31 December 2021, revision 3)",
    );
  });

  test("names the conditions", () => {
    expect(titleWithConditions(englishText, "Readiness", ask({}), ROWS)).toBe("Readiness");
    const query = ask({ filters: { province: anyOf("sindh") } });
    expect(titleWithConditions(englishText, "Readiness", query, ROWS)).toBe("Readiness: Sindh");
  });
});
