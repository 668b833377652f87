import type { CoverageShare } from "@/lib/coverage/coverage";
import type { PageAnswer } from "./page-summaries";
import type { Text } from "./text";

/**
 * How much is known of the state of some zones, and how much of that rests on one publisher.
 * @param zones their number
 */
export function coverageAnswer(
  { t, percent, number }: Text,
  zones: number,
  { all, known, single }: CoverageShare,
): PageAnswer {
  const words = {
    zones,
    all: number(all),
    known,
    single,
    share: percent(all === 0 ? 0 : known / all),
    singleShare: percent(known === 0 ? 0 : single / known),
  };
  return { title: t("coverage.answer.title", words), summary: t("coverage.answer.single", words) };
}
