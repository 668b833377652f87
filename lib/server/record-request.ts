import "server-only";
import type { z } from "zod";
import { fieldSpec, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { may } from "@/lib/catalogue/roles";
import type {
  ClaimRequest,
  ClaimsRequest,
  DecisionsRequest,
  SourceChangeRequest,
} from "@/lib/contract/write-request";
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";
import type { Actor } from "./audit";
import { writeLedger } from "./ledger";
import type { ItemFault, NewClaim, WriteResult } from "./ledger-types";
import type { Person } from "./session";

/** Who asks for a write. */
export interface Writer {
  readonly person: Person;
  readonly actor: Actor;
}

/**
 * Records the claims of a request, with the sources that come with them, under the evidence gates.
 * The one way for the form and for programs.
 */
export async function recordRequest(
  { claims, sources = [] }: z.output<typeof ClaimsRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  const read = claims.map(readClaim);
  const faults = [
    ...read.flatMap((item) => ("fault" in item ? [item.fault] : [])),
    ...sources.flatMap(({ id }, place): ItemFault[] => {
      const index = claims.findIndex(({ sourceId }) => sourceId === id);
      if (index < 0) {
        const message = `The source “${id}” comes with the request, but no claim of it rests on it.`;
        return [{ index: 0, part: "sourceId", message }];
      }
      if (sources.findIndex((source) => source.id === id) === place) return [];
      const message = `The source “${id}” comes twice with the request; send it once.`;
      return [{ index, part: "sourceId", message }];
    }),
  ];
  if (faults.length > 0) return { ok: false, code: "invalid", faults };
  return writeLedger({
    author: person.name,
    actor,
    purpose: purposeOf(claims.map(({ zone }) => zone)),
    claims: read.flatMap((item) => ("claim" in item ? [item.claim] : [])),
    subjects: {
      zones: [],
      tenancies: [],
      events: [],
      context: [],
      sources: sources.map((source) => ({
        ...source,
        publishedOnEstimated: false,
        accessed: null,
      })),
    },
    gated: true,
  });
}

/** Writes the judgements of a request. Who may not judge any claim may only withdraw their own. */
export async function decideRequest(
  { decisions }: z.output<typeof DecisionsRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  const reviewer = may(person.role, "decide");
  const faults = decisions.flatMap(({ decision }, index): ItemFault[] =>
    reviewer || decision === "retracted"
      ? []
      : [
          {
            index,
            part: "decision",
            message: `Only a reviewer may say that a claim is ${decision}.`,
          },
        ],
  );
  if (faults.length > 0) return { ok: false, code: "not-yours", faults };
  return writeLedger({
    author: person.name,
    actor,
    purpose: decisions.length === 1 ? "A judgement" : `${decisions.length} judgements`,
    decisions: decisions.map(({ claimId, decision, reason }) => ({
      claimId,
      kind: decision,
      reason: reason?.trim() || null,
    })),
    ownOnly: !reviewer,
  });
}

/** Changes a source: a new version of it, beside those before. */
export async function changeSourceRequest(
  sourceId: string,
  { id, basedOn, reason, ...parts }: z.output<typeof SourceChangeRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  return writeLedger({
    author: person.name,
    actor,
    purpose: `A change of the source ${sourceId}`,
    sourceChange: { id, sourceId, basedOn, reason, parts: given(parts) },
  });
}

/** The parts that were given; one that is there but undefined was not. */
function given<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function readClaim(
  claim: z.output<typeof ClaimRequest>,
  index: number,
): { readonly claim: NewClaim } | { readonly fault: ItemFault } {
  const { field, value, tenancy = null, asOf = null, locator = null, note = null, ...rest } = claim;
  if (!isZoneField(field) && !isTenancyField(field)) {
    const message = `There is no field “${field}”; see /api/v1/fields.`;
    return { fault: { index, part: "field", message } };
  }
  const spec = fieldSpec(field);
  if (!isFieldValue(spec, value)) {
    const message = `The value of “${field}” ${getValueIssue(spec, value)}.`;
    return { fault: { index, part: "value", message } };
  }
  return { claim: { ...rest, field, value, tenancy, asOf, locator, note } };
}

function purposeOf(slugs: readonly string[]): string {
  const zones = [...new Set(slugs)];
  const count = slugs.length === 1 ? "1 claim" : `${slugs.length} claims`;
  return `${count} on ${zones.slice(0, 5).join(", ")}${zones.length > 5 ? " and others" : ""}`;
}
