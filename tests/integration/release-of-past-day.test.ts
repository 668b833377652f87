import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { ReleaseOrder } from "../../lib/server/releases/make-release";
import { startOfDay } from "../../lib/time/day";
import { readDataSet } from "../../seed/read-data-set";
import { newClaim } from "../support/new-claim";
import { testDatabase } from "../support/test-database";

testDatabase("seeded");

const ORDER: ReleaseOrder = { asOf: null, notes: null, by: "tester", anyway: true, dryRun: true };

/** Long past days, as known at the first revision. */
const LONG_PAST = ["2018-12-31", "2024-02-29", "2025-06-30"];
/** The day of the first edition. Without a revision it is shown as known at its end. */
const PAST = "2026-11-24";

async function make(part: Partial<ReleaseOrder>) {
  const { makeRelease } = await import("../../lib/server/releases/make-release");
  return await makeRelease({ ...ORDER, ...part });
}

async function listChecksums(part: Partial<ReleaseOrder>) {
  const result = await make(part);
  if (!result.ok) throw new Error(result.message);
  return result.release.files.map(({ name, sha256 }) => [name, sha256]);
}

/** Records the second edition: claims, firms, decisions, and versions of sources, events and figures. */
async function recordSecondEdition(): Promise<void> {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const [, edition] = await readDataSet("seed/data");
  if (!edition) throw new Error("There is no second edition.");
  const { compiledOn, title, claims, decisions, ...subjects } = edition;
  const author = "data set";
  const write = { author, purpose: title, claims, decisions, subjects, neverAgain: true };
  const recordedAt = startOfDay(compiledOn);
  expect(await writeLedger({ ...write, recordedAt })).toMatchObject({ ok: true, revision: 2 });
}

/** Records what a person could change of what the first edition says of the past. */
async function recordCorrections(): Promise<void> {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const [first] = await readDataSet("seed/data");
  const [claim] = first?.claims ?? [];
  if (!claim) throw new Error("The first edition has claims.");
  const claims = [
    newClaim({ field: "status", value: "operational", asOf: "2017-01-01" }),
    newClaim({ field: "gas", value: "available", asOf: null }),
  ];
  const decisions = [{ claimId: claim.id, kind: "retracted" as const, reason: "A test." }];
  const write = { author: "tester", purpose: "a test", claims, decisions };
  expect(await writeLedger(write)).toMatchObject({ ok: true, revision: 3 });
  const parts = { publishedOn: "2016-01-01", title: "Another title" };
  const sourceChange = { id: randomUUID(), sourceId: claim.sourceId, reason: "A test.", parts };
  const corrected = { author: "tester", purpose: "a test", sourceChange };
  expect(await writeLedger(corrected)).toMatchObject({ ok: true, revision: 4 });
}

describe("a release of a past day is the same byte for byte before and after later revisions", () => {
  const before = new Map<string, unknown>();

  beforeAll(async () => {
    for (const asOf of LONG_PAST) before.set(asOf, await listChecksums({ asOf, knownOn: "r1" }));
    expect(await make({ asOf: PAST, dryRun: false })).toMatchObject({ release: { revision: 1 } });
    await recordSecondEdition();
    await recordCorrections();
    expect(await make({ dryRun: false })).toMatchObject({
      release: { number: "2026.2", revision: 4, since: "2026.1" },
    });
  }, 60_000);

  test.each(LONG_PAST)("%s as known at revision 1", async (asOf) => {
    expect(await listChecksums({ asOf, knownOn: "r1" })).toEqual(before.get(asOf));
  });

  test(`${PAST} as known at its end`, async () => {
    expect(await make({ number: "2026.1" })).toMatchObject({
      ok: true,
      again: true,
      release: { revision: 1, since: null },
    });
    // Not with a release of a later revision, although its day is the same.
    expect(await make({ asOf: PAST })).toMatchObject({ release: { since: "2026.1", changes: 0 } });
  });

  test("but not as known later", async () => {
    for (const asOf of LONG_PAST) {
      expect(await listChecksums({ asOf, knownOn: "r4" })).not.toEqual(before.get(asOf));
    }
    expect(await make({ number: "2026.1", knownOn: "r4" })).toMatchObject({ code: "differs" });
  });
});

test("a day before the first revision is only released as known later", async () => {
  expect(await make({ asOf: "2025-06-30" })).toMatchObject({
    code: "nothing-known",
    message: expect.stringContaining("add --known-on r4"),
  });
});

test("a revision that does not exist and a number out of order are rejected", async () => {
  for (const knownOn of ["r9", "soon"]) {
    expect(await make({ knownOn })).toMatchObject({ code: "bad-revision" });
  }
  expect(await make({ number: "2026.9" })).toMatchObject({
    code: "bad-number",
    message: expect.stringContaining("2026.3"),
  });
});
