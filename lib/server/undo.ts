import "server-only";
import { createHash } from "node:crypto";
import type { SourceVersion } from "@/lib/evidence/ledger-records";
import type { Prisma } from "@/prisma/generated/client";
import type { ChangeResult } from "./answer-action";
import type { Actor } from "./audit";
import { db } from "./db";
import { toDecision } from "./fact-rows";
import { getText } from "./get-text";
import { writeLedger } from "./ledger";
import { listVersionsOf } from "./ledger-sources";
import type { NewDecision, NewSourceChange } from "./ledger-types";
import { registryStore } from "./store";

const DAY_MS = 24 * 60 * 60 * 1000;
/** The purpose of a revision that undoes another one. Purposes are not typed by people, so nobody can forge it. */
const UNDO_PURPOSE = /^Undo of r(\d+)$/;

/** Why an act cannot be undone: the names of its messages in `api.undo`. */
type Hindrance = "tooLate" | "others" | "own" | "other" | "undone";

/** One act of a person at the desk. */
export interface OwnAct {
  readonly revision: number;
  /** ISO 8601. */
  readonly at: string;
  /** Zones and sources that it touched. */
  readonly zones: readonly string[];
  readonly sources: readonly string[];
  readonly claims: number;
  readonly decisions: number;
  /** The revision that it undoes; null: it undoes nothing. */
  readonly undoes: number | null;
  /** Null: it can be undone now. */
  readonly hindrance: Hindrance | null;
}

const CONTENT = {
  claims: true,
  decisions: { include: { claim: true } },
  sourceVersions: true,
  sources: { select: { id: true } },
  firms: { select: { id: true } },
  firmVersions: true,
  retirements: true,
  tenancies: { select: { id: true } },
  events: { select: { id: true } },
  eventVersions: { select: { eventId: true } },
  contextFigures: { select: { key: true } },
  contextFigureVersions: { select: { key: true } },
  introduced: { select: { slug: true } },
} as const satisfies Prisma.RevisionInclude;

type Act = Prisma.RevisionGetPayload<{ include: typeof CONTENT }>;

/** The latest 100 acts of a person, latest first, each with whether it can be undone. */
export async function listOwnActs(personId: string): Promise<OwnAct[]> {
  const acts = await db().revision.findMany({
    where: { authorId: personId },
    include: CONTENT,
    orderBy: { id: "desc" },
    take: 100,
  });
  const listed: OwnAct[] = [];
  for (const act of acts) {
    const { claims, decisions, sourceVersions, sources } = act;
    const judged = decisions.filter(({ claim }) => claim.revisionId !== act.id);
    listed.push({
      revision: act.id,
      at: act.recordedAt.toISOString(),
      zones: [...new Set([...claims, ...judged.map(({ claim }) => claim)].map((c) => c.zoneSlug))],
      sources: [...sourceVersions.map(({ sourceId }) => sourceId), ...sources.map(({ id }) => id)],
      claims: claims.length,
      decisions: judged.length,
      undoes: readUndone(act.purpose),
      hindrance: await findHindrance(db(), act, personId),
    });
  }
  return listed;
}

function readUndone(purpose: string): number | null {
  const [, number] = UNDO_PURPOSE.exec(purpose) ?? [];
  return number === undefined ? null : Number(number);
}

/**
 * Undoes an act of the person who acts, with a new revision: claims are withdrawn, the decision before applies again, and
 * a source gets its version before. Undoing an undo makes it again. Sent twice, it is undone once.
 * @returns the revision that undoes it
 */
