import type { Decision, DecisionKind, Facts } from "@/lib/evidence/ledger-records";
import { startOfDay } from "@/lib/time/day";
import { readDataSet } from "@/seed/read-data-set";
import { identityOf } from "./facts";

/** The day on which the data set was compiled, used as today. */
export const COMPILED_ON = "2026-11-24";

/** The data set as the ledger has it after the first seed: everything in revision 1. */
export async function seedFacts(): Promise<Facts> {
  const {
    compiledOn,
    title,
    claims,
    decisions: judgements,
    sources,
    events,
    context,
    ...subjects
  } = await readDataSet("seed/data");
  const decisions: Decision[] = [];
  const decide = (claimId: string, kind: DecisionKind, reason: string | null) =>
    decisions.push({ sequence: decisions.length + 1, revision: 1, claimId, kind, reason });
  for (const { id } of claims) decide(id, "published", null);
  for (const { claimId, kind, reason } of judgements) decide(claimId, kind, reason);
  return {
    ...subjects,
    sourceVersions: sources.map((source) => ({ revision: 1, reason: null, source })),
    events: events.map((event) => ({ ...event, revision: 1 })),
    context: context.map((figure) => ({ ...figure, revision: 1 })),
    revision: 1,
    revisions: [
      {
        number: 1,
        recordedAt: startOfDay(compiledOn).toISOString(),
        author: "data set",
        purpose: title,
        identity: identityOf(1),
      },
    ],
    claims: claims.map((claim) => ({ ...claim, revision: 1 })),
    decisions,
  };
}
