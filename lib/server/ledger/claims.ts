import "server-only";
import { isDeepStrictEqual } from "node:util";
import { findClaims } from "@/lib/evidence/add-facts";
import { listClaimIssues } from "@/lib/evidence/check-claim";
import { getDecisions, type Ledger } from "@/lib/evidence/evidence-index";
import { isAfterSource } from "@/lib/evidence/late-claims";
import { type Claim, DECISION_KINDS, type Facts, type Source } from "@/lib/evidence/ledger-records";
import { findZones, listTenanciesOf } from "@/lib/evidence/registry";
import { listRepeatedFacts } from "@/lib/evidence/repeated-facts";
import { describeClaimReason } from "@/lib/text/claim-issue-words";
import type { Text } from "@/lib/text/text";
import { type Day, firstDay } from "@/lib/time/day";
import type { Sql } from "../database/sql";
import { getContent, toPublication } from "../registry/load-facts";
import { listHidden } from "./standings";
import type { PlannedSubjects } from "./subjects";
import type { ItemIssue, LedgerBase, NewClaim, NewDecision, NewSubjects, Planned } from "./types";

/**
 * The claims that are not recorded yet; the same fact by one source is one. Rejects issues, ids that belong to other claims, and new claims on a day after
 * their source was published.
 * @param sources those that the claims cite
 * @param gated check the days of sources; `db:verify` lists what the data set has
 */
export function planClaims(
  text: Text,
  { memory: { facts }, today, recordedIds }: LedgerBase,
  claims: readonly NewClaim[],
  subjects: PlannedSubjects,
  sources: ReadonlyMap<string, Source>,
  gated: boolean,
): Planned<NewClaim> {
  if (claims.length === 0) return { ok: true, items: [] };
  const issues = [
    ...claims.flatMap((claim, index) =>
      listClaimIssues(claim, today).map(
        ({ param, reason }): ItemIssue => ({
          index,
          param,
          message: describeClaimReason(text, reason),
        }),
      ),
    ),
    ...listReferenceIssues(text, facts, claims, subjects, sources, today, gated).filter(
      // Sent again, a claim is known, although its zone or firm may be merged, retired or withdrawn by now.
      ({ index }) => !recordedIds.has(claims[index]?.id ?? ""),
    ),
  ];
  if (issues.length > 0) return { ok: false, code: "invalid", issues };

  const recorded = findClaims(facts, recordedIds);
  const known = new Map(recorded.map((claim) => [claim.id, getContent(claim)]));
  const items: NewClaim[] = [];
  const reused: ItemIssue[] = [];
  const late: ItemIssue[] = [];
  const repeated = gated ? listRepeatedFacts(claims) : new Set();
  for (const [index, claim] of claims.entries()) {
    const same = known.get(claim.id);
    const date = sources.get(claim.sourceId)?.publishedOn ?? null;
    if (!same && repeated.has(claim)) continue;
    if (!same) {
      known.set(claim.id, getContent(claim));
      items.push(claim);
      if (gated && date !== null && isAfterSource(claim, date)) {
        late.push({ index, param: "asOf", message: text.t("api.ledger.afterSource", { date }) });
      }
    } else if (!isDeepStrictEqual(same, getContent(claim))) {
      const message = text.t("api.ledger.claimIdReused", { id: claim.id });
      reused.push({ index, param: "id", message });
    }
  }
  if (reused.length > 0) return { ok: false, code: "claim-id-reused", issues: reused };
  return late.length > 0 ? { ok: false, code: "invalid", issues: late } : { ok: true, items };
}

/**
 * Zones, firms and sources that do not exist and do not come with the write; sources with a future date.
 * @param sources those that exist or come with the write
 */
function listReferenceIssues(
  text: Text,
  facts: Facts,
  claims: readonly NewClaim[],
  subjects: NewSubjects,
  sources: ReadonlyMap<string, Source>,
  today: Day,
  gated: boolean,
): ItemIssue[] {
  const named = {
    zone: new Set(claims.map(({ zone }) => zone)),
    tenancy: new Set(claims.flatMap(({ tenancy }) => tenancy ?? [])),
    source: new Set(claims.map(({ sourceId }) => sourceId)),
  };
  const zones = findZones(facts, named.zone);
  // One in another zone is not a firm in the zone that the claim is on.
  const tenancies =
    named.tenancy.size === 0
      ? []
      : [...named.zone]
          .flatMap((zone) => listTenanciesOf(facts, zone))
          .filter(({ id }) => named.tenancy.has(id));
  const hidden = {
    zone: listHidden(facts, "zone", named.zone),
    tenancy: listHidden(facts, "tenancy", named.tenancy),
    // The copies of a merge keep their sources.
    source: gated ? listHidden(facts, "source", named.source) : new Set<string>(),
  };
  const zoneSlugs = new Set([...zones, ...subjects.zones].map(({ slug }) => slug));
  const tenancyZones = new Map([
    ...[...tenancies, ...subjects.tenancies].map(({ id, zone }) => [id, zone] as const),
  ]);
  return claims.flatMap((claim, index): ItemIssue[] => {
    const { zone, tenancy, sourceId } = claim;
    const issues: ItemIssue[] = [];
    const add = (param: keyof NewClaim, message: string) => issues.push({ index, param, message });
    if (!zoneSlugs.has(zone)) add("zone", text.t("api.ledger.noZone", { zone }));
    if (hidden.zone.has(zone)) add("zone", text.t("api.ledger.retire.hidden", { subject: zone }));
    if (tenancy !== null && hidden.tenancy.has(tenancy)) {
      add("tenancy", text.t("api.ledger.retire.hidden", { subject: tenancy }));
    }
    if (hidden.source.has(sourceId)) {
      add("sourceId", text.t("api.ledger.retire.hidden", { subject: sourceId }));
    }
    const source = sources.get(sourceId);
    if (source === undefined) {
      add("sourceId", text.t("api.ledger.noSource", { source: sourceId }));
    } else if (
      claim.asOf === null &&
      source.publishedOn !== null &&
      firstDay(source.publishedOn) > today
    ) {
      add("asOf", text.t("api.ledger.futureSource", { date: source.publishedOn }));
    }
    if (tenancy !== null && tenancyZones.get(tenancy) !== zone) {
      add("tenancy", text.t("api.ledger.noFirm", { firm: tenancy, zone }));
    }
    return issues;
  });
}

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
