import "server-only";
import type { RetirableKind, Retirement, Tenancy } from "@/lib/evidence/ledger-records";
import { latestDecision } from "@/lib/evidence/resolve";
import type { Text } from "@/lib/text/text";
import type { Prisma } from "@/prisma/generated/client";
import { deriveId } from "./derived-id";
import { toDecision, toRetirement } from "./fact-rows";
import { getText } from "./get-text";
import { copyClaims } from "./ledger-copies";
import { getLast, readStandings, type Standings } from "./ledger-standings";
import type { ItemIssue, NewClaim, NewDecision, NewRetirement, Planned } from "./ledger-types";

/** What merging, retiring and restoring records adds to the ledger. */
export interface PlannedRetirements {
  readonly retirements: readonly Omit<Retirement, "revision">[];
  /** Copies of the claims of merged zones and tenancies, on those that stay. */
  readonly claims: readonly NewClaim[];
  /** Firms of a merged zone in the zone that stays. */
  readonly tenancies: readonly Tenancy[];
  /** Withdrawals of such copies, where a merged record is restored. */
  readonly decisions: readonly NewDecision[];
  /** The zones whose columns change. */
  readonly zones: readonly string[];
}

/** No record is merged, retired or restored. */
export const NO_RETIREMENTS: PlannedRetirements = {
  retirements: [],
  claims: [],
  tenancies: [],
  decisions: [],
  zones: [],
};

/**
 * What a retirement adds. A merged zone or tenancy leaves its claims to the one that stays, as copies of their own; a
 * merged firm its tenancies; restoring takes both back. Nothing if it was recorded before. Rejects a record that does not
 * exist or is in that state already, a target that is not shown, is another kind or is the record itself, and tenancies of
 * two zones.
 */
export async function planRetirement(
  tx: Prisma.TransactionClient,
  sent: NewRetirement | undefined,
): Promise<Planned<PlannedRetirements>> {
  if (!sent) return { ok: true, items: [] };
  const text = await getText();
  const made = await tx.retirement.findUnique({ where: { id: sent.id } });
  if (made) {
    const { kind, subject, act, into, reason } = toRetirement(made);
    const isSame =
      kind === sent.kind &&
      subject === sent.subject &&
      act === sent.act &&
      into === sent.into &&
      reason === sent.reason;
    if (isSame) return { ok: true, items: [] };
    const message = text.t("api.ledger.changeIdReused", { id: sent.id });
    return { ok: false, code: "change-id-reused", issues: [{ index: 0, param: "id", message }] };
  }
  const before = await readStandings(tx);
  const issues = await listIssues(tx, text, sent, before);
  if (issues.length > 0) return { ok: false, code: "invalid", issues };
  const plan =
    sent.act === "retired" || (sent.act === "restored" && !wasMerged(before, sent))
      ? await planSimple(tx, sent, before)
      : sent.act === "merged"
        ? await planMerge(tx, sent, before)
        : await planUnmerge(tx, sent, before);
  return { ok: true, items: [plan] };
}

/** Writes planned retirements. */
export async function insertRetirements(
  tx: Prisma.TransactionClient,
  { retirements }: PlannedRetirements,
  revisionId: number,
): Promise<void> {
  await tx.retirement.createMany({ data: retirements.map((one) => ({ ...one, revisionId })) });
}

/** The records of a kind that are merged or retired: no claim may be recorded on them or cite them. */
export async function listHidden(
  tx: Prisma.TransactionClient,
  kind: RetirableKind,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.retirement.findMany({
    where: { kind, subject: { in: [...subjects] } },
    orderBy: { revisionId: "asc" },
  });
  const last = new Map(rows.map(({ subject, act }) => [subject, act]));
  return new Set([...last].flatMap(([subject, act]) => (act === "restored" ? [] : subject)));
}

const wasMerged = (before: Standings, { kind, subject }: NewRetirement) =>
  getLast(before, kind, subject)?.act === "merged";

