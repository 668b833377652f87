import { z } from "zod";
import { findAddressFault, lowerHost } from "../entry/source-address";
import { CURRENCY, MAX_AMOUNT } from "../evidence/check-number";
import { isVisibleLine } from "../evidence/check-text";
import {
  EventRequest,
  FigureRequest,
  type FirmRequest,
  TenancyRequest,
  ZoneRequest,
} from "./records-request";
import { REDACTION_REASONS, TEXT_KINDS } from "./redaction";
import { day, identifier, partialDate, quotation, schemaError, text, title } from "./request-parts";
import {
  confidenceSchema,
  decisionKindSchema,
  originSchema,
  sourceKindSchema,
} from "./value-schemas";

/** Any JSON, so that the ledger can say what is wrong with it. */
const claimValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.unknown()),
  z.record(z.string(), z.unknown()),
]);

/** A claim in a request. The ledger checks its value against the catalogue. */
export const ClaimRequest = z
  .strictObject({
    id: z.uuid(),
    zone: identifier,
    tenancy: identifier.nullish(),
    field: z.string().max(60),
    value: claimValue,
    asOf: partialDate.nullish(),
    sourceId: identifier,
    locator: text.nullish(),
    note: text.nullish(),
    origin: originSchema,
    confidence: confidenceSchema,
    /** The source says that the value fell or ended. */
    decline: z.boolean().optional(),
    quotation: quotation.nullish(),
    lastSeenOn: day.nullish(),
    /** Money as the source has it. */
    money: z
      .strictObject({
        amount: z.number().min(0).max(MAX_AMOUNT),
        currency: z.string().regex(CURRENCY, schemaError("currency")),
      })
      .meta({ id: "MoneyRequest" })
      .nullish(),
    /** Id of the claim whose value was displayed; null: the value was unknown; absent: not checked. */
    basedOn: z.uuid().nullish(),
    gateConfirmed: z.boolean().optional(),
  })
  .meta({ id: "ClaimRequest" });

/** The web address of a source: for everybody, without a name or password, and with scheme and host in small letters. */
export const sourceAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine(isVisibleLine, schemaError("oneLine"))
  .refine((url) => findAddressFault(url) !== "urlUser", schemaError("urlUser"))
  .refine((url) => findAddressFault(url) !== "urlPrivate", schemaError("urlPrivate"))
  .overwrite(lowerHost);

/** A new source of the claims in a request. */
export const SourceRequest = z
  .strictObject({
    id: identifier,
    title: title(300),
    publisher: title(200),
    url: sourceAddress.nullable(),
    publishedOn: partialDate.nullable(),
    kind: sourceKindSchema,
  })
  .meta({ id: "SourceRequest" });

/** `POST /api/v1/sources/{id}`: a new version of a source. Absent parts stay the same. */
export const SourceChangeRequest = SourceRequest.omit({ id: true })
  .partial()
  .extend({
    /** Identifies the change: sent twice, it is made once. */
    id: z.uuid(),
    /** The version that the change was made from; absent: not checked. */
    basedOn: z.int().min(1).optional(),
    reason: text.trim().min(1),
    publishedOnEstimated: z.boolean().optional(),
    accessed: partialDate.nullable().optional(),
    /** The address of a kept copy. */
    archivedUrl: sourceAddress.nullable().optional(),
  })
  .meta({ id: "SourceChangeRequest" });

/** Is nothing in a list twice? @param getId what tells its items apart */
const isEachOnce = <T>(items: readonly T[], getId: (item: T) => string): boolean =>
  new Set(items.map(getId)).size === items.length;

const claims = z.array(ClaimRequest).max(200);
const sources = z.array(SourceRequest).max(20);

