import "server-only";
import { findClaims } from "@/lib/evidence/add-facts";
import { getDecisions, type Ledger } from "@/lib/evidence/evidence-index";
import { type Claim, DECISION_KINDS } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import type { Sql } from "../database/sql";
import { toPublication } from "../registry/load-facts";
import type { ItemIssue, NewClaim, NewDecision, Planned } from "./types";

/** A new decision with the zone of its claim. */
export interface PlannedDecision extends NewDecision {
  readonly zone: string;
}

/**
 * The decisions that are not valid already. Rejects decisions on claims that do not exist, of unknown
 * kinds, and without a reason, which every kind except `published` needs.
 * @param ownerId allow only decisions on claims that this account recorded; null: on all
 * @param newClaims claims of the same write, which it publishes
 */
export async function planDecisions(
  sql: Sql,
  text: Text,
  { facts, evidence }: Ledger,
  decisions: readonly NewDecision[],
  newClaims: readonly NewClaim[],
  ownerId: string | null,
  neverAgain: boolean,
): Promise<Planned<PlannedDecision>> {
  if (decisions.length === 0) return { ok: true, items: [] };
  const claims = findClaims(facts, new Set(decisions.map(({ claimId }) => claimId)));
  if (ownerId !== null) {
    const foreign = await listForeignClaims(sql, claims, ownerId);
    if (foreign.size > 0) {
      const message = text.t("api.ledger.notYours");
      const issues = decisions.flatMap(({ claimId }, index) =>
        foreign.has(claimId) ? [{ index, param: "claimId", message }] : [],
      );
      return { ok: false, code: "not-yours", issues };
    }
  }
  const isNew = new Set(newClaims.map(({ id }) => id));
  const zones = new Map([...[...claims, ...newClaims].map(({ id, zone }) => [id, zone] as const)]);
  const recorded = new Map(claims.map((claim) => [claim.id, getDecisions(evidence, claim)]));
  const latest = new Map<string, Omit<NewDecision, "claimId"> | null>([
    ...newClaims.map((claim) => [claim.id, toPublication(claim)] as const),
    ...[...recorded].map(([id, own]) => [id, own.at(-1) ?? null] as const),
  ]);

  const issues: ItemIssue[] = [];
  const items: PlannedDecision[] = [];
  for (const [index, { claimId, kind, reason }] of decisions.entries()) {
    const reject = (param: string, message: string) => issues.push({ index, param, message });
    const zone = zones.get(claimId);
    if (zone === undefined) {
      reject("claimId", text.t("api.ledger.noClaim", { claim: claimId }));
    } else if (!DECISION_KINDS.includes(kind)) {
      reject("decision", text.t("api.schema.value", { values: DECISION_KINDS.join(", ") }));
    } else if (kind !== "published" && !reason?.trim()) {
      reject("reason", text.t("api.ledger.noReason", { kind }));
    } else {
      const isSame = (made: Omit<NewDecision, "claimId">) =>
        made.kind === kind && made.reason === reason;
      if (neverAgain && recorded.get(claimId)?.some(isSame)) continue;
      const before = latest.get(claimId);
      if (before && isSame(before)) continue;
      if (kind === "published" && reason === null && isNew.has(claimId)) {
        // It could not be told from the publication that comes with the claim.
        reject("reason", text.t("api.ledger.noReason", { kind }));
        continue;
      }
      latest.set(claimId, { kind, reason });
      items.push({ claimId, kind, reason, zone });
    }
  }
  return issues.length > 0 ? { ok: false, code: "invalid", issues } : { ok: true, items };
}

/** The ids of the claims that someone else recorded. */
async function listForeignClaims(
  sql: Sql,
  claims: readonly Claim[],
  ownerId: string,
): Promise<Set<string>> {
  const own = await sql<{ readonly id: number }>(
    `-- ledger-own
    SELECT id FROM revision WHERE id = ANY($1::int[]) AND author_id = $2`,
    claims.map(({ revision }) => revision),
    ownerId,
  );
  const revisions = new Set(own.map(({ id }) => id));
  return new Set(claims.filter(({ revision }) => !revisions.has(revision)).map(({ id }) => id));
}
