import { keepChoice } from "@/lib/client/cookies";
import { INTRODUCTION_COOKIE } from "@/lib/contract/choice-cookie";

/** Keeps whether the introduction is open, for the next visit. Browser only. */
export function keepIntroduction(open: boolean): void {
  keepChoice(INTRODUCTION_COOKIE, open ? null : "closed");
}
