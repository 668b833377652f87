import { z } from "zod";
import { FREQUENCIES } from "../time/digest-time";
import { HONEYPOT } from "./reader-form";
import { email } from "./request-parts";

/** Most characters of the conditions of mails. */
export const MAX_CONDITIONS = 2000;

/** A reader's request for mails about changes that meet the conditions of an address. */
export const NewAlertRequest = z.strictObject({
  email,
  frequency: z.enum(FREQUENCIES),
  conditions: z.string().max(MAX_CONDITIONS),
  [HONEYPOT]: z.string().max(200),
});

/** The token of a link in a mail. */
export const MailToken = z.string().max(128);

/** Should the person get the digest of the team's work? */
export const TeamDigestRequest = z.boolean();
