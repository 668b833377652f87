import { group, groups } from "d3-array";
import "server-only";
import { isDeepStrictEqual } from "node:util";
import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { findClaims } from "@/lib/evidence/add-facts";
import { listClaimIssues } from "@/lib/evidence/check-claim";
import { listFailedChecks } from "@/lib/evidence/cross-checks";
import { type GateRequirement, listGateRequirements } from "@/lib/evidence/gates";
import { isAfterSource } from "@/lib/evidence/late-claims";
import { type Claim, DECISION_KINDS, type Facts } from "@/lib/evidence/ledger-records";
import {
  type EvidenceIndex,
  getDecisions,
  getValues,
  type Ledger,
  resolveZone,
  subjectKey,
} from "@/lib/evidence/registry";
import { latestDecision, type Moment, resolve } from "@/lib/evidence/resolve";
import { describeClaimReason } from "@/lib/text/claim-issue-words";
import { describeFailedCheck } from "@/lib/text/failed-check-words";
import type { Text } from "@/lib/text/text";
import { type Day, firstDay, type PartialDate } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { getPublicationDates } from "./ledger-sources";
import { listHidden } from "./ledger-standings";
import type { PlannedSubjects } from "./ledger-subjects";
import type {
  Conflict,
  ItemIssue,
  LedgerBase,
  NewClaim,
  NewDecision,
  NewSubjects,
  Planned,
  RejectedWrite,
} from "./ledger-types";
import { getContent, toPublication } from "./load-facts";

/**
 * The claims that are not recorded yet. Rejects issues, ids that belong to other claims, and new claims on a day after
 * their source was published.
 * @param gated check the days of sources; `db:verify` lists what the data set has
 */
export function planClaims(
  text: Text,
  { memory: { facts }, today, recordedIds }: LedgerBase,
  claims: readonly NewClaim[],
  subjects: PlannedSubjects,
  gated: boolean,
): Planned<NewClaim> {
  if (claims.length === 0) return { ok: true, items: [] };
  const published = getPublicationDates(facts, new Set(claims.map(({ sourceId }) => sourceId)));
  for (const { id, publishedOn } of [
    ...subjects.sources,
    ...subjects.sourceChanges.map(({ source }) => source),
  ]) {
    published.set(id, publishedOn);
  }
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
    ...listReferenceIssues(text, facts, claims, subjects, published, today, gated).filter(
      // Sent again, a claim is known, although its zone or firm may be merged or retired by now.
      ({ index }) => !recordedIds.has(claims[index]?.id ?? ""),
    ),
  ];
  if (issues.length > 0) return { ok: false, code: "invalid", issues };

  const recorded = findClaims(facts, recordedIds);
  const known = new Map(recorded.map((claim) => [claim.id, getContent(claim)]));
  const items: NewClaim[] = [];
  const reused: ItemIssue[] = [];
  const late: ItemIssue[] = [];
  for (const [index, claim] of claims.entries()) {
    const same = known.get(claim.id);
    const date = published.get(claim.sourceId) ?? null;
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
 * Checks new claims against the evidence on their zones: are the values that they were made from still
 * displayed, is there enough evidence for the steps that they claim, and does a note confirm what contradicts other facts?
 * @param items the new claims
 * @param sent all claims of the write, whose positions are reported
 * @param gated check the evidence for steps and contradictions
 */
export function checkEvidence(
  text: Text,
  index: EvidenceIndex,
  items: readonly NewClaim[],
  sent: readonly NewClaim[],
  moment: Moment,
  gated: boolean,
): RejectedWrite | null {
  const positions = new Map(sent.map((claim, i) => [claim, i]));
  const conflicts = listConflicts(index, items, positions, moment);
  if (conflicts.length > 0) return { ok: false, code: "conflict", conflicts };
  const issues = gated ? listGateIssues(text, index, items, positions, moment) : [];
  return issues.length > 0 ? { ok: false, code: "invalid", issues } : null;
}

/**
 * The missing evidence for steps, and contradictions with other facts that no note confirms. Values of the other claims
 * in the write count as known.
 */
function listGateIssues(
  text: Text,
  index: EvidenceIndex,
  items: readonly NewClaim[],
  positions: ReadonlyMap<NewClaim, number>,
  moment: Moment,
): ItemIssue[] {
  return [...groups(items, ({ zone }) => zone)].flatMap(([zone, claims]) => {
    const fields = resolveZone(index, zone, moment);
    const values = getValues(fields);
    const claimed = group(
      claims.filter(({ tenancy }) => tenancy === null),
      ({ field }) => field,
    );
    const latest = new Map([...claimed].map(([field, all]) => [field, all.at(-1)?.value ?? null]));
    const known = { ...values, ...Object.fromEntries(latest) };
    return claims.flatMap((claim) => {
      const shown =
        claim.tenancy === null && isZoneField(claim.field)
          ? { ...known, [claim.field]: getOther(claim, claimed, values[claim.field]) }
          : known;
      const position = positions.get(claim) ?? -1;
      const missing = listGateRequirements(
        { ...claim, gateConfirmed: claim.gateConfirmed ?? false },
        shown,
      ).filter(({ met }) => !met);
      const { evidence = null } = isZoneField(claim.field) ? fields[claim.field] : {};
      const failed = claim.note?.trim()
        ? []
        : listFailedChecks(claim, shown, evidence?.effectiveOn ?? null);
      return [
        ...missing.map((requirement) => ({
          index: position,
          param: requirement.part,
          message: describeRequirement(text, String(claim.value), requirement),
        })),
        ...failed.map((found) => ({
          index: position,
          param: "note",
          message: describeFailedCheck(text, found),
        })),
      ];
    });
  });
}

/** The value of a claim's field without the claim: of the last other claim in the write, else the present one. */
function getOther(
  claim: NewClaim,
  claimed: ReadonlyMap<string, readonly NewClaim[]>,
  present: FieldValue,
): FieldValue {
  const others = claimed.get(claim.field) ?? [];
  const last = others.at(-1) === claim ? others.at(-2) : others.at(-1);
  return last ? last.value : present;
}

function describeRequirement({ t, number }: Text, value: string, requirement: GateRequirement) {
  if (requirement.part !== "origin") return t(`api.ledger.gate.${requirement.part}`, { value });
  const { needed, known } = requirement;
  return t("api.ledger.gate.origin", {
    value,
    needed,
    known: known === null ? "unknown" : number(known),
  });
}

/**
 * Zones, firms and sources that do not exist and do not come with the write; sources with a future date.
 * @param published the dates of the sources that exist or come with the write
 */
function listReferenceIssues(
  text: Text,
  facts: Facts,
  claims: readonly NewClaim[],
  subjects: NewSubjects,
  published: ReadonlyMap<string, PartialDate | null>,
  today: Day,
  gated: boolean,
): ItemIssue[] {
  const named = {
    zone: new Set(claims.map(({ zone }) => zone)),
    tenancy: new Set(claims.flatMap(({ tenancy }) => tenancy ?? [])),
    source: new Set(claims.map(({ sourceId }) => sourceId)),
  };
  const zones = facts.zones.filter(({ slug }) => named.zone.has(slug));
  const tenancies =
    named.tenancy.size === 0 ? [] : facts.tenancies.filter(({ id }) => named.tenancy.has(id));
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
    const date = published.get(sourceId);
    if (date === undefined) {
      add("sourceId", text.t("api.ledger.noSource", { source: sourceId }));
    } else if (claim.asOf === null && date !== null && firstDay(date) > today) {
      add("asOf", text.t("api.ledger.futureSource", { date }));
    }
    if (tenancy !== null && tenancyZones.get(tenancy) !== zone) {
      add("tenancy", text.t("api.ledger.noFirm", { firm: tenancy, zone }));
    }
    return issues;
  });
}

