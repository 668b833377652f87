import { describe, expect, it } from "vitest";
import { buildAnswer } from "@/components/features/explorer/explorer-answer";
import type { ZoneRow } from "@/lib/evidence/row";
import { listStepsFrom } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import { anyOf, ask, zone } from "../explorer/rows";

const TODAY = "2026-11-25";

const ROWS: ZoneRow[] = [
  zone("One SEZ", { province: "sindh", status: "operational", legalStatus: "notified" }),
  zone("Two SEZ", { province: "sindh", status: "under-development", legalStatus: "approved" }),
  zone("Three SEZ", { province: "punjab", status: "partially-operational" }),
  zone("Four SEZ", { province: "punjab" }),
  zone("Five SEZ", { cohort: "unconfirmed", candidateForRemainder: true }),
  zone("Six SEZ", { cohort: "unconfirmed", candidateForRemainder: false, province: "sindh" }),
];

const headline = (query: Partial<Query>, asOf = TODAY, rows = ROWS) =>
  buildAnswer(rows, ask(query), asOf).headline;

describe("the headline", () => {
  it("speaks of the whole scope where nothing narrows it", () => {
    expect(headline({})).toBe(
      "Five zones announced. A firm produces in two. Of two, nothing is known on the ground.",
    );
    expect(headline({ scope: "evidenced" })).toBe(
      "Four zones have an approval that is evidenced by name. A firm produces in two. Of one, nothing is known on the ground.",
    );
    expect(headline({ scope: "all" })).toMatch(/^Six zones in the register, 5 of them announced\./);
  });

  it("does not say announced of days before anyone announced 44", () => {
    expect(headline({}, "2026-01-15")).toMatch(/^Five zones approved as known then\./);
    expect(headline({}, "2026-01-16")).toMatch(/^Five zones announced\./);
    expect(headline({ scope: "all" }, "2022-01-01")).not.toContain("announced");
  });

  it("says what one condition means", () => {
    expect(headline({ filters: { province: anyOf("sindh") } })).toBe(
      "Two of the 5 lie in Sindh. In one of them a firm is reported to produce.",
    );
    expect(
      headline({ filters: { status: anyOf(...listStepsFrom("status", "partially-operational")) } }),
    ).toBe("Two of the 5 are reported to hold a firm that produces.");
    expect(headline({ readinessMin: 50, readinessMode: "possibly" })).toMatch(
      /^All of the 5 may reach a readiness of 50\./,
    );
    expect(headline({ q: "three" })).toBe(
      "One of the 5 matches “three”: Three. A firm is reported to produce there.",
    );
  });

  it("joins two conditions and counts the rest", () => {
    expect(
      headline({ filters: { province: anyOf("sindh"), legalStatus: anyOf("approved") } }),
    ).toBe(
      "One of the 5 lies in Sindh and is approved on paper: Two. No firm is known to produce there.",
    );
    expect(
      headline({
        q: "sez",
        filters: { province: anyOf("sindh"), cohort: anyOf("added-37") },
      }),
    ).toMatch(/^Two of the 5 match “sez”, lie in Sindh and pass one more filter\./);
    expect(headline({ filters: { cohort: anyOf("added-37") } })).toMatch(
      /^Four of the 5 pass the filter\./,
    );
  });

  it("says that none is found, and never a false plural", () => {
    expect(headline({ filters: { province: anyOf("balochistan") } })).toBe(
      "None of the 5 lies in Balochistan.",
    );
    expect(headline({}, TODAY, [])).toBe("No zone was in the register by that day.");
  });

  it("says of unknown that nothing is known, not that nothing is there", () => {
    expect(headline({ filters: { status: anyOf("unknown") } })).toBe(
      "Two of the 5 are unknown on the ground.",
    );
    expect(headline({ q: "four" })).toBe(
      "One of the 5 matches “four”: Four. Nothing is known of it on the ground.",
    );
  });
});
