// The records of the files of an edition: what each may hold. `read-data-set.ts` checks them against each other.
import { z } from "zod";
import { isShortQuotation, LANGUAGE, MAX_QUOTATION_LENGTH } from "@/lib/evidence/check-text";
import {
  CONFIDENCES,
  DECISION_KINDS,
  EVENT_KINDS,
  ORIGINS,
  SOURCE_KINDS,
} from "@/lib/evidence/ledger-records";
import { isDay, isPartialDate } from "@/lib/time/day";

const text = z.string().trim().min(1, "must not be empty");
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
const partialDate = z
  .string()
  .refine(
    isPartialDate,
    "must be a year, month or day that exists, such as 2026, 2026-11 or 2026-11-24",
  );
const day = z.string().refine(isDay, "must be a day that exists, such as 2026-11-24");
const order = z.int("must be a whole number").positive("must be at least 1");

/** The source's own words with their language, or neither. */
const quoted = {
  quotation: text
    .max(MAX_QUOTATION_LENGTH)
    .refine(isShortQuotation, "must have at most 40 words")
    .nullable()
    .default(null),
  lang: text.regex(LANGUAGE, "must be a code of BCP 47").nullable().default(null),
};
const isQuotedWhole = ({ quotation, lang }: { quotation: string | null; lang: string | null }) =>
  (quotation === null) === (lang === null);
const QUOTED_WHOLE = {
  error: "must be there with its language (lang), or neither",
  path: ["quotation"],
};

/** The record of dataset.json. */
export const DatasetRecord = z.strictObject({
  id: text,
  title: text,
  compiledOn: day,
  licence: text,
  /** For people who read the files: in the tracker, each zone has a claim on its last search. */
  searchedTo: day.optional(),
  /** What is new in it, for the release of this edition. */
  notes: text.optional(),
});

/** A record of zones.json. */
export const ZoneRecord = z.strictObject({ slug, order });

/** A record of claims.json. `decision` is a decision of the compiler in addition to publishing the claim. */
export const ClaimRecord = z
  .strictObject({
    id: z.uuid("must be a UUID"),
    zone: slug,
    tenancy: identifier.optional(),
    field: text,
    value: z.json(),
    asOf: partialDate.nullable(),
    sourceId: identifier,
    locator: text.nullable(),
    note: text.nullable(),
    origin: z.enum(ORIGINS),
    confidence: z.enum(CONFIDENCES),
    decline: z.boolean().default(false),
    ...quoted,
    lastSeenOn: day.nullable().default(null),
    amount: z.number().nullable().default(null),
    currency: text.nullable().default(null),
    decision: z.strictObject({ rank: z.enum(DECISION_KINDS), reason: text }).optional(),
  })
  .refine(isQuotedWhole, QUOTED_WHOLE)
  .refine(({ amount, currency }) => (amount === null) === (currency === null), {
    error: "must be there with its currency, or neither",
    path: ["amount"],
  });

/** A record of tenancies.json. */
export const TenancyRecord = z.strictObject({ id: identifier, zone: slug, firm: text, order });

/** A record of sources.json. */
export const SourceRecord = z.strictObject({
  id: identifier,
  title: text,
  publisher: text,
  url: z.url("must be a URL").nullable(),
  publishedOn: partialDate.nullable(),
  publishedOnEstimated: z.boolean().default(false),
  accessed: day.nullable(),
  archivedUrl: z.url("must be a URL").nullable().default(null),
  kind: z.enum(SOURCE_KINDS),
  reason: text.optional(),
});

/** A record of events.json. */
export const EventRecord = z
  .strictObject({
    id: identifier,
    date: partialDate,
    precision: z.enum(["day", "month", "year"]),
    kind: z.enum(EVENT_KINDS),
    title: text,
    body: text,
    zoneSlugs: z.array(slug),
    sourceId: identifier,
    ...quoted,
    reason: text.nullable().default(null),
  })
  .refine(isQuotedWhole, QUOTED_WHOLE);

/** A record of context.json. */
export const ContextRecord = z
  .strictObject({
    key: identifier,
    constraint: text,
    label: text,
    value: z.number().nullable(),
    unit: text.nullable(),
    statement: text.nullable().default(null),
    period: text,
    sourceId: identifier,
    sourceNote: text.nullable(),
    ...quoted,
    reason: text.nullable().default(null),
  })
  .refine(isQuotedWhole, QUOTED_WHOLE)
  .refine(({ value, unit }) => (value === null) === (unit === null), {
    error: "must be there with its unit, or neither",
    path: ["value"],
  })
  .refine(({ value, statement }) => value !== null || statement !== null, {
    error: "must be there where there is no value",
    path: ["statement"],
  });

/** A record of decisions.json: a judgement of the compiler on a claim of this or an earlier edition. */
export const DecisionRecord = z.strictObject({
  claimId: z.uuid("must be a UUID"),
  rank: z.enum(DECISION_KINDS),
  reason: text,
});
