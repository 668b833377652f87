import "server-only";
import type { Facts, RetirableKind } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import { findShownFirm, getLast, listPresentFirms, type Standings } from "./standings";
import type { ItemIssue, NewRetirement } from "./types";

/** Why a record cannot be merged, retired, withdrawn or restored; empty: it can. */
export function listRetirementIssues(
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
  if (act === "restored" && kind === "firm") {
    const name = listPresentFirms(before).get(subject)?.name ?? subject;
    const id = findShownFirm(before, name);
    if (id !== null) {
      return reject("subject", text.t("api.ledger.retire.nameTaken", { id, subject }));
    }
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
