import { describe, expect, it } from "vitest";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { getOperation } from "@/lib/readiness/operation";
import { englishText } from "@/lib/text/english-text";
import { answerOperating } from "@/lib/text/zone-summary";
import { createClaim, createFacts, createSource, createVersion } from "@/tests/support/facts";

const ASKED = "2026-11-25";
const SOURCE = createSource({ id: "a-source", publisher: "A paper" });

type Known = readonly [field: FieldKey, value: FieldValue, asOf?: string];

/** A zone with claims on itself and on firms, by the firm's id. */
function zoneOf(known: readonly Known[], firms: Readonly<Record<string, Known>> = {}) {
  const claims = [
    createClaim({ field: "cohort", value: "added-37" }),
    ...known.map(([field, value, asOf = "2026-01-01"]) => createClaim({ field, value, asOf })),
    ...Object.entries(firms).map(([tenancy, [field, value, asOf = "2026-01-01"]]) =>
      createClaim({ tenancy, field, value, asOf, origin: "tenant" }),
    ),
  ];
  const tenancies = Object.keys(firms).map((id, i) => ({
    id,
    zone: "test-zone",
    firm: id,
    firmId: id,
    order: i + 1,
  }));
  const facts = createFacts({ claims, tenancies, sourceVersions: [createVersion(SOURCE)] });
  const moment = { asOf: ASKED, revision: 1 };
  const [zone] = buildRegistry(facts, indexEvidence(facts), moment).zones;
  if (!zone) throw new Error("The zone is not in the registry.");
  return zone;
}

const answer = (...args: Parameters<typeof zoneOf>) => {
  const { answer, basis, since, lastReported } = getOperation(zoneOf(...args), ASKED);
  return { answer, basis, since, lastReported };
};
const sentence = (...args: Parameters<typeof zoneOf>) =>
  answerOperating(englishText, {
    zone: zoneOf(...args),
    asOf: ASKED,
    sources: new Map([[SOURCE.id, SOURCE]]),
  });

describe("whether a zone is operating", () => {
  it("is answered by its progress", () => {
    expect(
      answer([["status", "operational", "2025-05"]], {
        "a-firm": ["tenancyStage", "exporting", "2026-02"],
      }),
    ).toEqual({
      answer: "yes",
      basis: "operational",
      since: "2025-05",
      lastReported: "2025-05",
    });
    expect(answer([["status", "partially-operational", "2025-05"]])).toMatchObject({
      answer: "partly",
      basis: "partially-operational",
    });
  });

  it("is partly where a firm is named as producing, and not where firms are only counted", () => {
    const firms = { "a-firm": ["tenancyStage", "producing", "2026-02"] } as const;
    for (const known of [[], [["status", "serviced"] as const]]) {
      expect(answer(known, firms)).toEqual({
        answer: "partly",
        basis: "partially-operational",
        since: "2026-02",
        lastReported: "2026-02",
      });
    }
    expect(answer([["enterprisesProducing", 3]]).answer).toBe("unknown");
    expect(
      answer([
        ["status", "serviced"],
        ["enterprisesProducing", 3],
      ]).answer,
    ).toBe("no");
  });

  it("is from when the first firm produced, by the firm that was reported last", () => {
    const firms = {
      "a-firm": ["tenancyStage", "producing", "2025-03"],
      "b-firm": ["tenancyStage", "exporting", "2026-02-03"],
      "c-firm": ["tenancyStage", "building", "2026-05-01"],
    } as const;
    expect(sentence([], firms)).toBe(
      "Partly, firms producing since at least March 2025, last reported 3 February 2026: its firms show it, last in a report by A paper of 3 February 2026 (1 source), and 2 firms are named as producing.",
    );
  });

  it("is no where a report that is not older says that production has ended", () => {
    const firms = { "a-firm": ["tenancyStage", "producing", "2025-09-01"] } as const;
    for (const ended of ["2025-09-01", "2025-09-02"]) {
      expect(answer([["status", "idle", ended]], firms)).toMatchObject({
        answer: "no",
        basis: "idle",
      });
    }
    expect(answer([["status", "idle", "2025-08-31"]], firms).answer).toBe("partly");
  });

  it("is no where a lower step or a count of 0 is reported", () => {
    expect(answer([["enterprisesProducing", 0]]).answer).toBe("no");
    expect(answer([["status", "serviced"]]).answer).toBe("no");
    expect(answer([["status", "stalled"]]).answer).toBe("no");
  });

  it("is unknown without a report, whatever firms plan or have stopped", () => {
    expect(answer([]).answer).toBe("unknown");
    expect(answer([["enterprisesProducing", "not-applicable"]]).answer).toBe("unknown");
    for (const stage of ["building", "closed", "exited", null]) {
      expect(answer([], { "a-firm": ["tenancyStage", stage] }).answer).toBe("unknown");
    }
  });
});
