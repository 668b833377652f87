/** How a reader's correction is answered. */
export const CORRECTION_OUTCOMES = ["corrected", "added", "unchanged", "unclear"] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];

/** Where the form of a correction is sent. */
export const CORRECTIONS_PATH = "/api/corrections";

/** The page that shows the state of a correction to who has its id, which nobody can guess. */
export function receiptPath(id: string): string {
  return `/correct/${id}`;
}

/** The number of a correction, as the receipt and the desk show it. */
export function correctionNumber(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

/** Most characters of what a reader writes, of a link and of a path with its parameters. */
export const CORRECTION_LIMITS = { message: 2_000, link: 2_000, page: 500 } as const;

/** Why a correction was not taken; the parts of the form first. */
export const CORRECTION_PROBLEMS = [
  "message",
  "link",
  "email",
  "tooMany",
  "full",
  "origin",
  "failed",
] as const;
export type CorrectionProblem = (typeof CORRECTION_PROBLEMS)[number];