export async function undoAct(revision: number, actor: Actor): Promise<ChangeResult<number>> {
  const { t } = await getText();
  const act = await db().revision.findFirst({
    where: { id: revision, authorId: actor.id ?? "" },
    include: CONTENT,
  });
  if (!act) return fail(t("api.undo.notYours"));
  const hindrance = await findHindrance(db(), act, actor.id ?? "");
  if (hindrance === "undone") {
    const made = await db().revision.findFirst({
      where: { purpose: `Undo of r${revision}`, authorId: actor.id ?? "" },
      orderBy: { id: "desc" },
    });
    if (made) return { ok: true, value: made.id };
  }
  if (hindrance !== null) return fail(t(`api.undo.${hindrance}`));
  const reason = `Undo of r${revision}`;
  const [changed, ...more] = await listReversals(act, reason);
  if (more.length > 0) return fail(t("api.undo.other"));
  try {
    const result = await writeLedger({
      author: actor.name,
      actor,
      purpose: reason,
      decisions: await listReversedDecisions(db(), act, reason),
      ...(changed ? { sourceChange: changed } : {}),
      // Again, under the lock of the ledger: somebody may have written since.
      within: async (tx, made) => {
        const now = await findHindrance(tx, act, actor.id ?? "", made);
        if (now !== null) throw new ActBuiltOn(now);
      },
    });
    if (result.ok) return { ok: true, value: result.revision };
    return fail(t("api.undo.others"));
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
 * Why an act cannot be undone; null: it can.
 * @param before ignores this revision and later ones; absent: none
 */
async function findHindrance(
  tx: Prisma.TransactionClient,
  act: Act,
  personId: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<Hindrance | null> {
  const later = { gt: act.id, lt: Math.min(before, 2_147_483_647) };
  const undone = await tx.revision.findFirst({
    where: { id: later, authorId: personId, purpose: `Undo of r${act.id}` },
    select: { id: true },
  });
  if (undone) return "undone";
  if (Date.now() - act.recordedAt.getTime() > DAY_MS) return "tooLate";
  const others = [
    ...[act.firms, act.tenancies, act.events, act.eventVersions, act.contextFigures],
    ...[act.contextFigureVersions, act.introduced, act.firmVersions, act.retirements],
  ];
  const isOther = others.some((rows) => rows.length > 0) || act.sourceVersions.length > 1;
  if (isOther || act.claims.length + act.decisions.length + act.sourceVersions.length === 0) {
    return "other";
  }
  const claimIds = [...new Set(act.decisions.map(({ claimId }) => claimId))];
  const sourceIds = act.sourceVersions.map(({ sourceId }) => sourceId);
  const since = await tx.revision.findMany({
    where: {
      id: later,
      OR: [
        { decisions: { some: { claimId: { in: claimIds } } } },
        { sourceVersions: { some: { sourceId: { in: sourceIds } } } },
        ...act.claims.map(({ zoneSlug, tenancyId, field }) => ({
          authorId: { not: personId },
          claims: { some: { zoneSlug, tenancyId, field } },
        })),
      ],
    },
    select: { authorId: true },
  });
  if (since.length === 0) return null;
  return since.some(({ authorId }) => authorId !== personId) ? "others" : "own";
}

/** The decisions that bring back what applied to each claim before an act; its own claims are withdrawn. */
async function listReversedDecisions(
  tx: Prisma.TransactionClient,
  act: Act,
  reason: string,
): Promise<NewDecision[]> {
  const own = new Set(act.claims.map(({ id }) => id));
  const judged = [...new Set(act.decisions.map(({ claimId }) => claimId))].filter(
    (id) => !own.has(id),
  );
  const rows = await tx.decision.findMany({
    where: { claimId: { in: judged }, revisionId: { lt: act.id } },
    orderBy: { id: "asc" },
  });
  const before = new Map(rows.map(toDecision).map((decision) => [decision.claimId, decision]));
  return [
    ...[...own].map((claimId) => ({ claimId, kind: "retracted" as const, reason })),
    ...judged.map((claimId) => {
      const { kind = "published", reason: given = null } = before.get(claimId) ?? {};
      return { claimId, kind, reason: given === null ? reason : `${given} (${reason})` };
    }),
  ];
}

/** The changes that bring back the version of each source before an act. */
async function listReversals(act: Act, reason: string): Promise<NewSourceChange[]> {
  const { facts } = await registryStore().reach(act.id);
  const versions = listVersionsOf(
    facts,
    new Set(act.sourceVersions.map(({ sourceId }) => sourceId)),
  );
  return act.sourceVersions.flatMap(({ id, sourceId }) => {
    const earlier = versions.filter(
      (version: SourceVersion) => version.source.id === sourceId && version.revision < act.id,
    );
    const last = earlier.at(-1);
    if (!last) return [];
    const { id: _, ...parts } = last.source;
    return [{ id: reverseId(id), sourceId, basedOn: act.id, reason, parts }];
  });
}

/** A UUID made from that of a change, so that undoing it twice makes one version. */
function reverseId(id: string): string {
  const hash = createHash("sha256").update(`undo ${id}`).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join("-");
}

function fail(message: string): {
  readonly ok: false;
  readonly issues: [{ param: "person"; message: string }];
} {
  return { ok: false, issues: [{ param: "person", message }] };
}