async function listIssues(
  tx: Prisma.TransactionClient,
  text: Text,
  { kind, subject, act, into }: NewRetirement,
  before: Standings,
): Promise<ItemIssue[]> {
  const reject = (param: string, message: string): ItemIssue[] => [{ index: 0, param, message }];
  if (!(await exists(tx, kind, subject))) {
    return reject("subject", text.t("api.ledger.retire.noSubject", { kind, subject }));
  }
  const last = getLast(before, kind, subject);
  if (act === "restored" && last === null) {
    return reject("subject", text.t("api.ledger.retire.shown", { subject }));
  }
  if (act === "restored" && last?.act === "merged") {
    return listRestoreIssues(tx, text, kind, subject, last.into ?? "", before);
  }
  if (act !== "restored" && last !== null) {
    return reject("subject", text.t("api.ledger.retire.hidden", { subject }));
  }
  if (act !== "merged") return [];
  if (into === null || into === subject) return reject("into", text.t("api.ledger.retire.self"));
  if (!(await exists(tx, kind, into))) {
    return reject("into", text.t("api.ledger.retire.noSubject", { kind, subject: into }));
  }
  if (getLast(before, kind, into) !== null) {
    return reject("into", text.t("api.ledger.retire.hidden", { subject: into }));
  }
  const zoneOf = (id: string) => before.tenancies.find((tenancy) => tenancy.id === id)?.zone;
  return kind === "tenancy" && zoneOf(subject) !== zoneOf(into)
    ? reject("into", text.t("api.ledger.retire.otherZone"))
    : [];
}

/** Why a merged record cannot be restored yet: what stayed, or the firm of a tenancy, was merged itself since. */
async function listRestoreIssues(
  tx: Prisma.TransactionClient,
  text: Text,
  kind: RetirableKind,
  subject: string,
  into: string,
  before: Standings,
): Promise<ItemIssue[]> {
  const reject = (first: string): ItemIssue[] => [
    { index: 0, param: "subject", message: text.t("api.ledger.retire.first", { first }) },
  ];
  if (getLast(before, kind, into)?.act === "merged") return reject(into);
  if (kind !== "tenancy") return [];
  const row = await tx.tenancy.findUnique({ where: { id: subject }, select: { firmId: true } });
  const firm = row?.firmId ?? "";
  return getLast(before, "firm", firm)?.act === "merged" ? reject(firm) : [];
}

/** Is there a record of the kind with the id? */
async function exists(
  tx: Prisma.TransactionClient,
  kind: RetirableKind,
  id: string,
): Promise<boolean> {
  const counts: Record<RetirableKind, () => Promise<number>> = {
    zone: () => tx.zone.count({ where: { slug: id } }),
    firm: () => tx.firm.count({ where: { id } }),
    tenancy: () => tx.tenancy.count({ where: { id } }),
    event: () => tx.event.count({ where: { id } }),
    figure: () => tx.contextFigure.count({ where: { key: id } }),
    source: () => tx.source.count({ where: { id } }),
  };
  return (await counts[kind]()) > 0;
}

/** A record is retired, or restored after that; a firm with its tenancies. */
async function planSimple(
  tx: Prisma.TransactionClient,
  sent: NewRetirement,
  before: Standings,
): Promise<PlannedRetirements> {
  const { id, kind, subject, act, reason } = sent;
  if (kind !== "firm") {
    return { ...NO_RETIREMENTS, retirements: [sent], zones: await listZones(tx, kind, subject) };
  }
  const own = before.tenancies.filter(({ firmId }) => firmId === subject);
  const changed = own.filter((tenancy) => {
    const last = getLast(before, "tenancy", tenancy.id);
    return act === "restored" ? last?.act === "retired" : last === null;
  });
  return {
    ...NO_RETIREMENTS,
    retirements: [
      sent,
      ...changed.map((tenancy) => ({
        id: deriveId(id, tenancy.id),
        kind: "tenancy" as const,
        subject: tenancy.id,
        act,
        into: null,
        reason,
      })),
    ],
    zones: changed.map(({ zone }) => zone),
  };
}

async function listZones(
  tx: Prisma.TransactionClient,
  kind: RetirableKind,
  subject: string,
): Promise<string[]> {
  if (kind === "zone") return [subject];
  if (kind !== "tenancy") return [];
  const rows = await tx.tenancy.findMany({ where: { id: subject }, select: { zoneSlug: true } });
  return rows.map(({ zoneSlug }) => zoneSlug);
}

