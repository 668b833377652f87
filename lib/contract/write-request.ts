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
import { CONFIDENCES, DECISION_KINDS, ORIGINS, SOURCE_KINDS } from "../evidence/ledger-records";
import type { Text } from "../text/text";
import { isDay } from "../time/day";
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
const schemaError = (name: (typeof OWN_ERRORS)[number]): string => name;

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

/** `POST /api/v1/claims`: all or nothing. */
export const ClaimsRequest = z.strictObject({
  claims: z.array(ClaimRequest).min(1).max(200),
  sources: z.array(SourceRequest).max(20).optional(),
});

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

/** The first admin, with the token of the one-time link. */
export const SetUpRequest = z.strictObject({
  token: z.string().max(128),
  name,
  email,
  password,
});
