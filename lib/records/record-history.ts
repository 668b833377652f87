import type { Facts, RetirementAct, Revision } from "../evidence/ledger-records";
import { listVersions } from "../evidence/source-versions";
import type { RecordKind } from "./record-kinds";

/** What happened to a record in one revision. */
export interface RecordEvent {
  readonly revision: Revision | undefined;
  readonly act: "added" | "changed" | RetirementAct;
  /** Why; null for the first version. */
  readonly reason: string | null;
  /** The record that stays of a merge; null otherwise. */
  readonly into: string | null;
}

/** Every version of a record and everything that merged, retired, withdrew or restored it, latest first. Claims are in the ledger. */
export function listRecordHistory(facts: Facts, kind: RecordKind, id: string): RecordEvent[] {
  const revisions = new Map(facts.revisions.map((revision) => [revision.number, revision]));
  const versions = listRecordVersions(facts, kind, id).map((version, i) => ({
    number: version.revision,
    act: i === 0 ? ("added" as const) : ("changed" as const),
    reason: version.reason,
    into: null,
  }));
  const retirements = facts.retirements
    .filter((one) => one.kind === kind && one.subject === id)
    .map(({ revision, act, reason, into }) => ({ number: revision, act, reason, into }));
  return [...versions, ...retirements]
    .sort((a, b) => b.number - a.number)
    .map(({ number, ...event }) => ({ ...event, revision: revisions.get(number) }));
}

function listRecordVersions(
  facts: Facts,
  kind: RecordKind,
  id: string,
): readonly { readonly revision: number; readonly reason: string | null }[] {
  switch (kind) {
    case "zone":
      return [];
    case "firm":
      return facts.firmVersions.filter((version) => version.id === id);
    case "event":
      return facts.events.filter((version) => version.id === id);
    case "figure":
      return facts.context.filter((version) => version.key === id);
    case "source":
      return listVersions(facts.sourceVersions, id, facts.revision);
  }
}
