import { describe, expect, it } from "vitest";
import { DEFAULT_QUERY } from "@/lib/query/query";
import type { Scope } from "@/lib/query/scope";
import { writeHeadline } from "@/lib/text/headline";

const SCOPES = { announced: 0, evidenced: 0, "cpec-nine": 0, "priority-four": 0, all: 3 };
const headline = (scope: Scope, all = 3) =>
  writeHeadline({
    query: { ...DEFAULT_QUERY, scope },
    asOf: "2014-01-01",
    scopes: { ...SCOPES, all },
    rows: [],
  });

describe("the headline of an early day", () => {
  it("says that none was known to be of the scope, where the register holds others", () => {
    expect(headline("announced")).toBe("No zone was known to be approved by that day.");
    expect(headline("cpec-nine")).toBe("No zone was known to be agreed under CPEC by that day.");
    expect(headline("priority-four")).toBe(
      "No zone was known to be a priority under CPEC by that day.",
    );
  });

  it("says that the register was empty where it was", () => {
    expect(headline("announced", 0)).toBe("No zone was in the register by that day.");
  });
});
