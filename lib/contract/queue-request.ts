import { z } from "zod";
import { isVisibleLine, isVisibleText } from "../evidence/check-text";
import { isDay } from "../time/day";
import {
  CORRECTION_LIMITS,
  CORRECTION_OUTCOMES,
  CORRECTION_PROBLEMS,
  type CorrectionProblem,
} from "./correction";
import { MAX_NOTE, QUEUE_PAGE_SIZE } from "./queue-limits";
import { HONEYPOT } from "./reader-form";
import { MailAddress, schemaError } from "./request-parts";

const note = z.string().trim().min(1).max(MAX_NOTE).refine(isVisibleText, schemaError("visible"));
/** Items of the queue as the page showed them, at most those of a page. */
const item = {
  items: z
    .array(z.strictObject({ item: z.string().min(1).max(400), cause: z.string().max(400) }))
    .min(1)
    .max(QUEUE_PAGE_SIZE),
};

/** An act on items of the queue. */
export const QueueActRequest = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("assign"),
    ...item,
    /** Id of a person of the team; null: nobody. */
    assignee: z.string().min(1).max(64).nullable(),
  }),
  z.strictObject({
    act: z.literal("snooze"),
    ...item,
    until: z.string().max(10).refine(isDay, schemaError("day")),
    note,
  }),
  z.strictObject({ act: z.literal("comment"), ...item, note }),
  z.strictObject({ act: z.literal("done"), ...item }),
]);

/** The ids of the entries to undo. */
export const QueueEntryIds = z
  .array(z.string().regex(/^[1-9]\d{0,17}$/))
  .min(1)
  .max(QUEUE_PAGE_SIZE);

/** Sources whose links one call checks. */
export const MAX_LINKS = 6;
export const LinkCheckRequest = z.array(z.string().min(1).max(120)).min(1).max(MAX_LINKS);

/** An article of a feed, and whether it is dismissed or open again. */
export const ArticleStateRequest = z.strictObject({
  id: z.uuid(),
  state: z.enum(["open", "dismissed"]),
});

/** The answer to a reader's correction. */
export const CorrectionAnswerRequest = z.strictObject({
  id: z.uuid(),
  outcome: z.enum(CORRECTION_OUTCOMES, schemaError("outcome")),
  answer: note,
});

/** The id of a correction. */
export const CorrectionId = z.uuid();

const optional = z.string().trim();

/** A reader's correction as the form sends it. Empty is not given; other parts of the form are ignored. */
const CorrectionRequest = z.object({
  message: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1).max(CORRECTION_LIMITS.message).refine(isVisibleText)),
  link: optional
    .pipe(
      z.union([
        z.literal(""),
        z
          .url({ protocol: /^https?$/ })
          .max(CORRECTION_LIMITS.link)
          .refine(isVisibleLine),
      ]),
    )
    .default(""),
  email: optional.pipe(z.union([z.literal(""), MailAddress])).default(""),
  page: z.string().default(""),
  zone: z.string().default(""),
  tenancy: z.string().default(""),
  field: z.string().default(""),
  [HONEYPOT]: z.string().default(""),
});
/** A correction that can be kept once its page, zone and field are known. */
export type SentCorrection = z.output<typeof CorrectionRequest>;

/** Reads a form; or the first part that is wrong with it. */
export function parseCorrection(
  form: unknown,
): { readonly sent: SentCorrection } | { readonly problem: CorrectionProblem } {
  const parsed = CorrectionRequest.safeParse(form);
  if (parsed.success) return { sent: parsed.data };
  const parts = parsed.error.issues.map(({ path }) => path[0]);
  return { problem: CORRECTION_PROBLEMS.find((part) => parts.includes(part)) ?? "message" };
}
