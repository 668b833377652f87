import { z } from "zod";
import { SubmittedRequest } from "./write-request";

/** What became of claims that wait for another person. */
export const SUBMISSION_STATES = ["waiting", "returned", "accepted", "withdrawn"] as const;
/** One of these states. */
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

const Step = z
  .strictObject({
    kind: z.enum(["sent", "returned", "sent-again", "accepted", "withdrawn"]),
    comment: z.string().nullable(),
    /** Name of the person. */
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: "SubmissionStep" });
/** What was done with a submission, when and by whom. */
export type SubmissionStep = z.output<typeof Step>;

/** `GET /api/v1/submissions/{id}`: claims or withdrawals that wait for another person, and what was done with them. */
export const SubmissionAnswer = z
  .strictObject({
    id: z.uuid(),
    author: z.string(),
    authorId: z.string(),
    submittedAt: z.iso.datetime(),
    state: z.enum(SUBMISSION_STATES).meta({ id: "SubmissionState" }),
    /** Counts up each time that the author sends it again. */
    round: z.int(),
    /** As the author last sent it. */
    request: SubmittedRequest,
    /** As the reviewer changed it; null: not changed. */
    changed: SubmittedRequest.nullable(),
    /** The revision that records it; null: it is not recorded. */
    revision: z.int().nullable(),
    steps: z.array(Step),
  })
  .meta({ id: "SubmissionAnswer" });
/** A submission. */
export type ReviewAnswer = z.output<typeof SubmissionAnswer>;

/** `GET /api/v1/submissions`: the latest first. */
export const SubmissionsAnswer = z
  .strictObject({
    submissions: z.array(SubmissionAnswer.omit({ steps: true }).meta({ id: "Submission" })),
  })
  .meta({ id: "SubmissionsAnswer" });

/** The answer 202 to claims or withdrawals that wait for another person. */
export const WaitingAnswer = z
  .strictObject({
    recorded: z.literal(0),
    version: z.int(),
    submission: z
      .strictObject({ id: z.uuid(), address: z.string() })
      .meta({ id: "SubmissionReference" }),
  })
  .meta({ id: "WaitingAnswer" });

/** The address of a submission in the API. */
export function submissionPath(id: string): string {
  return `/api/v1/submissions/${id}`;
}