/** Claims whose `basedOn` is not the displayed claim, each with the displayed one. */
function listConflicts(
  index: EvidenceIndex,
  items: readonly NewClaim[],
  positions: ReadonlyMap<NewClaim, number>,
  moment: Moment,
): Conflict[] {
  return items.flatMap((yours): Conflict[] => {
    if (yours.basedOn === undefined) return [];
    const evidence = index.get(subjectKey(yours.zone, yours.tenancy))?.get(yours.field) ?? [];
    const current = resolve(fieldSpec(yours.field), evidence, moment).evidence?.claim ?? null;
    return (current?.id ?? null) === yours.basedOn
      ? []
      : [{ index: positions.get(yours) ?? -1, current, yours }];
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
  tx: Prisma.TransactionClient,
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
    const foreign = await listForeignClaims(tx, claims, ownerId);
    if (foreign.size > 0) {
      const message = text.t("api.ledger.notYours");
      const issues = decisions.flatMap(({ claimId }, index) =>
        foreign.has(claimId) ? [{ index, param: "claimId", message }] : [],
      );
      return { ok: false, code: "not-yours", issues };
    }
  }
  const zones = new Map([...[...claims, ...newClaims].map(({ id, zone }) => [id, zone] as const)]);
  const recorded = new Map(claims.map((claim) => [claim.id, getDecisions(evidence, claim)]));
  const latest = new Map<string, Omit<NewDecision, "claimId"> | null>([
    ...newClaims.map((claim) => [claim.id, toPublication(claim)] as const),
    ...[...recorded].map(([id, own]) => [id, latestDecision(own, facts.revision)] as const),
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
      latest.set(claimId, { kind, reason });
      items.push({ claimId, kind, reason, zone });
    }
  }
  return issues.length > 0 ? { ok: false, code: "invalid", issues } : { ok: true, items };
}

/** The ids of the claims that someone else recorded. */
async function listForeignClaims(
  tx: Prisma.TransactionClient,
  claims: readonly Claim[],
  ownerId: string,
): Promise<Set<string>> {
  const own = await tx.revision.findMany({
    where: { id: { in: claims.map(({ revision }) => revision) }, authorId: ownerId },
    select: { id: true },
  });
  const revisions = new Set(own.map(({ id }) => id));
  return new Set(claims.filter(({ revision }) => !revisions.has(revision)).map(({ id }) => id));
}
