import "server-only";
import { randomUUID } from "node:crypto";
import { may } from "@/lib/catalogue/roles";
import type { Hindrance } from "@/lib/contract/own-act";
import type { Facts } from "@/lib/evidence/ledger-records";
import { listVersions } from "@/lib/evidence/source-versions";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db } from "../database/db";
import { toDecision } from "../registry/ledger-rows";
import { registryStore } from "../registry/store";
import { getText } from "../text/get-text";
import { writeLedger } from "./ledger";
import { type Act, findOwnAct, judgeActs, readRole } from "./own-acts";
import { type ReversedRecords, reverseRecords } from "./reversed-records";
import type { NewDecision, NewSourceChange } from "./types";
import { formatUndoPurpose } from "./undo-chains";

/**
 * Undoes an act of the person who acts, with a new revision: claims and added records are withdrawn, the decision before
 * applies again, a source, firm, event or figure gets its version before, and a merged, retired, withdrawn or restored record
 * is as before. Undoing an undo makes it again, and what made it again is undone in its place. Sent twice, it is undone once.
 * @returns the revision that undoes it
 */
export async function undoAct(revision: number, actor: Actor): Promise<ChangeResult<number>> {
  const { t } = await getText();
  const personId = actor.id ?? "";
  const named = await findOwnAct(revision, personId);
  const judged = named && (await judgeActs(db(), [named], personId)).get(revision);
  if (!named || !judged) return fail(t("api.undo.notYours"));
  const { hindrance, place } = judged;
  if (hindrance === "undone" && place.undoneBy !== null) return { ok: true, value: place.undoneBy };
  if (hindrance) return fail(t(`api.undo.${hindrance}`));
  const act = place.last === revision ? named : await findOwnAct(place.last, personId);
  if (!act) return fail(t("api.undo.notYours"));
  const reason = formatUndoPurpose(act.revision);
  const { facts } = await registryStore().reach(act.revision);
  const [changed] = listReversals(facts, await listChangedSources(act), act.revision, reason);
  const records = await reverseRecords(db(), facts, act, reason);
  try {
    const result = await writeLedger({
      author: actor.name,
      actor,
      purpose: reason,
      decisions: await listReversedDecisions(db(), act, records, reason),
      // A person who decided as a reviewer may have lost that role since.
      ownOnly: !may(await readRole(db(), personId), "decide"),
      retirements: records.retirements,
      ...(records.change ? { recordChange: records.change } : {}),
      ...(changed ? { sourceChange: changed } : {}),
      // Again, under the lock of the ledger: somebody may have written since.
      within: async (tx, made) => {
        const now = (await judgeActs(tx, [act], personId, made)).get(act.revision);
        if (now?.hindrance) throw new ActBuiltOn(now.hindrance);
      },
    });
    if (result.ok) return { ok: true, value: result.revision };
    const [issue] = "issues" in result ? result.issues : [];
    return fail(issue?.message ?? t("api.undo.others"));
  } catch (error) {
    if (error instanceof Error && "hindrance" in error && typeof error.hindrance === "string") {
      return fail(t(`api.undo.${error.hindrance as Hindrance}`));
    }
    throw error;
  }
}

/** A failure that undoes the transaction: the act cannot be undone any more. */
class ActBuiltOn extends Error {
  constructor(readonly hindrance: Hindrance) {
    super("The act cannot be undone any more.");
  }
}

/**
 * The decisions that bring back what applied to each claim before an act; its own claims are withdrawn. Without the claims
 * that go or come with their record.
 */
async function listReversedDecisions(
  tx: Prisma.TransactionClient,
  { revision }: Act,
  { takesAlong }: ReversedRecords,
  reason: string,
): Promise<NewDecision[]> {
  const select = { id: true, zoneSlug: true, tenancyId: true, revisionId: true } as const;
  const listClaims = async (where: Prisma.ClaimWhereInput) =>
    (await tx.claim.findMany({ where, select })).filter((claim) => !takesAlong(claim));
  const own = await listClaims({ revisionId: revision });
  const judged = { revisionId: { not: revision }, decisions: { some: { revisionId: revision } } };
  const others = await listClaims(judged);
  const rows = await tx.decision.findMany({
    where: { claim: judged, revisionId: { lt: revision } },
    orderBy: { id: "asc" },
  });
  const before = new Map(rows.map(toDecision).map((decision) => [decision.claimId, decision]));
  return [
    ...own.map(({ id }) => ({ claimId: id, kind: "retracted" as const, reason })),
    ...others.map(({ id }) => {
      const { kind = "published", reason: given = null } = before.get(id) ?? {};
      return { claimId: id, kind, reason: given === null ? reason : `${given} (${reason})` };
    }),
  ];
}

/** The sources of which an act made a version. */
async function listChangedSources({ revision }: Act): Promise<string[]> {
  const changes = await db().sourceVersion.findMany({ where: { revisionId: revision } });
  return changes.map(({ sourceId }) => sourceId);
}

/** The changes that bring back the version of each source before an act. */
function listReversals(
  facts: Facts,
  changed: readonly string[],
  revision: number,
  reason: string,
): NewSourceChange[] {
  return changed.flatMap((sourceId) => {
    const last = listVersions(facts.sourceVersions, sourceId, revision - 1).at(-1);
    if (!last) return [];
    const { id: _, ...parts } = last.source;
    return [{ id: randomUUID(), sourceId, basedOn: revision, reason, parts }];
  });
}

function fail(message: string): {
  readonly ok: false;
  readonly issues: [{ param: "person"; message: string }];
} {
  return { ok: false, issues: [{ param: "person", message }] };
}
