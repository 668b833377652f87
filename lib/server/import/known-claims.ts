import "server-only";
import type { ClaimContent } from "@/lib/entry/import-row";
import { deriveId } from "../ledger/derived-id";
import { readUndone } from "../ledger/undo-chains";
import { getContent } from "../registry/load-facts";
import type { RegistryView } from "../registry/registry-at";
import { makeClaimId } from "./claim-id";

/** The ids of the claims of an import, as it compares them with those in the ledger. */
export interface ImportIds {
  /** The same for the same content, and another one where the claim with that id was undone, so that it can come again. */
  readonly makeId: (content: ClaimContent) => string;
  /** The ids that recorded claims have, and those that they would have if they had been imported; without undone claims. */
  readonly known: ReadonlySet<string>;
}

/** Prepares the ids of an import. A claim that someone withdrew for a reason of their own stays known. */
export function prepareIds({ facts }: RegistryView): ImportIds {
  const last = new Map(facts.decisions.map((decision) => [decision.claimId, decision]));
  const isUndone = (id: string) => {
    const decision = last.get(id);
    return decision?.kind === "retracted" && readUndone(decision.reason ?? "") !== null;
  };
  const makeId = (content: ClaimContent) => {
    let id = makeClaimId(content);
    while (isUndone(id)) id = deriveId("again", id);
    return id;
  };
  const recorded = facts.claims.filter(({ id }) => !isUndone(id));
  return {
    makeId,
    known: new Set(recorded.flatMap((claim) => [claim.id, makeId(getContent(claim))])),
  };
}
