import { z } from "zod";
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

/** The record of dataset.json. */
export const DatasetRecord = z.strictObject({
  id: text,
  title: text,
  compiledOn: day,
  licence: text,
});

/** A record of zones.json. */
export const ZoneRecord = z.strictObject({ slug, order });

/** A record of claims.json. `decision` is a decision of the compiler in addition to publishing the claim. */
export const ClaimRecord = z.strictObject({
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
  decision: z.strictObject({ rank: z.enum(DECISION_KINDS), reason: text }).optional(),
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
  kind: z.enum(SOURCE_KINDS),
});

/** A record of events.json. */
export const EventRecord = z.strictObject({
  id: identifier,
  date: partialDate,
  precision: z.enum(["day", "month", "year"]),
  kind: z.enum(EVENT_KINDS),
  title: text,
  body: text,
  zoneSlugs: z.array(slug),
  sourceId: identifier,
});

/** A record of context.json. */
export const ContextRecord = z.strictObject({
  key: identifier,
  constraint: text,
  label: text,
  value: z.number(),
  unit: text,
  period: text,
  sourceId: identifier,
  sourceNote: text.nullable(),
});
