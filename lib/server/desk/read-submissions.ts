import "server-only";
import { renewValue } from "@/lib/catalogue/fields";
import { may, type Role } from "@/lib/catalogue/roles";
import type {
  ReviewAnswer,
  SubmissionState,
  SubmissionStep,
} from "@/lib/contract/submission-answer";
import type { WaitingReports } from "@/lib/queue/work-item";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "../database/db";
import { listZones, type StoredRequest } from "./submissions";

/** The submissions that a person may see, latest first: their own, and for reviewers those of all. */
export async function listSubmissions(person: {
  readonly id: string;
  readonly role: Role;
}): Promise<Omit<ReviewAnswer, "steps">[]> {
  const rows = await db().submission.findMany({
    where: may(person.role, "decide") ? {} : { authorId: person.id },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map(toAnswer);
}

/** What waits for review, without what it says. */
export async function listWaitingReports(): Promise<WaitingReports[]> {
  const rows = await db().submission.findMany({
    where: { state: "waiting" },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toAnswer).map(({ id, author, round, request, submittedAt }) => ({
    ...{ id, author, round },
    zones: listZones(request),
    claims: request.claims.length + (request.decisions?.length ?? 0),
    sentAt: submittedAt,
  }));
}

/** A submission; null if there is none, or the person may not see it. */
export async function findSubmission(
  id: string,
  person: { readonly id: string; readonly role: Role },
): Promise<ReviewAnswer | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const row = await db().submission.findUnique({
    where: { id },
    include: { steps: { orderBy: { id: "asc" } } },
  });
  if (!row || !(row.authorId === person.id || may(person.role, "decide"))) return null;
  const steps = row.steps.map(({ kind, comment, actorName, at }) => ({
    kind: kind as SubmissionStep["kind"],
    comment,
    by: actorName,
    at: at.toISOString(),
  }));
  return { ...toAnswer(row), steps };
}

type Row = Prisma.SubmissionGetPayload<object>;

function toAnswer(row: Row): Omit<ReviewAnswer, "steps"> {
  return {
    id: row.id,
    author: row.authorName,
    authorId: row.authorId,
    submittedAt: row.submittedAt.toISOString(),
    state: row.state as SubmissionState,
    round: row.round,
    request: readItems(row.request as unknown as StoredRequest),
    changed: row.changed === null ? null : readItems(row.changed as unknown as StoredRequest),
    revision: row.revisionId,
  };
}

/** A request as it was sent, with the words that vocabularies have now. */
function readItems(request: StoredRequest): StoredRequest {
  const claims = request.claims.map((claim) => ({
    ...claim,
    value: renewValue(claim.field, claim.value),
  }));
  return { ...request, claims };
}
