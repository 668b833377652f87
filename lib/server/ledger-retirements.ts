import "server-only";
import { findClaims } from "@/lib/evidence/add-facts";
import type { Facts, RetirableKind, Retirement, Tenancy } from "@/lib/evidence/ledger-records";
import { getDecisions, type Ledger } from "@/lib/evidence/registry";
import { latestDecision } from "@/lib/evidence/resolve";
import type { Text } from "@/lib/text/text";
import { deriveId } from "./derived-id";
import { copyClaims } from "./ledger-copies";
import { getLast, listStandings, type Standings } from "./ledger-standings";
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
export function planRetirement(
  text: Text,
  ledger: Ledger,
  sent: NewRetirement | undefined,
): Planned<PlannedRetirements> {
  if (!sent) return { ok: true, items: [] };
  const made = ledger.facts.retirements.find(({ id }) => id === sent.id);
  if (made) {
    const { kind, subject, act, into, reason } = made;
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
  const before = listStandings(ledger.facts);
  const issues = listIssues(ledger.facts, text, sent, before);
  if (issues.length > 0) return { ok: false, code: "invalid", issues };
  const plan =
    sent.act === "retired" || (sent.act === "restored" && !wasMerged(before, sent))
      ? planSimple(sent, before)
      : sent.act === "merged"
        ? planMerge(ledger, sent, before)
        : planUnmerge(ledger, sent, before);
  return { ok: true, items: [plan] };
}

const wasMerged = (before: Standings, { kind, subject }: NewRetirement) =>
  getLast(before, kind, subject)?.act === "merged";

function listIssues(
  facts: Facts,
  text: Text,
  { kind, subject, act, into }: NewRetirement,
  before: Standings,
): ItemIssue[] {
  const reject = (param: string, message: string): ItemIssue[] => [{ index: 0, param, message }];
  if (!exists(facts, kind, subject)) {
    return reject("subject", text.t("api.ledger.retire.noSubject", { kind, subject }));
  }
  const last = getLast(before, kind, subject);
  if (act === "restored" && last === null) {
    return reject("subject", text.t("api.ledger.retire.shown", { subject }));
  }
  if (act === "restored" && last?.act === "merged") {
    return listRestoreIssues(facts, text, kind, subject, last.into ?? "", before);
  }
  if (act !== "restored" && last !== null) {
    return reject("subject", text.t("api.ledger.retire.hidden", { subject }));
  }
  if (act !== "merged") return [];
  if (into === null || into === subject) return reject("into", text.t("api.ledger.retire.self"));
  if (!exists(facts, kind, into)) {
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
function listRestoreIssues(
  facts: Facts,
  text: Text,
  kind: RetirableKind,
  subject: string,
  into: string,
  before: Standings,
): ItemIssue[] {
  const reject = (first: string): ItemIssue[] => [
    { index: 0, param: "subject", message: text.t("api.ledger.retire.first", { first }) },
  ];
  if (getLast(before, kind, into)?.act === "merged") return reject(into);
  if (kind !== "tenancy") return [];
  const firm = facts.tenancies.find(({ id }) => id === subject)?.firmId ?? "";
  return getLast(before, "firm", firm)?.act === "merged" ? reject(firm) : [];
}

/** Is there a record of the kind with the id? */
function exists(facts: Facts, kind: RetirableKind, id: string): boolean {
  const has = (records: readonly { readonly id: string }[]) => records.some((one) => one.id === id);
  const found: Record<RetirableKind, () => boolean> = {
    zone: () => facts.zones.some(({ slug }) => slug === id),
    firm: () => has(facts.firmVersions),
    tenancy: () => has(facts.tenancies),
    event: () => has(facts.events),
    figure: () => facts.context.some(({ key }) => key === id),
    source: () => facts.sourceVersions.some(({ source }) => source.id === id),
  };
  return found[kind]();
}

/** A record is retired, or restored after that; a firm with its tenancies. */
function planSimple(sent: NewRetirement, before: Standings): PlannedRetirements {
  const { id, kind, subject, act, reason } = sent;
  if (kind !== "firm") {
    return { ...NO_RETIREMENTS, retirements: [sent], zones: listZones(before, kind, subject) };
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

function listZones({ tenancies }: Standings, kind: RetirableKind, subject: string): string[] {
  if (kind === "zone") return [subject];
  if (kind !== "tenancy") return [];
  return tenancies.filter(({ id }) => id === subject).map(({ zone }) => zone);
}

function planMerge(ledger: Ledger, sent: NewRetirement, before: Standings): PlannedRetirements {
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
): PlannedRetirements {
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
  const inUse = copies.filter((copy) => {
    const own = getDecisions(evidence, copy);
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
        ...copies.map(({ zone }) => zone),
        ...also.map(({ zone }) => zone),
        ...listZones(before, kind, subject),
      ]),
    ],
  };
}
