import { type DifferenceCounts, listCertainPairs } from "@/lib/query/compare";
import type { Readiness } from "@/lib/readiness/readiness";
import type { Text } from "./text";

/** A zone as the summary of a comparison names it. */
interface ComparedName {
  readonly name: string;
  readonly readiness: Readiness | null;
}

/** Says which zone leads on confirmed evidence, how certain that is, and in how many fields the zones differ. */
export function describeComparison(
  text: Text,
  zones: readonly ComparedName[],
  counts: DifferenceCounts,
): string {
  return text.sentences([...describeLead(text, zones), ...describeFields(text, counts)]);
}

function describeLead(text: Text, zones: readonly ComparedName[]): string[] {
  const { t } = text;
  const confirmed = zones.flatMap(({ readiness }) => readiness?.low ?? []);
  const most = Math.max(...confirmed);
  if (confirmed.length < 2 || most === 0) return [t("compare.summary.noPoints")];
  const leaders = zones.flatMap(({ name, readiness }) => (readiness?.low === most ? name : []));
  const points = text.number(most, { digits: 0 });
  const [leader = ""] = leaders;
  return [
    leaders.length === 1
      ? t("compare.summary.leads", { name: leader, points })
      : t("compare.summary.tie", { names: text.list(leaders), points }),
    describeCertainty(text, zones),
  ];
}

function describeCertainty({ t, number }: Text, zones: readonly ComparedName[]): string {
  const pairs = listCertainPairs(zones.map(({ readiness }) => readiness));
  const [only] = pairs;
  if (only === undefined) return t("compare.summary.overlap", { zones: zones.length });
  if (pairs.length === 1) {
    return t("compare.summary.certainPair", {
      ahead: zones[only.ahead]?.name ?? "",
      behind: zones[only.behind]?.name ?? "",
    });
  }
  const total = (zones.length * (zones.length - 1)) / 2;
  return t("compare.summary.certain", { certain: number(pairs.length), pairs: number(total) });
}

function describeFields({ t, number }: Text, counts: DifferenceCounts): string[] {
  const { differs, same, open, own } = counts;
  const compared =
    differs > 0
      ? t("compare.summary.fields", { differs, same: number(same) })
      : t("compare.summary.noDifference", { same });
  return [
    compared,
    ...(open === 0 ? [] : [t("compare.summary.open", { count: open })]),
    ...(own === 0 ? [] : [t("compare.summary.own", { count: own })]),
  ];
}
