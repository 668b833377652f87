import type { Decision, DecisionKind, Facts } from "@/lib/evidence/ledger-records";
import { setPublicationsAside } from "@/lib/evidence/publications";
import { startOfDay } from "@/lib/time/day";
import { type Edition, readDataSet } from "@/seed/read-data-set";
import { identityOf } from "./facts";

/** The day on which the data set was compiled, used as today. */
export const COMPILED_ON = "2026-11-24";

/** By number of editions. */
const read = new Map<number, Promise<Facts>>();

/**
 * The data set as the ledger has it after the seed: each edition is a revision. It is read once, so nothing may change it.
 * @param editions how many of them; the first alone by default, which most tests are written on
 */
export function seedFacts(editions = 1): Promise<Facts> {
  const facts = read.get(editions) ?? readSeedFacts(editions);
  read.set(editions, facts);
  return facts;
}

async function readSeedFacts(editions: number): Promise<Facts> {
  const all = (await readDataSet("seed/data")).slice(0, editions);
  const decisions: Decision[] = [];
  const decide = (revision: number, claimId: string, kind: DecisionKind, reason: string | null) =>
    decisions.push({ sequence: decisions.length + 1, revision, claimId, kind, reason });
  for (const [i, edition] of all.entries()) {
    for (const { id } of edition.claims) decide(i + 1, id, "published", null);
    for (const { claimId, kind, reason } of edition.decisions) decide(i + 1, claimId, kind, reason);
  }
  const collect = <T, U>(
    list: (edition: Edition) => readonly T[],
    build: (item: T, revision: number) => U,
  ) => all.flatMap((edition, i) => list(edition).map((item) => build(item, i + 1)));
  const claims = collect(
    (edition) => edition.claims,
    (claim, revision) => ({ ...claim, revision }),
  );
  return {
    zones: collect(
      ({ zones }) => zones,
      (zone) => zone,
    ),
    tenancies: collect(
      ({ tenancies }) => tenancies,
      (tenancy) => tenancy,
    ),
    sourceVersions: collect(
      ({ sources }) => sources,
      ({ reason = null, ...source }, revision) => ({ revision, reason, source }),
    ),
    events: collect(
      ({ events }) => events,
      (event, revision) => ({ ...event, revision }),
    ),
    context: collect(
      ({ context }) => context,
      (item, revision) => ({ ...item, revision }),
    ),
    revision: all.length,
    revisions: all.map(({ compiledOn, title }, i) => ({
      number: i + 1,
      recordedAt: startOfDay(compiledOn).toISOString(),
      author: "data set",
      purpose: title,
      identity: identityOf(i + 1),
    })),
    claims,
    ...setPublicationsAside(claims, decisions),
    firmVersions: [
      ...new Map(
        all
          .flatMap(({ tenancies }, i) => tenancies.map((tenancy) => ({ ...tenancy, at: i + 1 })))
          .reverse()
          .map(({ firmId: id, firm: name, at: revision }) => [
            id,
            { revision, id, reason: null, name, otherNames: [] },
          ]),
      ).values(),
    ].reverse(),
    retirements: [],
  };
}
