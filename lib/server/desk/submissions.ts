import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { renewValue } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type { SubmissionStep } from "@/lib/contract/submission-answer";
import type {
  AcceptRequest,
  RecordedItems,
  ResendRequest,
  SubmittedRequest,
} from "@/lib/contract/write-request";
import type { ChangedClaim } from "@/lib/evidence/ledger-records";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, audit } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db } from "../database/db";
import type { RejectedWrite } from "../ledger/types";
import { getText } from "../text/get-text";

/** The body of `POST /api/v1/claims`, or decisions and no claims. */
export type StoredRequest = RecordedItems & Pick<z.output<typeof SubmittedRequest>, "decisions">;

/**
 * Keeps a request until another person accepts it. Sent twice, it waits once; sent again by its author after it was
 * withdrawn or given back, it waits again.
 * @param id of the submission; the same for the same request
 * @returns its id; null: the id belongs to another submission
 */
export async function submit(
  request: StoredRequest,
  actor: Actor,
  id = request.claims[0]?.id ?? "",
): Promise<string | null> {
  const authorId = actor.id ?? "";
  const sent = toJson(request);
  return db().$transaction(async (tx) => {
    const { count } = await tx.submission.createMany({
      data: [{ id, authorId, authorName: actor.name, request: sent }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const before = await tx.submission.findUniqueOrThrow({ where: { id } });
      if (before.authorId !== authorId || !isDeepStrictEqual(before.request, sent)) return null;
      const again = await tx.submission.updateMany({
        where: { id, state: { in: ["withdrawn", "returned"] }, round: before.round },
        data: { state: "waiting", round: before.round + 1 },
      });
      if (again.count === 0) return id;
    }
    await addStep(tx, id, count === 0 ? "sent-again" : "sent", actor);
    await audit({ actor, action: "submission-sent", subject: id, detail: zonesOf(request) }, tx);
    return id;
  });
}

/** A failure that undoes the transaction: somebody did something else with the submission. */
class SubmissionMoved extends Error {
  readonly code = "submission-moved";
}

/** Records a request in the ledger. `within` runs in its transaction. `changed` has what was sent, by the id of its claim. */
type RecordClaims = (
  request: StoredRequest,
  changed: ReadonlyMap<string, ChangedClaim>,
  author: { readonly id: string; readonly name: string },
  within: (tx: Prisma.TransactionClient, revision: number) => Promise<void>,
) => Promise<{ readonly ok: true; readonly revision: number } | RejectedWrite>;

/**
 * Records a submission of another person, with the changes of the reviewer. Accepted twice, it is recorded once.
 * @param record writes to the ledger, with the submission's author as author
 * @returns the revision that records it
 */
export async function acceptSubmission(
  { id, round, claims, confirmed, comment }: z.output<typeof AcceptRequest>,
  actor: Actor,
  record: RecordClaims,
): Promise<ChangeResult<number>> {
  const { t } = await getText();
  const row = await db().submission.findUnique({ where: { id } });
  if (!row) return fail(t("api.review.gone"));
  if (row.authorId === actor.id) return fail(t("api.review.own"));
  if (row.state === "accepted" && row.revisionId !== null)
    return { ok: true, value: row.revisionId };
  if (row.state !== "waiting" || row.round !== round) return fail(t("api.review.moved"));
  const sent = row.request as unknown as StoredRequest;
  const request = withClaims(sent, claims, confirmed);
  if (request === null) return fail(t("api.review.otherClaims"));
  const names = { sentBy: row.authorName, changedBy: actor.name };
  const changed = listChanged(sent, request, names);
  const isChanged = changed.size > 0 || request.claims.length < sent.claims.length;
  const within = async (tx: Prisma.TransactionClient, revision: number) => {
    const { count } = await tx.submission.updateMany({
      where: { id, state: "waiting", round },
      data: {
        state: "accepted",
        revisionId: revision,
        ...(isChanged ? { changed: toJson(request) } : {}),
      },
    });
    if (count === 0) throw new SubmissionMoved("The submission changed.");
    await addStep(tx, id, "accepted", actor, comment);
    const fields = request.claims.flatMap(({ id: one, field }) =>
      changed.has(one) ? [field] : [],
    );
    const detail = {
      author: row.authorName,
      ...(fields.length > 0 ? { changed: [...new Set(fields)].join(", ") } : {}),
      ...zonesOf(request),
    };
    await audit({ actor, action: "submission-accepted", subject: id, detail, revision }, tx);
  };
  try {
    const author = { id: row.authorId, name: row.authorName };
    const result = await record(request, changed, author, within);
    if (result.ok) return { ok: true, value: result.revision };
    if (result.code === "conflict") return fail(t("api.review.conflict"));
    if (!("issues" in result)) return fail(t("api.request.sourceChanged"));
    return fail(result.issues.map(({ message }) => message).join(" "));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "submission-moved")) {
      throw error;
    }
    // An acceptance at the same time, whose answer may have been lost.
    const now = await db().submission.findUnique({ where: { id } });
    if (now?.state === "accepted" && now.revisionId !== null) {
      return { ok: true, value: now.revisionId };
    }
    return fail(t("api.review.moved"));
  }
}

