import { getLastSearch, getNewestSource } from "@/lib/contract/method-answer";
import type { Source } from "@/lib/evidence/ledger-records";
import type { ZoneRow } from "@/lib/evidence/row";
import type { Day } from "@/lib/time/day";
import type { PlainText } from "./plain-text";

/** What `describeSearch` reads of a moment. */
interface SearchedView {
  readonly rows: readonly ZoneRow[];
  readonly sources: readonly Source[];
  readonly asOf: Day;
}

/**
 * "Evidence searched to 25 Nov 2026; newest outside source 17 Oct 2026"; empty where neither is known. Says where only some
 * zones were searched up to that day.
 * @param view the zones and sources of a moment
 */
export function describeSearch(
  { t, day, partialDate }: PlainText,
  { rows, sources, asOf }: SearchedView,
): string {
  const searched = getLastSearch(rows, asOf);
  const newest = getNewestSource(sources, asOf);
  const words = {
    all: searched?.all ? "yes" : "no",
    day: searched === null ? "" : day(searched.day),
    newest: newest === null ? "" : partialDate(newest.publishedOn),
  };
  if (searched === null) return newest === null ? "" : t("ledger.search.newest", words);
  return t(newest === null ? "ledger.search.searched" : "ledger.search.searchedAndNewest", words);
}
