import "server-only";
import { findClaims } from "@/lib/evidence/add-facts";
import { getDecisions, type Ledger } from "@/lib/evidence/evidence-index";
import type { RetirableKind, Tenancy } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import { copyClaims } from "./copies";
import { deriveId } from "./derived-id";
import { listRetirementIssues } from "./retirement-issues";
import { getLast, listStandings, type Standings } from "./standings";
import type { NewClaim, NewDecision, NewRetirement, RejectedWrite } from "./types";

/** What merging, retiring, withdrawing and restoring records adds to the ledger. */
export interface PlannedRetirements {
  /** Those that the write asks for. */
  readonly requested: readonly NewRetirement[];
  /** Those and what they bring with them: a firm, its tenancies. */
  readonly retirements: readonly NewRetirement[];
  /** Copies of the claims of merged zones and tenancies, on those that stay. */
  readonly claims: readonly NewClaim[];
  /** Firms of a merged zone in the zone that stays. */
  readonly tenancies: readonly Tenancy[];
  /** Withdrawals of such copies, where a merged record is restored. */
  readonly decisions: readonly NewDecision[];
  /** The zones whose columns change. */
  readonly zones: readonly string[];
}

/** What one of them adds. */
type PlannedRetirement = Omit<PlannedRetirements, "requested">;

const NOTHING: PlannedRetirement = {
  retirements: [],
  claims: [],
  tenancies: [],
  decisions: [],
  zones: [],
};

/**
 * What retirements of different records add. A merged zone or tenancy leaves its claims to the one that stays, as copies of
 * their own; a merged firm its tenancies; restoring takes both back. Nothing for those recorded before. Rejects a record
 * that does not exist or is in that state already, a target that is not shown, is another kind or is the record itself, and
 * tenancies of two zones.
 */
export function planRetirements(
  text: Text,
  ledger: Ledger,
  sent: readonly NewRetirement[],
): PlannedRetirements | RejectedWrite {
  if (sent.length === 0) return { requested: [], ...NOTHING };
  const requested: NewRetirement[] = [];
  const plans: PlannedRetirement[] = [];
  const before = listStandings(ledger.facts);
  for (const one of sent) {
    const made = ledger.facts.retirements.find(({ id }) => id === one.id);
    if (made && isSame(made, one)) continue;
    if (made) {
      const message = text.t("api.ledger.changeIdReused", { id: one.id });
      return { ok: false, code: "change-id-reused", issues: [{ index: 0, param: "id", message }] };
    }
    const issues = listRetirementIssues(ledger.facts, text, one, before);
    if (issues.length > 0) return { ok: false, code: "invalid", issues };
    requested.push(one);
    plans.push(planRetirement(ledger, one, before));
  }
  return {
    requested,
    retirements: plans.flatMap(({ retirements }) => retirements),
    claims: plans.flatMap(({ claims }) => claims),
    tenancies: plans.flatMap(({ tenancies }) => tenancies),
    decisions: plans.flatMap(({ decisions }) => decisions),
    zones: plans.flatMap(({ zones }) => zones),
  };
}

function isSame(made: NewRetirement, sent: NewRetirement): boolean {
  return (["kind", "subject", "act", "into", "reason"] as const).every(
    (part) => made[part] === sent[part],
  );
}

function planRetirement(ledger: Ledger, sent: NewRetirement, before: Standings): PlannedRetirement {
  if (sent.act === "merged") return planMerge(ledger, sent, before);
  const wasMerged = getLast(before, sent.kind, sent.subject)?.act === "merged";
  return sent.act === "restored" && wasMerged
    ? planUnmerge(ledger, sent, before)
    : planSimple(sent, before);
}

