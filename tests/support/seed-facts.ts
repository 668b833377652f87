import { readFileSync } from "node:fs";
import type {
  Claim,
  ContextFigure,
  Decision,
  DecisionKind,
  Event,
  Facts,
  Source,
  Tenancy,
  ZoneIdentity,
} from "../../lib/registry/facts";

type SeedClaim = Omit<Claim, "revision" | "tenancy"> & {
  readonly tenancy?: string;
  readonly decision?: { readonly rank: DecisionKind; readonly reason: string };
};
type SeedSource = Omit<Source, "publishedOnEstimated"> & { readonly publishedOnEstimated?: true };
type SeedEvent = Omit<Event, "zones"> & { readonly zoneSlugs: readonly string[] };

/** Today in the golden registry, on which the data set was compiled. */
export const COMPILED_ON = "2026-11-24";

function readData<T>(file: string): T {
  return JSON.parse(readFileSync(`seed/data/${file}.json`, "utf8")) as T;
}

/** The data set as the ledger holds it after the first seed: everything in revision 1. */
export function seedFacts(): Facts {
  const decisions: Decision[] = [];
  const decide = (claimId: string, kind: DecisionKind, reason: string | null) =>
    decisions.push({ sequence: decisions.length + 1, revision: 1, claimId, kind, reason });
  const claims = readData<SeedClaim[]>("claims").map(({ decision, ...claim }): Claim => {
    decide(claim.id, "published", null);
    if (decision) decide(claim.id, decision.rank, decision.reason);
    return { ...claim, revision: 1, tenancy: claim.tenancy ?? null };
  });
  return {
    version: 1,
    revisions: [
      {
        number: 1,
        recordedAt: "2026-11-23T19:00:00.000Z",
        author: "seed",
        purpose: "The data set",
      },
    ],
    zones: readData<ZoneIdentity[]>("zones"),
    claims,
    decisions,
    sources: readData<SeedSource[]>("sources").map((source) => ({
      ...source,
      publishedOnEstimated: source.publishedOnEstimated ?? false,
    })),
    tenancies: readData<Tenancy[]>("tenancies"),
    events: readData<SeedEvent[]>("events").map(({ zoneSlugs, ...event }) => ({
      ...event,
      zones: zoneSlugs,
    })),
    context: readData<ContextFigure[]>("context"),
  };
}
