import "server-only";
import type { z } from "zod";
import { fieldSpec, isTenancyField, isZoneField, renewValue } from "@/lib/catalogue/fields";
import { may, type Role } from "@/lib/catalogue/roles";
import type {
  EventChangeRequest,
  FigureChangeRequest,
  FirmChangeRequest,
  RetirementRequest,
} from "@/lib/contract/records-request";
import type {
  AcceptRequest,
  ClaimRequest,
  DecisionsRequest,
  RecordedItems,
  ResendRequest,
  SourceChangeRequest,
} from "@/lib/contract/write-request";
import { findClaims } from "@/lib/evidence/add-facts";
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";
import { getDecisions } from "@/lib/evidence/evidence-index";
import { describeValueRule } from "@/lib/text/claim-issue-words";
import type { Text } from "@/lib/text/text";
import type { Actor } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { deriveId } from "../ledger/derived-id";
import { checkLedger, writeLedger } from "../ledger/ledger";
import { mayChangeRecords, needsReview } from "../ledger/review-rules";
import type {
  ItemIssue,
  NamedRecords,
  NewClaim,
  NewDecision,
  NewRecordChange,
  NewSubjects,
  WriteResult,
} from "../ledger/types";
import { currentView } from "../registry/registry-at";
import { getText } from "../text/get-text";
import { acceptSubmission, resendSubmission, type StoredRequest, submit } from "./submissions";

type RecordChangeRequest =
  | z.output<typeof FirmChangeRequest>
  | z.output<typeof EventChangeRequest>
  | z.output<typeof FigureChangeRequest>;

/** The user who writes. */
export interface Writer {
  readonly person: { readonly name: string; readonly role: Role };
  readonly actor: Actor;
}

/**
 * Records the claims of a request with the new zones, firms, events, figures and sources that come with them, and checks
 * the evidence for steps; or keeps all of it until another person accepts it (`REVIEW_REQUIRED`), which needs a claim. The
 * forms and programs all use it.
 */
export async function recordRequest(
  request: RecordedItems,
  { person, actor }: Writer,
): Promise<WriteResult> {
  const text = await getText();
  const content = readContent(text, request);
  if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
  const purpose = formatPurpose(request);
  const write = { ...content, author: person.name, actor, purpose };
  if (request.claims.length === 0 && !mayChangeRecords(person.role)) return needsReviewer(text);
  const isReviewer = may(person.role, "decide");
  const waits = needsReview(person.role, request);
  // Only what a person confirmed can be doubtful.
  const mayWait = !isReviewer && request.claims.some(({ gateConfirmed }) => gateConfirmed);
  if (!waits && !mayWait) return writeLedger({ ...write, undoubted: !isReviewer });
  const { doubtful = false, ...checked } = await checkLedger(write);
  if (!checked.ok || checked.recorded === 0) return checked;
  if (!waits && !doubtful) return writeLedger({ ...write, undoubted: true });
  const submission = await submit(request, actor);
  if (submission !== null) return { ...checked, recorded: 0, submission };
  const [{ id = "" } = {}] = request.claims;
  const message = text.t("api.ledger.claimIdReused", { id });
  return { ok: false, code: "claim-id-reused", issues: [{ index: 0, param: "id", message }] };
}

/** The refusal of a change of records that cannot wait for another person. */
function needsReviewer(text: Text): WriteResult {
  const message = text.t("api.ledger.needsReviewer");
  return { ok: false, code: "needs-reviewer", issues: [{ index: 0, param: "person", message }] };
}