/** A record is retired or withdrawn, or restored after that; a firm with the tenancies that this hides, or that its retirement hid. */
function planSimple(sent: NewRetirement, before: Standings): PlannedRetirement {
  const { id, kind, subject, act, reason } = sent;
  if (kind !== "firm") {
    return { ...NOTHING, retirements: [sent], zones: listZones(before, kind, subject) };
  }
  const own = before.tenancies.filter(({ firmId }) => firmId === subject);
  const hiddenBy = getLast(before, "firm", subject)?.id ?? "";
  const changed = own.filter((tenancy) => {
    const last = getLast(before, "tenancy", tenancy.id);
    return act === "restored" ? last?.id === deriveId(hiddenBy, tenancy.id) : last === null;
  });
  return {
    ...NOTHING,
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

function listZones({ tenancies }: Standings, kind: RetirableKind, subject: string): string[] {
  if (kind === "zone") return [subject];
  if (kind !== "tenancy") return [];
  return tenancies.filter(({ id }) => id === subject).map(({ zone }) => zone);
}

function planMerge(ledger: Ledger, sent: NewRetirement, before: Standings): PlannedRetirement {
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
      ...NOTHING,
      retirements: [sent],
      tenancies: pairs.flatMap(({ to, isNew }) =>
        isNew ? { id: to.id, zone: to.zone, firm: to.firm, firmId: to.firmId, order: 0 } : [],
      ),
      ...copyClaims(ledger, reason, [
        { mergeId: id, from: { zone: subject, tenancy: null }, to: { zone: into, tenancy: null } },
        ...pairs.map(({ from, to }) => ({
          mergeId: id,
          from: { zone: subject, tenancy: from },
          to: { zone: into, tenancy: to.id },
        })),
      ]),
      zones: [subject, into],
    };
  }
  if (kind === "tenancy") {
    const zone = shown.find((tenancy) => tenancy.id === subject)?.zone ?? "";
    const copies = copyClaims(ledger, reason, [
      { mergeId: id, from: { zone, tenancy: subject }, to: { zone, tenancy: into } },
    ]);
    return { ...NOTHING, retirements: [sent], ...copies, zones: [zone] };
  }
  if (kind !== "firm") return { ...NOTHING, retirements: [sent] };
  const own = shown.filter(({ firmId }) => firmId === subject);
  const pairs = own.flatMap((tenancy) => {
    const same = shown.find(({ zone, firmId }) => zone === tenancy.zone && firmId === into);
    return same ? [{ from: tenancy, to: same }] : [];
  });
  return {
    ...NOTHING,
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
    ...copyClaims(
      ledger,
      reason,
      pairs.map(({ from, to }) => ({
        mergeId: deriveId(id, from.id),
        from: { zone: from.zone, tenancy: from.id },
        to: { zone: to.zone, tenancy: to.id },
      })),
    ),
    zones: own.map(({ zone }) => zone),
  };
}

/** A merged record is restored: the copies of its claims are withdrawn, and so is the merge of its tenancies. */
function planUnmerge(
  { facts, evidence }: Ledger,
  sent: NewRetirement,
  before: Standings,
): PlannedRetirement {
  const { id, kind, subject, reason } = sent;
  const merge = getLast(before, kind, subject);
  if (!merge) return NOTHING;
  const also =
    kind === "firm"
      ? before.tenancies.filter(
          ({ id: tenancy }) =>
            getLast(before, "tenancy", tenancy)?.id === deriveId(merge.id, tenancy),
        )
      : [];
  const merged = new Set(kind === "tenancy" ? [subject] : also.map((one) => one.id));
  const claims = facts.claims.filter(({ zone, tenancy }) =>
    kind === "zone" ? zone === subject : tenancy !== null && merged.has(tenancy),
  );
  const mergeOf = (tenancy: string | null) =>
    kind === "firm" ? deriveId(merge.id, tenancy ?? "") : merge.id;
  const copies = findClaims(
    facts,
    new Set(claims.map((claim) => deriveId(mergeOf(claim.tenancy), claim.id))),
  );
  const inUse = copies.filter((copy) => getDecisions(evidence, copy).at(-1)?.kind !== "retracted");
  return {
    ...NOTHING,
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
        ...copies.map(({ zone }) => zone),
        ...also.map(({ zone }) => zone),
        ...listZones(before, kind, subject),
      ]),
    ],
  };
}