/** Gives a submission of another person back to them, with a comment. */
export async function returnSubmission(
  { id, round, comment }: { id: string; round: number; comment: string },
  actor: Actor,
): Promise<ChangeResult> {
  const { t } = await getText();
  return db().$transaction(async (tx): Promise<ChangeResult> => {
    const row = await tx.submission.findUnique({ where: { id } });
    if (!row) return fail(t("api.review.gone"));
    if (row.authorId === actor.id) return fail(t("api.review.own"));
    const { count } = await tx.submission.updateMany({
      where: { id, state: "waiting", round },
      data: { state: "returned" },
    });
    if (count === 0) return fail(t("api.review.moved"));
    await addStep(tx, id, "returned", actor, comment);
    const detail = { author: row.authorName };
    await audit({ actor, action: "submission-returned", subject: id, detail }, tx);
    return { ok: true, value: null };
  });
}

/**
 * Sends an own submission again, also one that still waits, with changed claims.
 * @param check what the ledger would say to the request
 */
export async function resendSubmission(
  { id, round, claims, confirmed, comment }: z.output<typeof ResendRequest>,
  actor: Actor,
  check: (request: StoredRequest) => Promise<{ readonly ok: true } | RejectedWrite>,
): Promise<ChangeResult> {
  const { t } = await getText();
  const row = await db().submission.findUnique({ where: { id } });
  if (!row || row.authorId !== actor.id) return fail(t("api.review.gone"));
  const request = withClaims(row.request as unknown as StoredRequest, claims, confirmed);
  if (request === null) return fail(t("api.review.otherClaims"));
  const checked = await check(request);
  if (!checked.ok && checked.code === "conflict") return fail(t("api.review.conflict"));
  if (!checked.ok && "issues" in checked) {
    return fail(checked.issues.map(({ message }) => message).join(" "));
  }
  return db().$transaction(async (tx): Promise<ChangeResult> => {
    const { count } = await tx.submission.updateMany({
      where: { id, state: { in: ["waiting", "returned"] }, round },
      data: { state: "waiting", round: round + 1, request: toJson(request) },
    });
    if (count === 0) return fail(t("api.review.moved"));
    await addStep(tx, id, "sent-again", actor, comment);
    await audit({ actor, action: "submission-sent", subject: id, detail: zonesOf(request) }, tx);
    return { ok: true, value: null };
  });
}

/** Withdraws an own submission before it is accepted. Done twice, it is withdrawn once. */
export async function withdrawSubmission(id: string, actor: Actor): Promise<ChangeResult> {
  const { t } = await getText();
  return db().$transaction(async (tx): Promise<ChangeResult> => {
    const row = await tx.submission.findUnique({ where: { id } });
    if (!row || row.authorId !== actor.id) return fail(t("api.review.gone"));
    if (row.state === "withdrawn") return { ok: true, value: null };
    const { count } = await tx.submission.updateMany({
      where: { id, state: { in: ["waiting", "returned"] } },
      data: { state: "withdrawn" },
    });
    if (count === 0) return fail(t("api.review.moved"));
    await addStep(tx, id, "withdrawn", actor);
    await audit({ actor, action: "submission-withdrawn", subject: id }, tx);
    return { ok: true, value: null };
  });
}

