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
import { describeValueRule } from "@/lib/text/claim-issue-words";
import type { Text } from "@/lib/text/text";
import type { Actor } from "./audit";
import { getText } from "./get-text";
import { writeLedger } from "./ledger";
import type { ItemIssue, NewClaim, WriteResult } from "./ledger-types";
import type { Person } from "./session";

/** The user who writes. */
export interface Writer {
  readonly person: Pick<Person, "name" | "role">;
  readonly actor: Actor;
}

/**
 * Records the claims of a request and their new sources, and checks the evidence for steps. The form
 * and programs both use it.
 */
export async function recordRequest(
  { claims, sources = [] }: z.output<typeof ClaimsRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  const text = await getText();
  const read = claims.map((claim, index) => readClaim(text, claim, index));
  const issues = [
    ...read.flatMap((item) => ("issue" in item ? [item.issue] : [])),
    ...sources.flatMap(({ id }, place): ItemIssue[] => {
      const index = claims.findIndex(({ sourceId }) => sourceId === id);
      if (index < 0) {
        const message = text.t("api.ledger.sourceNotCited", { id });
        return [{ index: 0, param: "sourceId", message }];
      }
      if (sources.findIndex((source) => source.id === id) === place) return [];
      return [{ index, param: "sourceId", message: text.t("api.ledger.sourceTwice", { id }) }];
    }),
  ];
  if (issues.length > 0) return { ok: false, code: "invalid", issues };
  return writeLedger({
    author: person.name,
    actor,
    purpose: formatPurpose(claims.map(({ zone }) => zone)),
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
        archivedUrl: null,
      })),
    },
    gated: true,
  });
}

/** Records the decisions of a request. Without the right to decide, a person can only withdraw their own claims. */
export async function decideRequest(
  { decisions }: z.output<typeof DecisionsRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  const text = await getText();
  const isReviewer = may(person.role, "decide");
  const issues = decisions.flatMap(({ decision }, index): ItemIssue[] => {
    if (isReviewer || decision === "retracted") return [];
    const message = text.t("api.ledger.reviewerOnly", { kind: decision });
    return [{ index, param: "decision", message }];
  });
  if (issues.length > 0) return { ok: false, code: "not-yours", issues };
  return writeLedger({
    author: person.name,
    actor,
    purpose: decisions.length === 1 ? "1 decision" : `${decisions.length} decisions`,
    decisions: decisions.map(({ claimId, decision, reason }) => ({
      claimId,
      kind: decision,
      reason: reason?.trim() || null,
    })),
    ownOnly: !isReviewer,
  });
}

/** Records a new version of a source. */
export async function changeSourceRequest(
  sourceId: string,
  { id, basedOn, reason, ...parts }: z.output<typeof SourceChangeRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  return writeLedger({
    author: person.name,
    actor,
    purpose: `Change of the source ${sourceId}`,
    sourceChange: { id, sourceId, basedOn, reason, parts: removeUndefined(parts) },
  });
}

/** The parts without those that are undefined. */
function removeUndefined<T extends object>(
  parts: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function readClaim(
  text: Text,
  claim: z.output<typeof ClaimRequest>,
  index: number,
): { readonly claim: NewClaim } | { readonly issue: ItemIssue } {
  const { field, value, tenancy = null, asOf = null, locator = null, note = null, ...rest } = claim;
  const { decline = false, quotation = null, lastSeenOn = null, money = null } = claim;
  if (!isZoneField(field) && !isTenancyField(field)) {
    return { issue: { index, param: "field", message: text.t("api.ledger.noField", { field }) } };
  }
  const spec = fieldSpec(field);
  if (!isFieldValue(spec, value)) {
    const rule = getValueIssue(spec, value) ?? ({ code: "text" } as const);
    const message = describeValueRule(text, field, rule);
    return { issue: { index, param: "value", message } };
  }
  const kept = { decline, quotation, lastSeenOn, money };
  return { claim: { ...rest, ...kept, field, value, tenancy, asOf, locator, note } };
}

/** The purpose of a revision. It is stored, so it does not depend on the language of the site. */
export function formatPurpose(slugs: readonly string[]): string {
  const zones = [...new Set(slugs)];
  const count = slugs.length === 1 ? "1 claim" : `${slugs.length} claims`;
  return `${count} on ${zones.slice(0, 5).join(", ")}${zones.length > 5 ? " and others" : ""}`;
}