async function planMerge(
  tx: Prisma.TransactionClient,
  sent: NewRetirement,
  before: Standings,
): Promise<PlannedRetirements> {
  const { id, kind, subject, reason } = sent;
  const into = sent.into ?? "";
  const shown = before.tenancies.filter(
    (tenancy) => getLast(before, "tenancy", tenancy.id) === null,
  );
  if (kind === "zone") {
    const own = shown.filter(({ zone }) => zone === subject);
    const there = shown.filter(({ zone }) => zone === into);
    const pairs = own.map((tenancy) => {
      const same = there.find(({ firmId }) => firmId === tenancy.firmId);
      const made = { ...tenancy, id: `${into}--${tenancy.firmId}`, zone: into, order: 0 };
      return { from: tenancy.id, to: same ?? made, isNew: !same };
    });
    return {
      ...NO_RETIREMENTS,
      retirements: [sent],
      tenancies: pairs.flatMap(({ to, isNew }) =>
        isNew ? { id: to.id, zone: to.zone, firm: to.firm, firmId: to.firmId, order: 0 } : [],
      ),
      ...(await copyClaims(tx, reason, [
        { mergeId: id, from: { zone: subject, tenancy: null }, to: { zone: into, tenancy: null } },
        ...pairs.map(({ from, to }) => ({
          mergeId: id,
          from: { zone: subject, tenancy: from },
          to: { zone: into, tenancy: to.id },
        })),
      ])),
      zones: [subject, into],
    };
  }
  if (kind === "tenancy") {
    const zone = shown.find((tenancy) => tenancy.id === subject)?.zone ?? "";
    const copies = await copyClaims(tx, reason, [
      { mergeId: id, from: { zone, tenancy: subject }, to: { zone, tenancy: into } },
    ]);
    return { ...NO_RETIREMENTS, retirements: [sent], ...copies, zones: [zone] };
  }
  if (kind !== "firm") return { ...NO_RETIREMENTS, retirements: [sent] };
  const own = shown.filter(({ firmId }) => firmId === subject);
  const pairs = own.flatMap((tenancy) => {
    const same = shown.find(({ zone, firmId }) => zone === tenancy.zone && firmId === into);
    return same ? [{ from: tenancy, to: same }] : [];
  });
  return {
    ...NO_RETIREMENTS,
    retirements: [
      sent,
      ...pairs.map(({ from, to }) => ({
        id: deriveId(id, from.id),
        kind: "tenancy" as const,
        subject: from.id,
        act: "merged" as const,
        into: to.id,
        reason,
      })),
    ],
    ...(await copyClaims(
      tx,
      reason,
      pairs.map(({ from, to }) => ({
        mergeId: deriveId(id, from.id),
        from: { zone: from.zone, tenancy: from.id },
        to: { zone: to.zone, tenancy: to.id },
      })),
    )),
    zones: own.map(({ zone }) => zone),
  };
}

/** A merged record is restored: the copies of its claims are withdrawn, and so is the merge of its tenancies. */
async function planUnmerge(
  tx: Prisma.TransactionClient,
  sent: NewRetirement,
  before: Standings,
): Promise<PlannedRetirements> {
  const { id, kind, subject, reason } = sent;
  const merge = getLast(before, kind, subject);
  if (!merge) return NO_RETIREMENTS;
  const also =
    kind === "firm"
      ? before.tenancies.filter(
          ({ id: tenancy }) =>
            getLast(before, "tenancy", tenancy)?.id === deriveId(merge.id, tenancy),
        )
      : [];
  const where: Prisma.ClaimWhereInput =
    kind === "zone"
      ? { zoneSlug: subject }
      : { tenancyId: { in: kind === "tenancy" ? [subject] : also.map((one) => one.id) } };
  const claims = await tx.claim.findMany({ where, select: { id: true, tenancyId: true } });
  const mergeOf = (tenancy: string | null) =>
    kind === "firm" ? deriveId(merge.id, tenancy ?? "") : merge.id;
  const copies = await tx.claim.findMany({
    where: { id: { in: claims.map((claim) => deriveId(mergeOf(claim.tenancyId), claim.id)) } },
  });
  const rows = await tx.decision.findMany({
    where: { claimId: { in: copies.map((copy) => copy.id) } },
  });
  const decisions = rows.map(toDecision);
  const inUse = copies.filter((copy) => {
    const own = decisions.filter(({ claimId }) => claimId === copy.id);
    return latestDecision(own, Number.MAX_SAFE_INTEGER)?.kind !== "retracted";
  });
  return {
    ...NO_RETIREMENTS,
    retirements: [
      sent,
      ...also.map((tenancy) => ({
        id: deriveId(id, tenancy.id),
        kind: "tenancy" as const,
        subject: tenancy.id,
        act: "restored" as const,
        into: null,
        reason,
      })),
    ],
    decisions: inUse.map((copy) => ({ claimId: copy.id, kind: "retracted" as const, reason })),
    zones: [
      ...new Set([
        ...copies.map(({ zoneSlug }) => zoneSlug),
        ...also.map(({ zone }) => zone),
        ...(await listZones(tx, kind, subject)),
      ]),
    ],
  };
}
