import { z } from "zod";
import { ROLES } from "../catalogue/roles";
import { TOKEN_SCOPES } from "../catalogue/token-scopes";
import { CURRENCY, MAX_AMOUNT } from "../evidence/check-number";
import {
  isShortQuotation,
  isVisibleLine,
  isVisibleText,
  LANGUAGE,
  MAX_LANGUAGE_LENGTH,
  MAX_QUOTATION_LENGTH,
} from "../evidence/check-text";
import {
  CONFIDENCES,
  DECISION_KINDS,
  EVENT_KINDS,
  ORIGINS,
  RETIRABLE_KINDS,
  RETIREMENT_ACTS,
  SOURCE_KINDS,
} from "../evidence/ledger-records";
import type { Text } from "../text/text";
import { isDay } from "../time/day";
import { FREQUENCIES } from "../time/digest-time";
import { REDACTION_REASONS, TEXT_KINDS } from "./redaction";

/** Errors that schemas name themselves: messages in `api.schema` that need no values. */
const OWN_ERRORS = [
  "currency",
  "day",
  "email",
  "identifier",
  "language",
  "oneLine",
  "quotation",
  "role",
  "visible",
] as const;

/** The error of a part of a schema. */
export const schemaError = (name: (typeof OWN_ERRORS)[number]): string => name;

/** What is wrong with a part of a request and what to do, as a sentence that does not name the part. */
export function describeSchemaIssue(text: Text, issue: z.core.$ZodIssue): string {
  const own = OWN_ERRORS.find((name) => name === issue.message);
  if (own) return text.t(`api.schema.${own}`);
  switch (issue.code) {
    case "invalid_type":
      return text.t("api.schema.type", { expected: issue.expected });
    case "too_big":
      return text.t("api.schema.tooBig", { of: issue.origin, maximum: String(issue.maximum) });
    case "too_small":
      return text.t("api.schema.tooSmall", { of: issue.origin, minimum: String(issue.minimum) });
    case "invalid_format":
      return text.t("api.schema.format", { format: issue.format });
    case "invalid_value":
      return text.t("api.schema.value", { values: issue.values.map(String).join(", ") });
    case "unrecognized_keys":
      return text.t("api.schema.keys", { keys: issue.keys.join(", ") });
    default:
      return text.t("api.schema.other");
  }
}

const partialDate = z.string().max(10);
const day = z.string().max(10).refine(isDay, schemaError("day"));
const text = z.string().max(4000).refine(isVisibleText, schemaError("visible"));
const line = z.string().refine(isVisibleLine, schemaError("oneLine"));
const identifier = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/, schemaError("identifier"));

/** The slug of a zone. */
export const ZoneSlug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, schemaError("identifier"));

/** A claim in a request. The ledger checks its value against the catalogue. */
export const ClaimRequest = z.strictObject({
  id: z.uuid(),
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
  /** The source says that the value fell or ended. */
  decline: z.boolean().optional(),
  /** The source's own words, at most 40. */
  quotation: z
    .strictObject({
      text: line
        .trim()
        .min(1)
        .max(MAX_QUOTATION_LENGTH)
        .refine(isShortQuotation, schemaError("quotation")),
      lang: z.string().max(MAX_LANGUAGE_LENGTH).regex(LANGUAGE, schemaError("language")),
    })
    .nullish(),
  lastSeenOn: day.nullish(),
  /** Money as the source has it. */
  money: z
    .strictObject({
      amount: z.number().min(0).max(MAX_AMOUNT),
      currency: z.string().regex(CURRENCY, schemaError("currency")),
    })
    .nullish(),
  /** Id of the claim whose value was displayed; null: the value was unknown; absent: not checked. */
  basedOn: z.uuid().nullish(),
  gateConfirmed: z.boolean().optional(),
});

/** A new source of the claims in a request. */
export const SourceRequest = z.strictObject({
  id: identifier,
  title: line.trim().min(1).max(300),
  publisher: line.trim().min(1).max(200),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .refine(isVisibleLine, schemaError("oneLine"))
    .nullable(),
  publishedOn: partialDate.nullable(),
  kind: z.enum(SOURCE_KINDS),
});

/** A new zone. Its name and what admits it are claims of the same request. */
const ZoneRequest = z.strictObject({ slug: ZoneSlug });

/** A firm in a zone. The firm is made if nobody has that name; the id is made if absent. */
const TenancyRequest = z.strictObject({
  id: identifier.optional(),
  zone: identifier,
  firm: line.trim().min(1).max(200),
});

/** Former names, abbreviations and spellings of a firm. */
const otherNames = z.array(line.trim().min(1).max(200)).max(20);

/** `POST /api/v1/firms`: a firm without a zone yet. The id in addresses is made from the name if absent. */
export const FirmRequest = z.strictObject({
  id: z.string().trim().min(1).max(120).refine(isVisibleLine, schemaError("oneLine")).optional(),
  name: line.trim().min(1).max(200),
  otherNames: otherNames.optional(),
});

/** A new event. */
const EventRequest = z.strictObject({
  id: identifier,
  date: partialDate,
  kind: z.enum(EVENT_KINDS),
  title: line.trim().min(1).max(300),
  body: text,
  zones: z.array(identifier).max(100),
  sourceId: identifier,
});

/** A new national figure, or a statement without a number. */
const FigureRequest = z.strictObject({
  key: identifier,
  constraint: z.string().max(40),
  label: line.trim().min(1).max(300),
  value: z.number().nullable(),
  unit: line.trim().min(1).max(60).nullable(),
  statement: text.nullable(),
  period: line.trim().min(1).max(120),
  sourceId: identifier,
  sourceNote: text.nullable(),
});

