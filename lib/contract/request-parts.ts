import { z } from "zod";
import {
  hasWords,
  isShortQuotation,
  isVisibleLine,
  isVisibleText,
  LANGUAGE,
  MAX_LANGUAGE_LENGTH,
  MAX_QUOTATION_LENGTH,
} from "../evidence/check-text";
import type { Text } from "../text/text";
import { isDay } from "../time/day";
import { MAX_EMAIL } from "./reader-form";

/** Errors that schemas name themselves: messages in `api.schema` that need no values. */
const OWN_ERRORS = [
  "currency",
  "day",
  "email",
  "identifier",
  "language",
  "oneLine",
  "outcome",
  "twice",
  "quotation",
  "role",
  "signs",
  "urlPrivate",
  "urlUser",
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

/** A year, a month or a day, as text. */
export const partialDate = z.string().max(10);

/** A day that exists. */
export const day = z.string().max(10).refine(isDay, schemaError("day"));

/** Text of several lines without invisible characters. */
export const text = z.string().max(4000).refine(isVisibleText, schemaError("visible"));

/** Text on one line without invisible characters. */
export const line = z.string().refine(isVisibleLine, schemaError("oneLine"));

/** A title or a name: a line with letters or figures, and not signs alone. */
export const title = (max: number) =>
  line
    .trim()
    .min(1)
    .max(max)
    .refine((title) => title === "" || hasWords(title), schemaError("signs"));

/** The source's own words, at most 40, and their language (BCP 47). */
export const quotation = z
  .strictObject({
    text: line
      .trim()
      .min(1)
      .max(MAX_QUOTATION_LENGTH)
      .refine(isShortQuotation, schemaError("quotation")),
    lang: z.string().max(MAX_LANGUAGE_LENGTH).regex(LANGUAGE, schemaError("language")),
  })
  .meta({ id: "QuotationRequest" });

/** The id of a record: small letters, digits and hyphens. */
export const identifier = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/, schemaError("identifier"));

/** The slug of a zone. */
export const ZoneSlug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, schemaError("identifier"));

/** An address to which mail can be sent. */
export const MailAddress = z.email().max(MAX_EMAIL);

/** An e-mail address. */
export const email = z.string().max(320).refine(isVisibleLine, schemaError("email"));
