import "server-only";
import type { Prisma } from "@/prisma/generated/client";

const UNDO = "Undo of r";

/** The purpose of a revision that undoes another one. Purposes are not typed by people, so nobody can forge it. */
export const formatUndoPurpose = (revision: number): string => `${UNDO}${revision}`;

/** The revision that another one undoes; null: it undoes nothing. */
export function readUndone(purpose: string): number | null {
  return purpose.startsWith(UNDO) ? Number(purpose.slice(UNDO.length)) : null;
}

/** A revision of a chain. */
interface UndoLink {
  readonly revision: number;
  /** Does the act at the start of the chain apply after it? */
  readonly applies: boolean;
}

/**
 * An act and the undos that lead back to it, oldest first; never empty. Each undo says the opposite of what it undoes: the act
 * applies no more, or applies again.
 */
type UndoChain = readonly UndoLink[];

/** The chains of acts that were undone. */
export interface UndoChains {
  readonly byRevision: ReadonlyMap<number, UndoChain>;
  /** Revisions that change nothing together: the undos, and the acts that apply no more. */
  readonly cancelled: readonly number[];
}

/** The place of a revision in its chain. */
export interface UndoPlace {
  /** The act that undoes nothing; the revision itself where it is that one, as are the others. */
  readonly first: number;
  /** The latest undo that leads back to it. */
  readonly last: number;
  /** Does the act apply after the revision? */
  readonly applies: boolean;
  /**
   * Is what the revision did undone? Of the revisions of one chain, the last one can be undone, and the first one in its
   * place where it applies again.
   */
  readonly isUndone: boolean;
  /** The latest revision that undid it; null: none did. */
  readonly undoneBy: number | null;
}

/** The place of a revision in its chain; it is alone where nothing undid it. */
export function findUndoPlace({ byRevision }: UndoChains, revision: number): UndoPlace {
  const alone = { revision, applies: true };
  const chain = byRevision.get(revision) ?? [alone];
  const own = chain.find((link) => link.revision === revision) ?? alone;
  const [first = own, last = own] = [chain[0], chain.at(-1)];
  const undoing = chain.findLast(
    (link) => link.revision > revision && link.applies !== own.applies,
  );
  return {
    ...{ first: first.revision, last: last.revision, applies: own.applies },
    isUndone: own !== last && (own !== first || !last.applies),
    undoneBy: undoing?.revision ?? null,
  };
}

/** A revision that undoes another one. */
interface Undo {
  readonly revision: number;
  readonly undone: number;
}

/**
 * The chains of a person, and of everybody since the oldest act that leads to revisions of this person.
 * @param revisions not empty
 * @param before ignores this revision and later ones
 */
export async function listUndoChains(
  tx: Prisma.TransactionClient,
  personId: string,
  revisions: readonly number[],
  before: number,
): Promise<UndoChains> {
  const own = await listUndos(tx, { authorId: personId, id: { lt: before } });
  const chains = buildUndoChains(own);
  const since = Math.min(...revisions.map((revision) => findUndoPlace(chains, revision).first));
  const others = await listUndos(tx, {
    authorId: { not: personId },
    id: { gte: since, lt: before },
  });
  return buildUndoChains([...own, ...others]);
}

/** Oldest first. */
async function listUndos(
  tx: Prisma.TransactionClient,
  where: Prisma.RevisionWhereInput,
): Promise<Undo[]> {
  const rows = await tx.revision.findMany({
    where: { ...where, purpose: { startsWith: UNDO } },
    select: { id: true, purpose: true },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ id, purpose }) => {
    const undone = readUndone(purpose);
    return undone === null ? [] : { revision: id, undone };
  });
}

/** The chains of undos. @param undos those of each person oldest first: nobody undoes what another person did */
function buildUndoChains(undos: readonly Undo[]): UndoChains {
  const byRevision = new Map<number, UndoLink[]>();
  for (const { revision, undone } of undos) {
    const chain = byRevision.get(undone) ?? [{ revision: undone, applies: true }];
    const own = chain.find((link) => link.revision === undone);
    chain.push({ revision, applies: !own?.applies });
    byRevision.set(undone, chain).set(revision, chain);
  }
  const cancelled = [...byRevision].flatMap(([revision, chain]) =>
    chain[0]?.revision === revision && chain.at(-1)?.applies ? [] : revision,
  );
  return { byRevision, cancelled };
}
