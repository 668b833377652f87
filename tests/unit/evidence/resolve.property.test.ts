import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { type Evidence, type Moment, type Resolution, resolve } from "@/lib/evidence/resolve";
import { day, evidenceOn } from "@/tests/support/arbitraries";
import { createDecision, createEvidence } from "@/tests/support/facts";

/** One field of each behaviour and of most kinds. */
const FIELDS: readonly ZoneFieldKey[] = [
  "areaAcres",
  "status",
  "electricity",
  "enterprisesProducing",
  "approvedOn",
  "targetGas",
  "sectors",
  "location",
  "developer",
];
const LATEST = 99;

interface Case {
  readonly field: ZoneFieldKey;
  readonly evidence: readonly Evidence[];
  readonly moment: Moment;
}

const anyCase: fc.Arbitrary<Case> = fc.constantFrom(...FIELDS).chain((field) =>
  fc.record({
    field: fc.constant(field),
    evidence: fc.uniqueArray(evidenceOn(field), {
      maxLength: 7,
      selector: ({ claim }) => claim.id,
    }),
    moment: fc.record({ asOf: day, revision: fc.integer({ min: 0, max: 8 }) }),
  }),
);

const show = ({ field, evidence, moment }: Case): Resolution =>
  resolve(fieldSpec(field), evidence, moment);

/** Was the claim a live one at the moment: published or preferred by the last decision by then? */
function isLive(
  { claim, effectiveOn, decisions, waits }: Evidence,
  { asOf, revision: knownOn }: Moment,
): boolean {
  const published = { kind: "published", revision: claim.revision, sequence: 0 };
  const all = waits ? decisions : [published, ...decisions];
  const known = all.filter((d) => d.revision <= knownOn);
  const last = known.sort((a, b) => b.revision - a.revision || b.sequence - a.sequence)[0];
  const inTime = effectiveOn <= asOf && claim.revision <= knownOn;
  return inTime && (last?.kind === "published" || last?.kind === "preferred");
}

describe("for any claims and decisions,", () => {
  it("the order of claims and decisions does not matter", () => {
    const shuffled = anyCase.chain((given) =>
      fc
        .shuffledSubarray([...given.evidence], { minLength: given.evidence.length })
        .map((evidence) => ({ given, evidence })),
    );
    fc.assert(
      fc.property(shuffled, ({ given, evidence }) => {
        const turned = evidence.map((e) => ({ ...e, decisions: [...e.decisions].reverse() }));
        const ids = (shown: Resolution) => ({
          value: shown.value,
          claim: shown.evidence?.claim.id,
          mark: shown.mark,
          rivals: shown.rivals.map((rival) => ({ ...rival, evidence: rival.evidence.claim.id })),
        });
        expect(ids(show({ ...given, evidence: turned }))).toEqual(ids(show(given)));
      }),
    );
  });

  it("a value is unknown only where no claim is active or the displayed claim says so", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const shown = show(given);
        const live = given.evidence.filter((e) => isLive(e, given.moment));
        expect(shown.evidence === null).toBe(live.length === 0);
        if (shown.evidence) expect(live).toContain(shown.evidence);
        expect(shown.value).toEqual(shown.evidence?.claim.value ?? null);
      }),
    );
  });

  it("an older claim changes today's value only where it is preferred", () => {
    const withOlder = anyCase.chain((given) =>
      evidenceOn(given.field).map((made) => ({ given, made })),
    );
    fc.assert(
      fc.property(withOlder, ({ given, made }) => {
        const { evidence: winner } = show(given);
        fc.pre(winner !== null);
        const older = createEvidence({ ...made.claim, asOf: "2011-12-31" });
        const after = show({ ...given, evidence: [...given.evidence, older] });
        expect(after.evidence).toBe(winner);
        expect(after.value).toEqual(winner?.claim.value);
      }),
    );
  });

  it("a later revision does not change what was known before", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { revision: knownOn } = given.moment;
        const thenKnown = given.evidence
          .filter(({ claim }) => claim.revision <= knownOn)
          .map((e) => ({ ...e, decisions: e.decisions.filter((d) => d.revision <= knownOn) }));
        const then = show({ ...given, evidence: thenKnown });
        const now = show(given);
        expect(now.value).toEqual(then.value);
        expect(now.mark).toBe(then.mark);
        expect(now.rivals.length).toBe(then.rivals.length);
      }),
    );
  });

  it("withdrawing the displayed claim gives the result without it", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const moment = { ...given.moment, revision: LATEST };
        const { evidence: winner } = show({ ...given, moment });
        fc.pre(winner !== null);
        const retraction =
          winner && createDecision(winner.claim, { kind: "retracted", revision: LATEST });
        const retracted = given.evidence.map((e) =>
          e === winner && retraction ? { ...e, decisions: [...e.decisions, retraction] } : e,
        );
        const without = given.evidence.filter((e) => e !== winner);
        expect(show({ ...given, moment, evidence: retracted })).toEqual(
          show({ ...given, moment, evidence: without }),
        );
      }),
    );
  });

  it("a withdrawn or waiting claim is not listed, and no claim is listed twice", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { evidence, rivals } = show(given);
        const standing = [...(evidence ? [evidence] : []), ...rivals.map((r) => r.evidence)];
        expect(new Set(standing).size).toBe(standing.length);
        const deprecated = rivals.filter((r) => r.standing === "deprecated").map((r) => r.evidence);
        for (const e of given.evidence) {
          const counted = isLive(e, given.moment) || deprecated.includes(e);
          expect(standing.includes(e)).toBe(counted);
        }
      }),
    );
  });

  it("a mark agrees with the rivals", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { mark, rivals } = show(given);
        const against = rivals.filter((rival) => rival.contradicts);
        const live = against.filter((rival) => rival.standing === "live");
        expect(mark === "contested").toBe(live.length > 0);
        expect(mark === "settled").toBe(against.length > 0 && live.length === 0);
        for (const { standing, decision } of rivals) {
          expect(decision === null).toBe(standing === "live");
        }
      }),
    );
  });

  it("a preference beats every claim known when it was made", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const moment = { asOf: "2026-12-31", revision: LATEST };
        const [first] = given.evidence.filter((e) => isLive(e, moment));
        fc.pre(first !== undefined);
        const preferring =
          first && createDecision(first.claim, { kind: "preferred", revision: LATEST });
        const others = given.evidence.filter(
          (e) => e !== first && !e.decisions.some((d) => d.kind === "preferred"),
        );
        const evidence = [
          ...others,
          ...(first && preferring
            ? [{ ...first, decisions: [...first.decisions, preferring] }]
            : []),
        ];
        const shown = show({ ...given, moment, evidence });
        expect(shown.evidence?.claim.id).toBe(first?.claim.id);
        expect(shown.mark).not.toBe("contested");
      }),
    );
  });
});
