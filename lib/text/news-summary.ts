import { countNews, type NewsItem, type NewsKind, yearOf } from "@/lib/changes/event-timeline";
import { EVENT_KINDS } from "@/lib/evidence/ledger-records";
import type { Day } from "@/lib/time/day";
import type { Text } from "./text";

/** What happened, and what it is limited to. */
export interface NewsSummary {
  /** Those that are shown, latest first. */
  readonly items: readonly NewsItem[];
  /** The kinds that are shown; none: all. */
  readonly kinds: readonly NewsKind[];
  /** Null: every year. */
  readonly year: number | null;
  /** Number of zones. */
  readonly zones: number;
  /** The name of the zone where it is only one; null: several or none. */
  readonly zone: string | null;
  /** Are events of the whole country among them? */
  readonly withCountry: boolean;
  readonly asOf: Day;
}

/** A kind of what happened: "policy", "progress". */
export function nameNewsKind({ t }: Text, kind: NewsKind): string {
  const event = EVENT_KINDS.find((one) => one === kind);
  if (event !== undefined) return t(`ledger.eventKind.${event}`);
  return t(`news.group.${kind as Exclude<NewsKind, (typeof EVENT_KINDS)[number]>}`);
}

/** Kinds in a row: "policy or progress". */
export function listNewsKinds(text: Text, kinds: readonly NewsKind[]): string {
  return text.list(
    kinds.map((kind) => nameNewsKind(text, kind)),
    "or",
  );
}

/** The finding: how many facts advanced and went back, and how many targets were missed; of some kinds, how many there are. */
export function newsTitle(text: Text, { items, kinds, year }: NewsSummary): string {
  const { t } = text;
  const [last, first] = [items[0], items.at(-1)];
  if (!last || !first) return t("news.title.none", { year: year === null ? "all" : String(year) });
  const years = [...new Set([yearOf(first), yearOf(last)])].map(String);
  const [min = "", max] = years;
  const period = max === undefined ? min : t("news.figure.years", { min, max });
  if (kinds.length > 0) {
    const values = { period, count: items.length, kinds: listNewsKinds(text, kinds) };
    return t("news.title.kinds", values);
  }
  const counts = countNews(items);
  const missed = items.filter(
    (item) => "target" in item && item.target.target.outcome.state === "missed",
  ).length;
  return t("news.title.all", { period, up: counts.progress, down: counts.setback, missed });
}

/** How many events and changes there are, about which zones, and the year with the most of them. */
export function summarizeNews(text: Text, summary: NewsSummary): string {
  const { items, kinds, year, zones, zone, withCountry, asOf } = summary;
  const events = items.filter((item) => "event" in item).length;
  const values = {
    about: zone === null ? "zones" : "one",
    zone: zone ?? "",
    zones,
    country: withCountry ? "yes" : "no",
    time: year === null ? "day" : "year",
    day: text.day(asOf),
    year: String(year),
  };
  const counted =
    kinds.length === 0
      ? text.t("news.answer.all", { ...values, events, changes: items.length - events })
      : text.t("news.answer.kinds", {
          ...values,
          count: items.length,
          kinds: listNewsKinds(text, kinds),
        });
  return text.sentences([counted, ...(year === null ? nameBusiestYear(text, items) : [])]);
}

function nameBusiestYear({ t }: Text, items: readonly NewsItem[]): string[] {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(yearOf(item), (counts.get(yearOf(item)) ?? 0) + 1);
  const [busiest, next] = [...counts].sort(([, a], [, b]) => b - a);
  if (!busiest || busiest[1] < 2 || busiest[1] === next?.[1]) return [];
  return [t("news.answer.busiest", { count: busiest[1], year: String(busiest[0]) })];
}
