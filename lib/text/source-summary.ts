import {
  countClaims,
  type SourceQuery,
  type SourceRow,
  type SourceView,
} from "@/lib/evidence/source-rows";
import type { Text } from "./text";

/** The listed sources in a few sentences: what they support, of which kinds they are, and what is disputed. */
export function sourceSummary(
  { t, sentences, number }: Text,
  rows: readonly SourceRow[],
  { q, kind, year }: Pick<SourceQuery, "q" | "kind" | "year">,
): string {
  if (rows.length === 0) return t("sources.summary.none");
  const sum = (of: (row: SourceRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const count = (is: (row: SourceRow) => boolean) => rows.filter(is).length;
  const unused = count(({ claims }) => claims === 0);
  const estimated = count(({ source }) => source.publishedOnEstimated);
  const undated = count(({ source }) => source.publishedOn === null);
  const reports = sum(({ claims }) => claims);
  const isMixed = kind === null && rows.length > 1;
  return sentences([
    ...(isMixed
      ? [
          t("sources.summary.kinds", {
            sources: number(rows.length),
            news: count(({ source }) => source.kind === "news"),
            government: count(({ source }) => source.kind === "government"),
          }),
        ]
      : []),
    t("sources.summary.support", {
      scope: q === "" && kind === null && year === null ? "all" : "found",
      sources: rows.length,
      shown: sum(({ shown }) => shown),
      reports,
    }),
    ...(unused === 0 ? [] : [t("sources.summary.unused", { count: unused })]),
    ...(isMixed
      ? [
          ...(estimated === 0 ? [] : [t("sources.summary.estimated", { count: estimated })]),
          ...(undated === 0 ? [] : [t("sources.summary.undated", { count: undated })]),
        ]
      : []),
    ...(reports === 0
      ? []
      : [t("sources.summary.disputed", { count: sum(({ contested }) => contested) })]),
  ]);
}

/** The counts of events and national figures that refer to a source; a count of 0 is left out. */
export function listOtherUses(
  { t }: Text,
  { events, figures }: Pick<SourceRow, "events" | "figures">,
): readonly string[] {
  return [
    ...(events === 0 ? [] : [t("common.count.events", { count: events })]),
    ...(figures === 0 ? [] : [t("sources.figures", { count: figures })]),
  ];
}

/** What one source supports and whether other sources contradict it, in a few sentences. */
export function sourceAnswer(
  text: Text,
  { claims, events, figures }: Pick<SourceView, "claims" | "events" | "figures">,
): string {
  const { t } = text;
  const { shown, contested, settled, zones } = countClaims(claims);
  const others = listOtherUses(text, { events: events.length, figures: figures.length });
  const uses = text.list(others);
  const reports = claims.length;
  if (reports === 0) {
    return others.length === 0
      ? t("sources.source.answer.unused")
      : text.sentences([
          t("sources.source.answer.noReports"),
          t("sources.source.answer.only", { uses }),
        ]);
  }
  return text.sentences([
    t("sources.source.answer.reports", { reports, zones, shown }),
    ...(contested === 0 ? [] : [t("sources.source.answer.disputed", { count: contested })]),
    ...(settled === 0 ? [] : [t("sources.source.answer.settled", { count: settled })]),
    ...(contested + settled === 0 ? [t("sources.source.answer.agreed", { reports })] : []),
    ...(others.length === 0 ? [] : [t("sources.source.answer.also", { uses })]),
  ]);
}
