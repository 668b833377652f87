import "server-only";
import type { z } from "zod";
import { fieldSpec, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { may } from "@/lib/catalogue/roles";
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
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";
import type { Tenancy } from "@/lib/evidence/ledger-records";
import { ADMISSION_FIELDS } from "@/lib/evidence/registry";
import { getFirmId } from "@/lib/firms/firm-address";
import { describeValueRule } from "@/lib/text/claim-issue-words";
import type { Text } from "@/lib/text/text";
import type { ChangeResult } from "./answer-action";
import type { Actor } from "./audit";
import { db } from "./db";
import { getText } from "./get-text";
import { checkLedger, writeLedger } from "./ledger";
import type {
  ItemIssue,
  NewClaim,
  NewRecordChange,
  NewSubjects,
  WriteResult,
} from "./ledger-types";
import { findFirm } from "./ledger-versions";
import type { Person } from "./session";
import { acceptSubmission, needsReview, resendSubmission, submit } from "./submissions";

type RecordChangeRequest =
  | z.output<typeof FirmChangeRequest>
  | z.output<typeof EventChangeRequest>
  | z.output<typeof FigureChangeRequest>;

/** The user who writes. */
export interface Writer {
  readonly person: Pick<Person, "name" | "role">;
  readonly actor: Actor;
}

/**
 * Records the claims of a request with the new zones, firms, events, figures and sources that come with them, and checks
 * the evidence for steps; or keeps all of it until another person accepts it (`REVIEW_REQUIRED`). The forms and programs
 * all use it.
 */
export async function recordRequest(
  request: RecordedItems,
  { person, actor }: Writer,
): Promise<WriteResult> {
  const text = await getText();
  const content = await readContent(text, request);
  if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
  const purpose = formatPurpose(request);
  const write = { ...content, author: person.name, actor, purpose };
  if (!needsReview(person.role, request)) return writeLedger(write);
  const checked = await checkLedger(write);
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
): Promise<ChangeResult<number>> {
  const text = await getText();
  return acceptSubmission(input, actor, async (request, author, within) => {
    const content = await readContent(text, request);
    if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
    const purpose = `${formatPurpose(request)}, accepted by ${actor.name}`;
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
): Promise<ChangeResult> {
  const text = await getText();
  return resendSubmission(input, actor, async (request) => {
    const content = await readContent(text, request);
    if ("issues" in content) return { ok: false, code: "invalid", issues: content.issues };
    return checkLedger({ ...content, author: actor.name, actor, purpose: "" });
  });
}

/** What a request adds to the ledger. */
interface ReadContent {
  readonly claims: readonly NewClaim[];
  readonly subjects: NewSubjects;
  readonly gated: true;
}

/** The content of a write, or the issues of the request. */
async function readContent(
  text: Text,
  items: RecordedItems,
): Promise<ReadContent | { readonly issues: readonly ItemIssue[] }> {
  const { sources = [], zones = [], events = [], context = [], firms = [] } = items;
  const tenancies = await Promise.all((items.tenancies ?? []).map(placeFirm));
  const claims = items.claims.map((claim) => nameTenancy(claim, items.tenancies ?? [], tenancies));
  const read = claims.map((claim, index) => readClaim(text, claim, index));
  const issues = [
    ...read.flatMap((item) => ("issue" in item ? [item.issue] : [])),
    ...listSourceIssues(text, items),
    ...(await listZoneIssues(text, zones, claims)),
  ];
  if (issues.length > 0) return { issues };
  return {
    claims: read.flatMap((item) => ("claim" in item ? [item.claim] : [])),
    subjects: {
      zones: zones.map(({ slug }) => ({ slug, order: 0 })),
      tenancies,
      firms: firms.map(({ id, name, otherNames = [] }) => ({
        id: id ?? getFirmId(name),
        name,
        otherNames,
      })),
      events: events.map((event) => ({ ...event, reason: null })),
      context: context.map((figure) => ({ ...figure, reason: null })),
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

/** A new tenancy with the firm that has the name, or a new one, and with its id. */
async function placeFirm({
  id,
  zone,
  firm,
}: NonNullable<RecordedItems["tenancies"]>[number]): Promise<Tenancy> {
  const known = await findFirm(db(), firm);
  const firmId = known ?? (await findFreeFirmId(getFirmId(firm)));
  const there = await db().tenancy.findFirst({ where: { zoneSlug: zone, firmId } });
  return { id: there?.id ?? id ?? `${zone}--${firmId}`, zone, firm, firmId, order: 0 };
}

/** An id that no firm has: the one of the name, or with a number behind it. */
async function findFreeFirmId(id: string): Promise<string> {
  const rows = await db().firm.findMany({
    where: { id: { startsWith: id } },
    select: { id: true },
  });
  const taken = new Set(rows.map((row) => row.id));
  let free = id;
  for (let i = 2; taken.has(free); i += 1) free = `${id}-${i}`;
  return free;
}

/** A claim on a firm that comes with the request, by the id that the firm has in the zone. */
function nameTenancy<T extends z.output<typeof ClaimRequest>>(
  claim: T,
  sent: NonNullable<RecordedItems["tenancies"]>,
  placed: readonly Tenancy[],
): T {
  const index = sent.findIndex(
    ({ id, zone, firm }) =>
      zone === claim.zone &&
      claim.tenancy !== undefined &&
      (claim.tenancy === id || claim.tenancy === `${zone}--${getFirmId(firm)}`),
  );
  const tenancy = placed[index]?.id;
  return tenancy === undefined ? claim : { ...claim, tenancy };
}

/** New zones whose address is taken, and those that no claim of the request names and admits. */
async function listZoneIssues(
  text: Text,
  zones: readonly { readonly slug: string }[],
  claims: readonly z.output<typeof ClaimRequest>[],
): Promise<ItemIssue[]> {
  if (zones.length === 0) return [];
  const taken = await db().zone.findMany({
    where: { slug: { in: zones.map(({ slug }) => slug) } },
    select: { slug: true },
  });
  const recorded = await db().claim.findMany({
    where: { id: { in: claims.map(({ id }) => id) } },
    select: { id: true },
  });
  const known = new Set(recorded.map(({ id }) => id));
  return zones.flatMap(({ slug }, index): ItemIssue[] => {
    const own = claims.filter(({ zone, tenancy }) => zone === slug && !tenancy);
    const isAgain = own.length > 0 && own.every(({ id }) => known.has(id));
    if (!isAgain && taken.some((zone) => zone.slug === slug)) {
      return [{ index, param: "slug", message: text.t("api.ledger.zoneTaken", { slug }) }];
    }
    const has = (field: string) => own.some((claim) => claim.field === field);
    if (has("name") && ADMISSION_FIELDS.some(has)) return [];
    const fields = ADMISSION_FIELDS.join(", ");
    return [{ index, param: "claims", message: text.t("api.ledger.zoneNeeds", { fields }) }];
  });
}

/** Records a new version of a firm, an event or a national figure. */
export async function changeRecordRequest(
  kind: NewRecordChange["kind"],
  subject: string,
  { id, basedOn, reason, ...parts }: RecordChangeRequest,
  { person, actor }: Writer,
): Promise<WriteResult> {
  return writeLedger({
    author: person.name,
    actor,
    purpose: `Change of the ${kind} ${subject}`,
    recordChange: { id, kind, subject, basedOn, reason, parts: removeUndefined(parts) },
    gated: true,
  });
}

/** Merges, retires or restores a record. */
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
    retirement: { ...request, into: act === "merged" ? into : null },
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
