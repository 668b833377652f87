import "server-only";
import type { z } from "zod";
import { fieldSpec, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { may } from "@/lib/catalogue/roles";
import type {
  AcceptRequest,
  ClaimRequest,
  ClaimsRequest,
  DecisionsRequest,
  ResendRequest,
  SourceChangeRequest,
} from "@/lib/contract/write-request";
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";
import { describeValueRule } from "@/lib/text/claim-issue-words";
import type { Text } from "@/lib/text/text";
import type { Actor } from "./audit";
import { getText } from "./get-text";
import { writeLedger } from "./ledger";
import type { ItemIssue, NewClaim, NewSubjects, WriteResult } from "./ledger-types";
import type { PersonResult } from "./people";
import type { Person } from "./session";
import { acceptSubmission, needsReview, resendSubmission, submit } from "./submissions";

/** The user who writes. */
interface Writer {
  readonly person: Pick<Person, "name" | "role">;
  readonly actor: Actor;
}

/**
 * Records the claims of a request and their new sources, and checks the evidence for steps; or keeps them until another
 * person accepts them (`REVIEW_REQUIRED`). The form and programs both use it.
 */
export async function recordRequest(
  request: z.output<typeof ClaimsRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  const text = await getText();
  const content = readContent(text, request);
  if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
  const purpose = formatPurpose(request.claims.map(({ zone }) => zone));
  const write = { ...content, author: person.name, actor, purpose };
  if (!needsReview(person.role, request)) return writeLedger(write);
  const checked = await writeLedger({ ...write, checkOnly: true });
  if (!checked.ok || checked.recorded === 0) return checked;
  const submission = await submit(request, actor);
  if (submission !== null) return { ...checked, recorded: 0, submission };
  const [{ id = "" } = {}] = request.claims;
  const message = text.t("api.ledger.claimIdReused", { id });
  return { ok: false, code: "claim-id-reused", issues: [{ index: 0, param: "id", message }] };
}

/** Records a submission that the actor accepts, in its author's name. */
export async function acceptRequest(
  input: z.output<typeof AcceptRequest>,
  actor: Actor,
): Promise<PersonResult<number>> {
  const text = await getText();
  return acceptSubmission(input, actor, async (request, author, within) => {
    const content = readContent(text, request);
    if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
    const purpose = `${formatPurpose(request.claims.map(({ zone }) => zone))}, accepted by ${actor.name}`;
    return writeLedger({
      ...content,
      author: author.name,
      authorId: author.id,
      actor,
      purpose,
      within,
    });
  });
}

/** Sends an own submission again, if the ledger would record it. */
export async function resendRequest(
  input: z.output<typeof ResendRequest>,
  actor: Actor,
): Promise<PersonResult> {
  const text = await getText();
  return resendSubmission(input, actor, async (request) => {
    const content = readContent(text, request);
    if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
    return writeLedger({ ...content, author: actor.name, actor, purpose: "", checkOnly: true });
  });
}

/** What a request adds to the ledger. */
interface ReadContent {
  readonly claims: readonly NewClaim[];
  readonly subjects: NewSubjects;
  readonly gated: true;
}

/** The content of a write, or the issues of the request. */
function readContent(
  text: Text,
  { claims, sources = [] }: z.output<typeof ClaimsRequest>,
): ReadContent | { readonly issues: readonly ItemIssue[] } {
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
  if (issues.length > 0) return { issues };
  return {
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
  };
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
function formatPurpose(slugs: readonly string[]): string {
  const zones = [...new Set(slugs)];
  const count = slugs.length === 1 ? "1 claim" : `${slugs.length} claims`;
  return `${count} on ${zones.slice(0, 5).join(", ")}${zones.length > 5 ? " and others" : ""}`;
}