/** `POST /api/v1/claims`: claims with the new zones, firms, events, figures and sources that they need; all or nothing. */
export const ClaimsRequest = z
  .strictObject({
    claims: claims.min(1),
    sources: sources.optional(),
    zones: z
      .array(ZoneRequest)
      .max(20)
      .refine((items) => isEachOnce(items, ({ slug }) => slug), schemaError("twice"))
      .optional(),
    tenancies: z.array(TenancyRequest).max(50).optional(),
    events: z
      .array(EventRequest)
      .max(50)
      .refine((items) => isEachOnce(items, ({ id }) => id), schemaError("twice"))
      .optional(),
    context: z
      .array(FigureRequest)
      .max(50)
      .refine((items) => isEachOnce(items, ({ key }) => key), schemaError("twice"))
      .optional(),
  })
  .meta({ id: "ClaimsRequest" });

/** What people and programs record in one write. */
export type RecordedItems = z.output<typeof ClaimsRequest> & {
  readonly firms?: readonly z.output<typeof FirmRequest>[];
};

/** `POST /api/v1/zones`: a zone with its name and what admits it. */
export const NewZoneRequest = ZoneRequest.extend({
  claims: claims.min(2),
  sources: sources.optional(),
}).meta({ id: "NewZoneRequest" });

/** `POST /api/v1/tenancies`: a firm in a zone, with what is reported about it. */
export const NewTenancyRequest = TenancyRequest.extend({
  claims: claims.min(1),
  sources: sources.optional(),
}).meta({ id: "NewTenancyRequest" });

/** `POST /api/v1/events`: an event, with its source if that is new. */
export const NewEventRequest = EventRequest.extend({ sources: sources.optional() }).meta({
  id: "NewEventRequest",
});

/** `POST /api/v1/context`: a national figure, with its source if that is new. */
export const NewFigureRequest = FigureRequest.extend({ sources: sources.optional() }).meta({
  id: "NewFigureRequest",
});

const decision = z.strictObject({
  claimId: z.uuid(),
  decision: decisionKindSchema,
  reason: text.nullish(),
});

/** `POST /api/v1/decisions`: all or nothing. */
export const DecisionsRequest = z
  .strictObject({
    decisions: z
      .array(decision.meta({ id: "DecisionRequest" }))
      .min(1)
      .max(200),
  })
  .meta({ id: "DecisionsRequest" });

/** What waits for another person: claims with what comes with them, or withdrawals of claims. */
export const SubmittedRequest = ClaimsRequest.extend({
  claims,
  /** With the zones of their claims; absent: none. */
  decisions: z
    .array(decision.extend({ zone: identifier }).meta({ id: "SubmittedDecision" }))
    .optional(),
}).meta({ id: "SubmittedRequest" });

const submissionClaims = {
  /** The id of the submission. */
  id: z.uuid(),
  /** How often it was sent, so that nobody decides on claims that they have not seen. */
  round: z.int().min(1),
  /** The changed claims; those left out are not recorded. Absent: as they were sent. */
  claims: z.array(ClaimRequest).min(1).max(200).optional(),
  /**
   * Ids of the claims of which the person confirmed the changed value. A `gateConfirmed` was given for the value that was
   * sent, and does not count for another one.
   */
  confirmed: z.array(z.uuid()).max(200).optional(),
  comment: z.string().max(4000).optional(),
};

/** Accepts a submission, with or without changes. */
export const AcceptRequest = z.strictObject(submissionClaims);

/** Sends an own submission again. */
export const ResendRequest = z.strictObject(submissionClaims);

/** Gives a submission back. */
export const ReturnRequest = z.strictObject({
  id: z.uuid(),
  round: z.int().min(1),
  comment: text.trim().min(1),
});

/** Undoes an act, by its revision. */
export const UndoRequest = z.strictObject({ revision: z.int().min(1).max(2_147_483_647) });

/** The id of a submission. */
export const SubmissionId = z.uuid();

/** The answer to a write: with status 201, or 200 if everything was recorded before. */
export const RecordedAnswer = z
  .strictObject({ recorded: z.int(), version: z.int() })
  .meta({ id: "RecordedAnswer" });

/** Asks to remove a text. */
export const RemovalRequest = z.strictObject({
  kind: z.enum(TEXT_KINDS),
  row: z.string().min(1).max(140),
  reason: z.enum(REDACTION_REASONS),
});

/** The id of such a request. */
export const RemovalRequestId = z.uuid();
