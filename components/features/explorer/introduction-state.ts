import { keepChoice } from "@/lib/client/cookies";

/** Name of the cookie of a reader who closed the introduction. The server then leaves it closed. */
export const INTRODUCTION_COOKIE = "introduction";

/** Keeps whether the introduction is open, for the next visit. Browser only. */
export function keepIntroduction(open: boolean): void {
  keepChoice(INTRODUCTION_COOKIE, open ? null : "closed");
}
