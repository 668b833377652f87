import "server-only";
import { isDeepStrictEqual } from "node:util";
import { fieldSpec } from "@/lib/catalogue/fields";
import { listClaimIssues } from "@/lib/evidence/check-claim";
import { listGateRequirements } from "@/lib/evidence/gates";
import type { Claim } from "@/lib/evidence/ledger-records";
import {
  type EvidenceIndex,
  getValues,
  indexEvidence,
  resolveZone,
  subjectKey,
} from "@/lib/evidence/registry";
import { type Moment, resolve } from "@/lib/evidence/resolve";
import { firstDay } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { toClaim } from "./facts-rows";
import { publicationDatesNow } from "./ledger-sources";
import type { Conflict, ItemFault, NewClaim, NewSubjects, Refusal } from "./ledger-types";
import { zoneFacts } from "./zone-facts";

/** Items of a write that are new, or why the write is refused. */
export type Planned<T> = { readonly ok: true; readonly items: readonly T[] } | Refusal;

/**
 * The claims that are not recorded yet. Refuses faults, ids that stand for another claim, and claims
 * made over something else than what shows now.
 */
export async function planClaims(
  tx: Prisma.TransactionClient,
  claims: readonly NewClaim[],
  subjects: NewSubjects,
  now: { readonly today: string; readonly revision: number; readonly gated: boolean },
): Promise<Planned<NewClaim>> {
  if (claims.length === 0) return { ok: true, items: [] };
  const faults = [
    ...claims.flatMap((claim, index) =>
      listClaimIssues(claim, now.today).map(
        ({ param, message }): ItemFault => ({ index, part: param, message }),
      ),
    ),
    ...(await referenceFaults(tx, claims, subjects, now.today)),
  ];
  if (faults.length > 0) return { ok: false, code: "invalid", faults };

  const ids = claims.map(({ id }) => id);
  const recorded = await tx.claim.findMany({ where: { id: { in: ids } } });
  const known = new Map<string, ClaimContent>(
    recorded.map((row) => [row.id, getContent(toClaim(row))]),
  );
  const items: NewClaim[] = [];
  const reused: ItemFault[] = [];
  for (const [index, claim] of claims.entries()) {
    const same = known.get(claim.id);
    if (!same) {
      known.set(claim.id, getContent(claim));
      items.push(claim);
    } else if (!isDeepStrictEqual(same, getContent(claim))) {
      reused.push({
        index,
        part: "id",
        message: `The id ${claim.id} stands for another claim; give each claim an id of its own.`,
      });
    }
  }
  if (reused.length > 0) return { ok: false, code: "claim-id-reused", faults: reused };

  const moment = { asOf: now.today, revision: now.revision };
  const checked = items.filter(({ basedOn }) => basedOn !== undefined || now.gated);
  const index = await evidenceOn(tx, checked);
  const conflicts = conflictsOf(index, items, claims, moment);
  if (conflicts.length > 0) return { ok: false, code: "conflict", conflicts };
  const refused = now.gated ? gateFaults(index, items, claims, moment) : [];
  return refused.length > 0 ? { ok: false, code: "invalid", faults: refused } : { ok: true, items };
}

async function evidenceOn(
  tx: Prisma.TransactionClient,
  claims: readonly NewClaim[],
): Promise<EvidenceIndex> {
  if (claims.length === 0) return new Map();
  return indexEvidence(
    await zoneFacts(
      tx,
      claims.map(({ zone }) => zone),
    ),
  );
}

/** What the evidence gates miss, with what the other claims of the write bring taken as known. */
function gateFaults(
  index: EvidenceIndex,
  items: readonly NewClaim[],
  sent: readonly NewClaim[],
  moment: Moment,
): ItemFault[] {
  return items.flatMap((claim) => {
    const others = items.filter(
      (item) => item !== claim && item.zone === claim.zone && item.tenancy === null,
    );
    const shown = {
      ...getValues(resolveZone(index, claim.zone, moment)),
      ...Object.fromEntries(others.map(({ field, value }) => [field, value])),
    };
    return listGateRequirements({ ...claim, gateConfirmed: claim.gateConfirmed ?? false }, shown)
      .filter(({ met }) => !met)
      .map(({ part, words }) => ({
        index: sent.indexOf(claim),
        part,
        message: `The step up to “${String(claim.value)}” is refused without this: ${words}`,
      }));
  });
}

type ClaimContent = Omit<Claim, "revision">;

function getContent(claim: NewClaim | Claim): ClaimContent {
  const { id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence } =
    claim;
  return { id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence };
}

/** Zones, firms and sources that neither exist nor come with the write, and claims dated by a source of the future. */
async function referenceFaults(
  tx: Prisma.TransactionClient,
  claims: readonly NewClaim[],
  subjects: NewSubjects,
  today: string,
): Promise<ItemFault[]> {
  const unique = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  const zones = await tx.zone.findMany({
    where: { slug: { in: unique(claims.map(({ zone }) => zone)) } },
    select: { slug: true },
  });
  const published = await publicationDatesNow(tx, unique(claims.map(({ sourceId }) => sourceId)));
  for (const { id, publishedOn } of subjects.sources) published.set(id, publishedOn);
  const tenancies = await tx.tenancy.findMany({
    where: { id: { in: unique(claims.map(({ tenancy }) => tenancy)) } },
    select: { id: true, zoneSlug: true },
  });
  const zoneSlugs = new Set([...zones, ...subjects.zones].map(({ slug }) => slug));
  const tenancyZones = new Map([
    ...tenancies.map(({ id, zoneSlug }) => [id, zoneSlug] as const),
    ...subjects.tenancies.map(({ id, zone }) => [id, zone] as const),
  ]);
  return claims.flatMap((claim, index): ItemFault[] => {
    const faults: ItemFault[] = [];
    if (!zoneSlugs.has(claim.zone)) {
      faults.push({ index, part: "zone", message: `There is no zone “${claim.zone}”.` });
    }
    const date = published.get(claim.sourceId);
    if (date === undefined) {
      faults.push({ index, part: "sourceId", message: `There is no source “${claim.sourceId}”.` });
    } else if (claim.asOf === null && date !== null && firstDay(date) > today) {
      const message = `Its source is dated ${date}, in the future; give the date of which it speaks.`;
      faults.push({ index, part: "asOf", message });
    }
    if (claim.tenancy !== null && tenancyZones.get(claim.tenancy) !== claim.zone) {
      faults.push({
        index,
        part: "tenancy",
        message: `There is no firm “${claim.tenancy}” in the zone “${claim.zone}”.`,
      });
    }
    return faults;
  });
}

/** Claims whose `basedOn` is not what shows now, each with what does. */
function conflictsOf(
  index: EvidenceIndex,
  items: readonly NewClaim[],
  sent: readonly NewClaim[],
  moment: Moment,
): Conflict[] {
  return items.flatMap((yours): Conflict[] => {
    if (yours.basedOn === undefined) return [];
    const evidence = index.get(subjectKey(yours.zone, yours.tenancy))?.get(yours.field) ?? [];
    const current = resolve(fieldSpec(yours.field), evidence, moment).evidence?.claim ?? null;
    return (current?.id ?? null) === yours.basedOn
      ? []
      : [{ index: sent.indexOf(yours), current, yours }];
  });
}
