import type { Claim, Decision, Facts } from "./ledger-records";

/** Is a decision the publication of its claim, by which the revision that recorded the claim published it? */
export function isPublication(
  { kind, reason, revision }: Decision,
  claim: Pick<Claim, "revision">,
): boolean {
  return kind === "published" && reason === null && revision === claim.revision;
}

/** The decisions of some revisions as facts have them. @param claims all that these revisions recorded */
export function setPublicationsAside(
  claims: readonly Claim[],
  all: readonly Decision[],
): Pick<Facts, "decisions" | "waiting"> {
  const waiting = new Map(claims.map((claim) => [claim.id, claim]));
  const published = new Set<string>();
  const decisions = all.filter((decision) => {
    const claim = waiting.get(decision.claimId);
    if (!claim || !isPublication(decision, claim)) return true;
    published.add(claim.id);
    return false;
  });
  for (const id of published) waiting.delete(id);
  return { decisions, waiting: new Set(waiting.keys()) };
}
