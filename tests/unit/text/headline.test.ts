import { describe, expect, it } from "vitest";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { ZoneRow } from "@/lib/evidence/row";
import { listStepsFrom } from "@/lib/query/ladder-funnel";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { countScopes, type Scope } from "@/lib/query/scope";
import { select } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { lowerFirst } from "@/lib/text/first-letter";
import { writeHeadline } from "@/lib/text/headline";
import { createProgress } from "../../support/facts";
import { anyOf, ask, zone } from "../explorer/rows";

const TODAY = "2026-11-25";

/** A firm of the first zone was reported producing recently. */
const RUNNING = createProgress("operational", { producers: 1, recentProducers: 1 });

const ROWS: ZoneRow[] = [
  {
    ...zone("One SEZ", { province: "sindh", status: "operational", legalStatus: "notified" }),
    progress: RUNNING,
  },
  zone("Two SEZ", { province: "sindh", status: "under-development", legalStatus: "approved" }),
  zone("Three SEZ", { province: "punjab", status: "partially-operational" }),
  zone("Four SEZ", { province: "punjab" }),
  zone("Five SEZ", { cohort: "unconfirmed", candidateForRemainder: true }),
  zone("Six SEZ", { cohort: "unconfirmed", candidateForRemainder: false, province: "sindh" }),
];

const headline = (part: Partial<Query>, asOf = TODAY, rows = ROWS) => {
  const query = ask(part);
  return writeHeadline(englishText, {
    query,
    asOf,
    scopes: countScopes(rows),
    rows: select(rows, query, asOf).rows,
  });
};

/** A field's label as it is inside a sentence. */
const label = (field: "status" | "legalStatus" | "cohort") =>
  lowerFirst(englishText, fieldSpec(field).label);

describe("the headline", () => {
  it("counts the whole scope where there is no filter", () => {
    expect(headline({})).toBe(
      "5 zones announced. Factories are running in 1 and were in 1 more when last reported; progress is unknown in 2.",
    );
    expect(headline({ scope: "evidenced" })).toBe(
      "4 zones have a confirmed approval. Factories are running in 1 and were in 1 more when last reported; progress is unknown in 1.",
    );
    expect(headline({ scope: "all" })).toMatch(/^6 zones tracked, 5 of them announced\./);
  });

  it("does not say announced of days before the announcement of 44", () => {
    expect(headline({}, "2026-01-15")).toMatch(/^5 zones were approved at that date\./);
    expect(headline({}, "2026-01-16")).toMatch(/^5 zones announced\./);
    expect(headline({ scope: "all" }, "2022-01-01")).not.toContain("announced");
    expect(headline({ q: "one" }, "2022-01-01")).toMatch(/^1 of 5 zones approved at that date: /);
  });

  it("names one filter", () => {
    expect(headline({ filters: { province: anyOf("sindh") } })).toBe(
      "2 of 5 zones: Sindh. Factories are running in 1.",
    );
    expect(headline({ readinessMin: 50, readinessMode: "possibly" })).toMatch(
      /^5 of 5 zones: readiness possibly at least 50\. Factories/,
    );
    expect(headline({ scope: "evidenced", filters: { province: anyOf("punjab") } })).toMatch(
      /^2 of 4 zones with a confirmed approval: Punjab\./,
    );
  });

  it("leads with zones that were reported running recently", () => {
    expect(headline({}, TODAY, ROWS.slice(0, 1))).toBe(
      "1 zone announced. Factories are running in all of them.",
    );
    expect(headline({}, TODAY, ROWS.slice(1, 3))).toBe(
      "2 zones announced. Factories were running in 1 when last reported.",
    );
    expect(headline({}, TODAY, ROWS.slice(1, 2))).toBe(
      "1 zone announced. No factory is reported running.",
    );
  });

  it("does not repeat the progress where a filter says it", () => {
    expect(headline({ filters: { standing: anyOf("running") } })).toMatch(
      /^1 of 5 zones: standing running\. It is One\./,
    );
    const filters = { status: anyOf(...listStepsFrom("status", "partially-operational")) };
    expect(headline({ filters })).toBe(
      `2 of 5 zones: ${label("status")} partly operational or further.`,
    );
  });

  it("names the only zone with its progress", () => {
    expect(headline({ q: "three" })).toBe(
      "1 of 5 zones: “three”. It is Three. A factory was running there when last reported.",
    );
    expect(headline({ q: "one" })).toBe(
      "1 of 5 zones: “one”. It is One. A factory is running there.",
    );
    expect(headline({ filters: { legalStatus: anyOf("approved") } })).toBe(
      `1 of 5 zones: ${label("legalStatus")} approved. It is Two. No factory is reported running there.`,
    );
  });

  it("names two filters and counts the rest", () => {
    expect(
      headline({ filters: { province: anyOf("sindh"), legalStatus: anyOf("approved") } }),
    ).toMatch(new RegExp(`^1 of 5 zones: Sindh, ${label("legalStatus")} approved\\.`));
    expect(
      headline({ q: "sez", filters: { province: anyOf("sindh"), cohort: anyOf("added-37") } }),
    ).toMatch(/^2 of 5 zones: “sez”, Sindh and 1 more filter\./);
  });

  it("says that no zone matches", () => {
    expect(headline({ filters: { province: anyOf("balochistan") } })).toBe(
      "0 of 5 zones: Balochistan.",
    );
  });

  it("tells reports that are not used from none at all where it names the zone", () => {
    const unused = [{ ...zone("Seven SEZ"), unused: ["status" as const] }];
    expect(headline({ q: "seven" }, TODAY, unused)).toBe(
      "1 of 1 zone: “seven”. It is Seven. The reports of its progress are not used.",
    );
  });

  it("says that no report was found, not that nothing happens", () => {
    expect(headline({ filters: { status: anyOf("unknown") } })).toBe(
      `2 of 5 zones: ${label("status")} unknown.`,
    );
    expect(headline({ q: "four" })).toBe(
      "1 of 5 zones: “four”. It is Four. We found no report of its progress.",
    );
    expect(headline({}, TODAY, ROWS.slice(3, 5))).toBe(
      "2 zones announced. Progress is unknown in all of them.",
    );
    expect(headline({ filters: { province: anyOf("sindh", "unknown") } })).toMatch(
      /^3 of 5 zones: province or territory Sindh or unknown\./,
    );
  });
});

describe("the headline of an early day", () => {
  const early = (scope: Scope, all = 3) =>
    writeHeadline(englishText, {
      query: { ...DEFAULT_QUERY, scope },
      asOf: "2014-01-01",
      scopes: { announced: 0, evidenced: 0, "cpec-nine": 0, "priority-four": 0, all },
      rows: [],
    });

  it("says that no zone is in the scope yet, where others are tracked", () => {
    expect(early("announced")).toBe("No zone is known to have been approved at that date.");
    expect(early("cpec-nine")).toBe(
      "No zone is known to have been agreed under CPEC at that date.",
    );
    expect(early("priority-four")).toBe(
      "No zone is known to have been a CPEC priority at that date.",
    );
  });

  it("says that no zone was tracked where the register is empty", () => {
    expect(early("announced", 0)).toBe("No zones were tracked at that date.");
  });
});
