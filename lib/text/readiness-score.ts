import type { PlainText } from "./plain-text";

/** A readiness score or a part of it, 0 to 100. */
interface ScoreRange {
  readonly low: number;
  readonly high: number;
  /** The known share of the weight, 0 to 1; left out where the words do not name it. */
  readonly coverage?: number;
}

/** A score range as screen readers say it: "Readiness 49 to 86 of 100, 63% of the facts known". */
export function describeReadiness(text: PlainText, { low, high, coverage }: ScoreRange): string {
  const [from = "", to = ""] = [low, high].map((score) => text.number(score, { digits: 0 }));
  return text.t("common.readiness.score", {
    exact: from === to ? "yes" : "no",
    low: from,
    high: to,
    known: coverage === undefined ? "none" : text.percent(coverage),
  });
}
