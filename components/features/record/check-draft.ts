import type { ZoneValues } from "@/lib/catalogue/fields";
import { type GateRequirement, listGateRequirements } from "@/lib/evidence/gates";
import type { Issue } from "@/lib/evidence/issue";
import type { Source } from "@/lib/evidence/ledger-records";
import type { DraftClaim } from "@/lib/evidence/preview";
import type { Day } from "@/lib/time/day";
import { claimOf, type DraftItem, dateFault, type RecordDraft } from "./draft";
import { isWebAddress, newSourceId } from "./new-source";

/** Faults by part, for one item or for the source. */
export type Faults = Readonly<Record<string, string>>;

/** A draft looked at as a whole. */
export interface CheckedDraft {
  /** Claims of the items whose value can be read. */
  readonly claims: readonly DraftClaim[];
  /** What the step of each item demands, by the item's id. */
  readonly gates: ReadonlyMap<string, readonly GateRequirement[]>;
  /** What is wrong with each item, by its id. */
  readonly itemFaults: ReadonlyMap<string, Faults>;
  readonly sourceFaults: Faults;
  /** Can it be sent? */
  readonly ready: boolean;
}

/** What a draft is read against. */
export interface DraftGround {
  /** Slug of the zone. */
  readonly zone: string;
  /** The zone's values that show now. */
  readonly shown: ZoneValues;
  /** Every source of the register, by its id. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The day in Pakistan; nothing may speak of a later one. */
  readonly today: Day;
}

/** Reads a draft as the ledger would, before it is sent. */
export function checkDraft(draft: RecordDraft, ground: DraftGround): CheckedDraft {
  const { zone, shown, sources, today } = ground;
  const sourceId = draft.newSource ? newSourceId(draft.newSource, sources) : draft.sourceId;
  const claims: DraftClaim[] = [];
  const itemFaults = new Map<string, Faults>();
  for (const item of draft.items) {
    const read = claimOf(item, draft, zone, sourceId ?? "");
    const faults: Record<string, string> = {};
    if ("claim" in read) claims.push(read.claim);
    else faults.value = read.fault;
    const date = dateFault(item.asOf, today);
    if (date) faults.asOf = date;
    if (Object.keys(faults).length > 0) itemFaults.set(item.id, faults);
  }
  const gates = new Map(
    claims.map((claim) => [claim.id, gateOfClaim(claim, claims, draft.items, shown)] as const),
  );
  for (const { id } of claims) {
    const missing = Object.fromEntries(
      (gates.get(id) ?? []).flatMap(({ part, met, words }) => (met ? [] : [[part, words]])),
    );
    if (Object.keys(missing).length > 0) itemFaults.set(id, { ...missing, ...itemFaults.get(id) });
  }
  const sourceFaults = faultsOfSource(draft, today);
  return {
    claims,
    gates,
    itemFaults,
    sourceFaults,
    ready:
      draft.items.length > 0 && itemFaults.size === 0 && Object.keys(sourceFaults).length === 0,
  };
}

function gateOfClaim(
  claim: DraftClaim,
  claims: readonly DraftClaim[],
  items: readonly DraftItem[],
  shown: ZoneValues,
): readonly GateRequirement[] {
  const others = claims.filter((other) => other !== claim && other.tenancy === null);
  const gateConfirmed = items.find(({ id }) => id === claim.id)?.gateConfirmed ?? false;
  return listGateRequirements(
    { ...claim, gateConfirmed },
    { ...shown, ...Object.fromEntries(others.map(({ field, value }) => [field, value])) },
  );
}

function faultsOfSource({ newSource, sourceId, asOf }: RecordDraft, today: Day): Faults {
  const faults: Record<string, string> = {};
  const date = dateFault(asOf, today);
  if (date) faults.asOf = date;
  if (!newSource) {
    if (sourceId === null) faults.sourceId = "Choose the source, or add it.";
    return faults;
  }
  if (newSource.title.trim() === "") faults.title = "Give the title.";
  if (newSource.publisher.trim() === "") faults.publisher = "Say who published it.";
  if (newSource.url.trim() !== "" && !isWebAddress(newSource.url)) {
    faults.url = "Give a whole web address, beginning with https:// or http://.";
  }
  const published = dateFault(newSource.publishedOn, today);
  if (published) faults.publishedOn = published;
  return faults;
}

/** What the server found wrong, by the item that it is about. */
export function groupServerIssues(
  issues: readonly Issue[],
  claims: readonly DraftClaim[],
): ReadonlyMap<string, Faults> {
  const byItem = new Map<string, Faults>();
  for (const { index = -1, param, message } of issues) {
    const id = claims[index]?.id;
    if (id) byItem.set(id, { ...byItem.get(id), [param]: message });
  }
  return byItem;
}
