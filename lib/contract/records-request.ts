import { z } from "zod";
import { isVisibleLine } from "../evidence/check-text";
import { RETIRABLE_KINDS, RETIREMENT_ACTS } from "../evidence/ledger-records";
import {
  identifier,
  line,
  partialDate,
  quotation,
  schemaError,
  text,
  title,
  ZoneSlug,
} from "./request-parts";
import { MAX_PAGES_LENGTH } from "./source-file";
import { eventKindSchema } from "./value-schemas";

/** A new zone. Its name and what admits it are claims of the same request. */
export const ZoneRequest = z.strictObject({ slug: ZoneSlug }).meta({ id: "ZoneRequest" });

/** A firm in a zone. The firm is made if nobody has that name; the id is made if absent. */
export const TenancyRequest = z
  .strictObject({
    id: identifier.optional(),
    zone: identifier,
    firm: title(200),
  })
  .meta({ id: "TenancyRequest" });

/** Former names, abbreviations and spellings of a firm. */
const otherNames = z.array(title(200)).max(20);

/** `POST /api/v1/firms`: a firm without a zone yet. The id in addresses is made from the name if absent. */
export const FirmRequest = z
  .strictObject({
    id: z.string().trim().min(1).max(120).refine(isVisibleLine, schemaError("oneLine")).optional(),
    name: title(200),
    otherNames: otherNames.optional(),
  })
  .meta({ id: "FirmRequest" });

/** A new event. */
export const EventRequest = z
  .strictObject({
    id: identifier,
    date: partialDate,
    kind: eventKindSchema,
    title: title(300),
    body: text,
    zones: z.array(identifier).max(100),
    sourceId: identifier,
    quotation: quotation.nullish(),
  })
  .meta({ id: "EventRequest" });

/** A new national figure, or a statement without a number. */
export const FigureRequest = z
  .strictObject({
    key: identifier,
    constraint: z.string().max(40),
    label: title(300),
    value: z.number().nullable(),
    unit: line.trim().min(1).max(60).nullable(),
    statement: text.nullable(),
    period: line.trim().min(1).max(120),
    sourceId: identifier,
    sourceNote: text.nullable(),
    quotation: quotation.nullish(),
  })
  .meta({ id: "FigureRequest" });

/** What every change of a record has. */
const change = {
  /** Identifies the change: sent twice, it is made once. */
  id: z.uuid().toLowerCase(),
  /** The version that the change was made from. */
  basedOn: z.int().min(1),
  reason: text.trim().min(1),
};

/** `PATCH /api/v1/firms/{id}`: a firm's new names. Absent parts stay the same. */
export const FirmChangeRequest = z
  .strictObject({
    ...change,
    name: title(200).optional(),
    otherNames: otherNames.optional(),
  })
  .meta({ id: "FirmChangeRequest" });

/** `PATCH /api/v1/events/{id}`: a new version of an event. Absent parts stay the same. */
export const EventChangeRequest = EventRequest.omit({ id: true })
  .partial()
  .extend(change)
  .meta({ id: "EventChangeRequest" });

/** `PATCH /api/v1/context/{key}`: a new version of a national figure. Absent parts stay the same. */
export const FigureChangeRequest = FigureRequest.omit({ key: true })
  .partial()
  .extend(change)
  .meta({ id: "FigureChangeRequest" });

/** `POST /api/v1/retirements`: a record is merged into another of its kind, retired, withdrawn, or restored. */
export const RetirementRequest = z
  .strictObject({
    id: z.uuid().toLowerCase(),
    kind: z.enum(RETIRABLE_KINDS),
    subject: z.string().min(1).max(120).refine(isVisibleLine, schemaError("oneLine")),
    act: z.enum(RETIREMENT_ACTS),
    /** The record that stays, for a merge. */
    into: z.string().min(1).max(120).refine(isVisibleLine, schemaError("oneLine")).nullish(),
    reason: text.trim().min(1),
  })
  .meta({ id: "RetirementRequest" });

/** A zone that would be merged into another, retired or withdrawn: what the preview of that needs. */
export const ZoneRetirementPreview = z.strictObject({
  subject: ZoneSlug,
  act: z.enum(RETIREMENT_ACTS).exclude(["restored"]),
  /** The zone that stays, for a merge. */
  into: ZoneSlug.nullish(),
});

const filePages = z
  .string()
  .trim()
  .max(MAX_PAGES_LENGTH)
  .refine((text) => text === "" || isVisibleLine(text), schemaError("oneLine"))
  .transform((text) => text || null);

/** What is said of a file: the pages that matter, and whether everybody may read it. */
export const SourceFileNote = z.strictObject({ pages: filePages, shown: z.boolean() });
/** The same for a source by its id. */
export const SourceFileChange = SourceFileNote.extend({ id: z.string().min(1).max(120) });
/** The id of a source. */
export const SourceFileId = z.string().min(1).max(120);