/** Records a submission that the actor accepts, in its author's name. */
export async function acceptRequest(
  input: z.output<typeof AcceptRequest>,
  actor: Actor,
): Promise<ChangeResult<number>> {
  const text = await getText();
  return acceptSubmission(input, actor, async (request, changed, author, within) => {
    const content = readContent(text, request);
    if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
    const what = request.decisions ? nameDecisions(request.decisions) : formatPurpose(request);
    const purpose = `${what}, ${changed.size > 0 ? "changed and " : ""}accepted by ${actor.name}`;
    return writeLedger({
      ...content,
      claims: content.claims.map((claim) => {
        const was = changed.get(claim.id);
        return was ? { ...claim, changed: was } : claim;
      }),
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
): Promise<ChangeResult> {
  const text = await getText();
  return resendSubmission(input, actor, async (request) => {
    const content = readContent(text, request);
    if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
    return checkLedger({ ...content, author: actor.name, actor, purpose: "" });
  });
}

/** What a request adds to the ledger. */
interface ReadContent {
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly NewDecision[];
  readonly named: NamedRecords;
  readonly subjects: NewSubjects;
  readonly gated: true;
}

/** The content of a write, or the issues of the request. */
function readContent(
  text: Text,
  items: StoredRequest,
): ReadContent | { readonly issues: readonly ItemIssue[] } {
  const { sources = [], zones = [], events = [], context = [], firms = [] } = items;
  const read = items.claims.map((claim, index) => readClaim(text, claim, index));
  const issues = [
    ...read.flatMap((item) => ("issue" in item ? [item.issue] : [])),
    ...listSourceIssues(text, items),
  ];
  if (issues.length > 0) return { issues };
  return {
    claims: read.flatMap((item) => ("claim" in item ? [item.claim] : [])),
    decisions: (items.decisions ?? []).map(readDecision),
    named: {
      zones: zones.map(({ slug }) => slug),
      tenancies: items.tenancies ?? [],
      firms: firms.map(({ otherNames = [], ...firm }) => ({ ...firm, otherNames })),
    },
    subjects: {
      zones: [],
      tenancies: [],
      events: events.map(({ quotation = null, ...event }) => ({
        ...event,
        quotation,
        reason: null,
      })),
      context: context.map(({ quotation = null, ...figure }) => ({
        ...figure,
        quotation,
        reason: null,
      })),
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

/** New sources that come twice, or that nothing else in the request cites. */
function listSourceIssues(
  text: Text,
  { claims, sources = [], events = [], context = [] }: RecordedItems,
): ItemIssue[] {
  const citing = [...claims, ...events, ...context];
  return sources.flatMap(({ id }, place): ItemIssue[] => {
    const index = Math.max(
      0,
      claims.findIndex(({ sourceId }) => sourceId === id),
    );
    const reject = (message: string) => [{ index, param: "sourceId", message }];
    if (sources.findIndex((source) => source.id === id) !== place) {
      return reject(text.t("api.ledger.sourceTwice", { id }));
    }
    return citing.length === 0 || citing.some(({ sourceId }) => sourceId === id)
      ? []
      : reject(text.t("api.ledger.sourceNotCited", { id }));
  });
}

/** Records a new version of a firm, an event or a national figure. */
export async function changeRecordRequest(
  kind: NewRecordChange["kind"],
  subject: string,
  { id, basedOn, reason, ...parts }: RecordChangeRequest,
  { person, actor }: Writer,
): Promise<WriteResult> {
  if (!mayChangeRecords(person.role)) return needsReviewer(await getText());
  return writeLedger({
    author: person.name,
    actor,
    purpose: `Change of the ${kind} ${subject}`,
    recordChange: { id, kind, subject, basedOn, reason, parts: removeUndefined(parts) },
    gated: true,
  });
}

/** Merges, retires, withdraws or restores a record. */
export async function retireRequest(
  { into = null, ...request }: z.output<typeof RetirementRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  const { kind, subject, act } = request;
  const to = act === "merged" ? ` into ${into}` : "";
  return writeLedger({
    author: person.name,
    actor,
    purpose: `The ${kind} ${subject} is ${act}${to}`,
    retirements: [{ ...request, into: act === "merged" ? into : null }],
  });
}

/**
 * Records the decisions of a request. Without the right to decide, a person can only withdraw their own claims, and what would
 * wait when it is recorded waits when it is withdrawn.
 */
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
  const write = {
    author: person.name,
    actor,
    purpose: nameDecisions(decisions),
    decisions: decisions.map(readDecision),
    ownOnly: !isReviewer,
  };
  const { facts, evidence } = await currentView();
  const decided = findClaims(facts, new Set(decisions.map(({ claimId }) => claimId)));
  if (!needsReview(person.role, { claims: decided })) return writeLedger(write);
  const checked = await checkLedger(write);
  if (!checked.ok || checked.recorded === 0) return checked;
  const claims = new Map(decided.map((claim) => [claim.id, claim]));
  const request = {
    claims: [],
    decisions: decisions.map((one) => ({ ...one, zone: claims.get(one.claimId)?.zone ?? "" })),
  };
  // A claim that is used again and withdrawn again waits again.
  const made = decided.map((claim) => getDecisions(evidence, claim).length);
  const id = deriveId("decisions", actor.id ?? "", JSON.stringify([request.decisions, made]));
  const submission = await submit(request, actor, id);
  return { ...checked, recorded: 0, ...(submission === null ? {} : { submission }) };
}

function readDecision({
  claimId,
  decision,
  reason,
}: z.output<typeof DecisionsRequest>["decisions"][number]): NewDecision {
  return { claimId, kind: decision, reason: reason?.trim() || null };
}

/** The purpose of a revision with decisions, like `formatPurpose`. */
function nameDecisions({ length }: readonly unknown[]): string {
  return length === 1 ? "1 decision" : `${length} decisions`;
}

/** Records a new version of a source. */
export async function changeSourceRequest(
  sourceId: string,
  { id, basedOn, reason, ...parts }: z.output<typeof SourceChangeRequest>,
  { person, actor }: Writer,
): Promise<WriteResult> {
  if (!mayChangeRecords(person.role)) return needsReviewer(await getText());
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
  const { field, tenancy = null, asOf = null, locator = null, note = null, ...rest } = claim;
  const value = renewValue(field, claim.value);
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
export function formatPurpose(
  items: { readonly [K in keyof RecordedItems]?: readonly unknown[] } & {
    readonly claims: readonly { readonly zone: string }[];
  },
): string {
  const { claims, zones = [], tenancies = [], firms = [], events = [], context = [] } = items;
  const { sources = [] } = items;
  const named = (word: string, list: readonly unknown[]) =>
    list.length === 0 ? [] : [`${list.length} new ${word}${list.length === 1 ? "" : "s"}`];
  const slugs = [...new Set(claims.map(({ zone }) => zone))];
  const others = slugs.length > 5 ? " and others" : "";
  const count = claims.length === 1 ? "1 claim" : `${claims.length} claims`;
  const onClaims =
    claims.length === 0 ? [] : [`${count} on ${slugs.slice(0, 5).join(", ")}${others}`];
  return [
    ...onClaims,
    ...named("zone", zones),
    ...named("firm", [...tenancies, ...firms]),
    ...named("event", events),
    ...named("figure", context),
    ...(claims.length === 0 && events.length === 0 && context.length === 0
      ? named("source", sources)
      : []),
  ].join("; ");
}
