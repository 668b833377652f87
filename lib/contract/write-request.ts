import { z } from "zod";
import { CONFIDENCES, DECISION_KINDS, ORIGINS, SOURCE_KINDS } from "../evidence/ledger-records";

const partialDate = z.string().max(10);
const text = z.string().max(4000);
const identifier = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/, "must be small letters, digits and hyphens");

/** A claim as it is sent. What each field takes is the catalogue's; the ledger checks it. */
export const ClaimRequest = z.strictObject({
  id: z.uuid("must be a UUID"),
  zone: identifier,
  tenancy: identifier.nullish(),
  field: z.string().max(60),
  value: z.json(),
  asOf: partialDate.nullish(),
  sourceId: identifier,
  locator: text.nullish(),
  note: text.nullish(),
  origin: z.enum(ORIGINS),
  confidence: z.enum(CONFIDENCES),
  basedOn: z.uuid("must be the id of the claim that showed").nullish(),
  gateConfirmed: z.boolean().optional(),
});

/** A source that comes with the claims that rest on it. */
export const SourceRequest = z.strictObject({
  id: identifier,
  title: z.string().trim().min(1, "must not be empty").max(300),
  publisher: z.string().trim().min(1, "must not be empty").max(200),
  url: z
    .url({ protocol: /^https?$/, error: "must be a web address" })
    .max(2000)
    .nullable(),
  publishedOn: partialDate.nullable(),
  kind: z.enum(SOURCE_KINDS),
});

/**
 * `POST /api/v1/sources/{id}`: what a source is to say from now on. Parts that are left out stay as they
 * are, and what it said before stays in its history.
 */
export const SourceChangeRequest = SourceRequest.omit({ id: true })
  .partial()
  .extend({
    /** Names the change: sent twice, it is made once. */
    id: z.uuid("must be a UUID"),
    /** The version of the source over which the change is made; absent: not checked. */
    basedOn: z.int().min(1).optional(),
    reason: text.trim().min(1, "must say why"),
    publishedOnEstimated: z.boolean().optional(),
    accessed: partialDate.nullable().optional(),
  });

/** `POST /api/v1/claims`: all or nothing. */
export const ClaimsRequest = z.strictObject({
  claims: z.array(ClaimRequest).min(1, "must hold at least one claim").max(200),
  sources: z.array(SourceRequest).max(20).optional(),
});

/** `POST /api/v1/decisions`: all or nothing. */
export const DecisionsRequest = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        claimId: z.uuid("must be a claim's id"),
        decision: z.enum(DECISION_KINDS),
        reason: text.nullish(),
      }),
    )
    .min(1, "must hold at least one decision")
    .max(200),
});

/** The answer to a write that was done: 201, or 200 where all of it was recorded already. */
export const RecordedAnswer = z.strictObject({ recorded: z.int(), version: z.int() });