/**
 * A request with changed claims. Some can be left out, and each keeps its zone, firm, field and source. A changed
 * value has to be confirmed again.
 * @param confirmed ids of the claims whose changed value is confirmed
 * @returns null if a claim is another one
 */
function withClaims(
  sent: StoredRequest,
  changed: StoredRequest["claims"] | undefined,
  confirmed: readonly string[] = [],
): StoredRequest | null {
  if (changed === undefined) return sent;
  const { claims, sources, events = [], context = [], ...others } = sent;
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const isKnown = changed.every((claim) => {
    const before = known.get(claim.id);
    return (
      before !== undefined &&
      before.zone === claim.zone &&
      before.field === claim.field &&
      before.sourceId === claim.sourceId &&
      (before.tenancy ?? null) === (claim.tenancy ?? null)
    );
  });
  if (!isKnown || new Set(changed.map(({ id }) => id)).size < changed.length) return null;
  const checked = changed.map((claim) =>
    isDeepStrictEqual(claim.value, known.get(claim.id)?.value)
      ? claim
      : { ...claim, gateConfirmed: confirmed.includes(claim.id) },
  );
  const citing = [...changed, ...events, ...context];
  const cited = new Set(citing.map(({ sourceId }) => sourceId));
  const left = sources?.filter((source) => cited.has(source.id)) ?? [];
  return {
    ...others,
    claims: checked,
    ...(left.length > 0 ? { sources: left } : {}),
    ...(events.length > 0 ? { events } : {}),
    ...(context.length > 0 ? { context } : {}),
  };
}

/** The claims that say something else than those that were sent, by id, with what was sent. */
function listChanged(
  sent: StoredRequest,
  { claims }: StoredRequest,
  names: Pick<ChangedClaim, "sentBy" | "changedBy">,
): ReadonlyMap<string, ChangedClaim> {
  const before = new Map(sent.claims.map((claim) => [claim.id, claim]));
  return new Map(
    claims.flatMap((claim) => {
      const was = before.get(claim.id);
      if (!was || isDeepStrictEqual(contentOf(claim), contentOf(was))) return [];
      // The ledger checked the value before it was kept.
      const value = renewValue(was.field, was.value) as FieldValue;
      return [[claim.id, { ...names, value, asOf: was.asOf ?? null }]];
    }),
  );
}

/** What a claim says, without what it was compared with. A part that is left out is the same as null or false. */
function contentOf({
  basedOn: _,
  gateConfirmed: __,
  value,
  ...parts
}: StoredRequest["claims"][number]) {
  const given = Object.entries(parts).filter(([, part]) => (part ?? false) !== false);
  return { ...Object.fromEntries(given), value: renewValue(parts.field, value) };
}

function zonesOf(request: StoredRequest) {
  return { zones: listZones(request).join(", ") };
}

/** The slugs of the zones that a request is on, each once. */
export function listZones({ claims, decisions = [] }: StoredRequest): string[] {
  return [...new Set([...claims, ...decisions].map(({ zone }) => zone))];
}

async function addStep(
  tx: Prisma.TransactionClient,
  submissionId: string,
  kind: SubmissionStep["kind"],
  { id, name }: Actor,
  comment: string | null = null,
): Promise<void> {
  await tx.submissionStep.create({
    data: { submissionId, kind, actorId: id ?? "", actorName: name, comment: comment || null },
  });
}

/** A request as the database stores it. */
function toJson(request: StoredRequest): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(request)) as Prisma.InputJsonValue;
}

function fail(message: string): {
  readonly ok: false;
  readonly issues: [{ param: "person"; message: string }];
} {
  return { ok: false, issues: [{ param: "person", message }] };
}