/** What every change of a record has. */
const change = {
  /** Identifies the change: sent twice, it is made once. */
  id: z.uuid(),
  /** The version that the change was made from. */
  basedOn: z.int().min(1),
  reason: text.trim().min(1),
};

/** `PATCH /api/v1/firms/{id}`: a firm's new names. Absent parts stay the same. */
export const FirmChangeRequest = z.strictObject({
  ...change,
  name: line.trim().min(1).max(200).optional(),
  otherNames: otherNames.optional(),
});

/** `PATCH /api/v1/events/{id}`: a new version of an event. Absent parts stay the same. */
export const EventChangeRequest = EventRequest.omit({ id: true }).partial().extend(change);

/** `PATCH /api/v1/context/{key}`: a new version of a national figure. Absent parts stay the same. */
export const FigureChangeRequest = FigureRequest.omit({ key: true }).partial().extend(change);

/** `POST /api/v1/retirements`: a record is merged into another of its kind, retired, or restored. */
export const RetirementRequest = z.strictObject({
  id: z.uuid(),
  kind: z.enum(RETIRABLE_KINDS),
  subject: z.string().min(1).max(120).refine(isVisibleLine, schemaError("oneLine")),
  act: z.enum(RETIREMENT_ACTS),
  /** The record that stays, for a merge. */
  into: z.string().min(1).max(120).refine(isVisibleLine, schemaError("oneLine")).nullish(),
  reason: text.trim().min(1),
});

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
  });

const claims = z.array(ClaimRequest).max(200);
const sources = z.array(SourceRequest).max(20);

/** `POST /api/v1/claims`: claims with the new zones, firms, events, figures and sources that they need; all or nothing. */
export const ClaimsRequest = z.strictObject({
  claims: claims.min(1),
  sources: sources.optional(),
  zones: z.array(ZoneRequest).max(20).optional(),
  tenancies: z.array(TenancyRequest).max(50).optional(),
  events: z.array(EventRequest).max(50).optional(),
  context: z.array(FigureRequest).max(50).optional(),
});

/** What people and programs record in one write. */
export type RecordedItems = z.output<typeof ClaimsRequest> & {
  readonly firms?: readonly z.output<typeof FirmRequest>[];
};

/** `POST /api/v1/zones`: a zone with its name and what admits it. */
export const NewZoneRequest = ZoneRequest.extend({
  claims: claims.min(2),
  sources: sources.optional(),
});

/** `POST /api/v1/tenancies`: a firm in a zone, with what is reported about it. */
export const NewTenancyRequest = TenancyRequest.extend({
  claims: claims.min(1),
  sources: sources.optional(),
});

/** `POST /api/v1/events`: an event, with its source if that is new. */
export const NewEventRequest = EventRequest.extend({ sources: sources.optional() });

/** `POST /api/v1/context`: a national figure, with its source if that is new. */
export const NewFigureRequest = FigureRequest.extend({ sources: sources.optional() });

/** `POST /api/v1/decisions`: all or nothing. */
export const DecisionsRequest = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        claimId: z.uuid(),
        decision: z.enum(DECISION_KINDS),
        reason: text.nullish(),
      }),
    )
    .min(1)
    .max(200),
});

const submissionClaims = {
  /** The id of the submission. */
  id: z.uuid(),
  /** How often it was sent, so that nobody decides on claims that they have not seen. */
  round: z.int().min(1),
  /** The changed claims; those left out are not recorded. Absent: as they were sent. */
  claims: z.array(ClaimRequest).min(1).max(200).optional(),
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
export const RecordedAnswer = z.strictObject({ recorded: z.int(), version: z.int() });

const email = z.string().max(320).refine(isVisibleLine, schemaError("email"));
const name = z.string().max(120).refine(isVisibleLine, schemaError("oneLine"));
const password = z.string().max(256);
const role = z.enum(ROLES, schemaError("role"));

/** The id of a person. */
export const PersonId = z.string().min(1).max(64);

/** The id of a session. */
export const SessionId = z.string().min(1).max(64);

/** A new person, and the password of the admin who adds them. */
export const NewPersonRequest = z.strictObject({ name, email, role, ownPassword: password });

/** A person's new role, and the password of the admin who changes it. */
export const RoleRequest = z.strictObject({ id: PersonId, role, ownPassword: password });

/** A person who gets a link for a new password, and the password of the admin who makes it. */
export const PasswordLinkRequest = z.strictObject({ id: PersonId, ownPassword: password });

/** A new token, and the password of its owner. */
export const TokenRequest = z.strictObject({
  name: name.trim().min(1),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length),
  lastDay: day,
  ownPassword: password,
});

/** The id of a token. */
export const TokenId = z.uuid();

/** Asks to remove a text. */
export const RemovalRequest = z.strictObject({
  kind: z.enum(TEXT_KINDS),
  row: z.string().min(1).max(120),
  reason: z.enum(REDACTION_REASONS),
});

/** The id of such a request. */
export const RemovalRequestId = z.uuid();

/** A password, with the token of the one-time link. */
export const SetPasswordRequest = z.strictObject({ token: z.string().max(128), password });

/** Most characters of the conditions of mails. */
export const MAX_CONDITIONS = 2000;

/** A reader's request for mails about changes that meet the conditions of an address. */
export const NewAlertRequest = z.strictObject({
  email,
  frequency: z.enum(FREQUENCIES),
  conditions: z.string().max(MAX_CONDITIONS),
  /** A field that people do not see. Programs that fill in every field fill it in too. */
  website: z.string().max(200),
});

/** The token of a link in a mail. */
export const MailToken = z.string().max(128);

/** Should the person get the digest of the team's work? */
export const TeamDigestRequest = z.boolean();

/** The first admin, with the token of the one-time link. */
export const SetUpRequest = z.strictObject({
  token: z.string().max(128),
  name,
  email,
  password,
});
